package org.maillage.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.Parts;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.imports.read.FileRefused;
import org.maillage.web.imports.read.MappingFile;
import org.maillage.web.security.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports of contributions, for administrators of the installation. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final ImportTexts texts;

    ImportApi(Imports imports, ImportTexts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    /**
     * What starts an import.
     *
     * @param file what is imported
     * @param mapping JSON of the mapping, as a text or as a file, or the name of a shipped one
     * @param network the network; left out where {@code name} names one to make
     */
    @SuppressWarnings("ArrayRecordComponent")
    record ImportParts(
            byte[] file,
            String mapping,
            @Nullable NetworkId network,
            @Nullable @Size(max = 80) String name) {}

    /** Starts an import. */
    @Creates
    @Parts(ImportParts.class)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> startImport(
            @RequestPart MultipartFile file,
            MultipartHttpServletRequest parts,
            @RequestParam(required = false) @Nullable NetworkId network,
            @RequestParam(required = false) @Nullable String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer,
            Locale locale)
            throws IOException {
        mustWrite(viewer);
        if ((network == null) == (name == null)) {
            throw ApiProblem.invalid(FieldFault.parameter("network", "network-or-name"));
        }
        try (var bytes = file.getInputStream()) {
            var job = imports.start(
                    viewer.person(),
                    key,
                    new Imports.Into(network, name),
                    mapping(parts),
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    bytes,
                    null);
            return ResponseEntity.created(URI.create("/api/v1/imports/" + job.id()))
                    .body(told(job, locale));
        }
    }

    private static String mapping(MultipartHttpServletRequest parts) throws IOException {
        var file = parts.getFile("mapping");
        if (file != null) {
            return mapping(file);
        }
        var text = parts.getParameter("mapping");
        if (text == null) {
            throw ApiProblem.invalid(FieldFault.parameter("mapping", "required"));
        }
        return text;
    }

    /** The mapping that a file holds. */
    static String mapping(MultipartFile file) throws IOException {
        if (file.getSize() > MappingFile.LONGEST) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "length");
        }
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    @GetMapping
    List<ImportAnswer> listImports(Locale locale) {
        return imports.newest().stream().map(job -> told(job, locale)).toList();
    }

    @GetMapping("/{id}")
    ImportAnswer readImport(@PathVariable ImportId id, Locale locale) {
        return told(found(id), locale);
    }

    /** Stops it; what it brought stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<ImportAnswer> cancelImport(@PathVariable ImportId id, Viewer viewer, Locale locale) {
        mustWrite(viewer);
        found(id);
        imports.cancel(id);
        return ResponseEntity.ok(told(found(id), locale));
    }

    /** Has one that was stopped go on where it stood. */
    @PostMapping("/{id}/resumption")
    ResponseEntity<ImportAnswer> resumeImport(@PathVariable ImportId id, Viewer viewer, Locale locale) {
        mustWrite(viewer);
        imports.resume(id);
        return ResponseEntity.ok(told(found(id), locale));
    }

    @GetMapping("/{id}/refused.csv")
    void readRefused(@PathVariable ImportId id, Locale locale, HttpServletResponse response) throws IOException {
        csv(found(id), imports, texts, locale, response);
    }

    /** Answers refused lines as a file, written as they are read, on the thread that was allowed to ask for them. */
    static void csv(ImportJob job, Imports imports, ImportTexts texts, Locale locale, HttpServletResponse response)
            throws IOException {
        var name = ContentDisposition.attachment()
                .filename("import-" + job.id() + "-refused.csv")
                .build();
        response.setContentType(CSV.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name.toString());
        imports.writeRefused(job, response.getOutputStream(), refusal -> texts.reason(refusal.reason(), locale));
    }

    private ImportAnswer told(ImportJob job, Locale locale) {
        return ImportAnswer.of(job, imports, texts, locale);
    }

    private ImportJob found(ImportId id) {
        return imports.find(id).orElseThrow(UnknownImport::new);
    }

    private static void mustWrite(Viewer viewer) {
        if (!viewer.mayWrite()) {
            throw new AccessDeniedException("the token only reads");
        }
    }

    @ExceptionHandler
    ResponseEntity<FileProblem> refused(FileRefused refused, HttpServletRequest request, Locale locale) {
        return problem(
                HttpStatus.BAD_REQUEST,
                refused.why().code(),
                texts.say("imports.refused", locale),
                texts.file(refused, locale),
                texts.say("imports.refused.next", locale),
                request);
    }

    @ExceptionHandler
    ResponseEntity<FileProblem> unknown(UnknownImport unknown, HttpServletRequest request, Locale locale) {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-import",
                texts.say("imports.unknown", locale),
                texts.say("imports.unknown.why", locale),
                texts.say("imports.unknown.next", locale),
                request);
    }

    @ExceptionHandler
    ResponseEntity<FileProblem> taken(NameTaken taken, HttpServletRequest request, Locale locale) {
        return problem(
                HttpStatus.CONFLICT,
                "network-name-taken",
                texts.say("imports.refused", locale),
                texts.say("imports.name.taken", locale, taken.name()),
                texts.say("imports.name.taken.next", locale, taken.network()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<FileProblem> notResumed(NotResumed refused, HttpServletRequest request, Locale locale) {
        var reason = refused.why().code();
        return problem(
                HttpStatus.CONFLICT,
                reason,
                texts.say("imports.resume.refused", locale),
                texts.say("imports.resume." + reason, locale),
                texts.say("imports.unknown.next", locale),
                request);
    }

    private static ResponseEntity<FileProblem> problem(
            HttpStatus status, String reason, String title, String detail, String next, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new FileProblem(
                        "/api/problems#" + reason,
                        title,
                        status.value(),
                        detail,
                        request.getRequestURI(),
                        reason,
                        next));
    }

    /** A problem as RFC 9457 writes it. */
    record FileProblem(
            String type, String title, int status, String detail, String instance, String reason, String next) {}
}
