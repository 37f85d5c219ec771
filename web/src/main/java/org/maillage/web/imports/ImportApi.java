package org.maillage.web.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.imports.read.FileRefused;
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
     * Starts an import.
     *
     * @param mapping JSON of the mapping, or the name of a shipped one
     * @param network the network; left out where {@code name} names one to make
     */
    @Creates
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> startImport(
            @RequestPart MultipartFile file,
            @RequestParam String mapping,
            @RequestParam(required = false) @Nullable NetworkId network,
            @RequestParam(required = false) @Nullable String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer)
            throws IOException {
        mustWrite(viewer);
        try (var bytes = file.getInputStream()) {
            var job = imports.start(
                    viewer.person(),
                    key,
                    new Imports.Into(network, name),
                    mapping,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    bytes,
                    null);
            return ResponseEntity.created(URI.create("/api/v1/imports/" + job.id()))
                    .body(ImportAnswer.of(job, imports));
        }
    }

    @GetMapping
    List<ImportAnswer> listImports() {
        return imports.newest().stream()
                .map(job -> ImportAnswer.of(job, imports))
                .toList();
    }

    @GetMapping("/{id}")
    ImportAnswer readImport(@PathVariable ImportId id) {
        return ImportAnswer.of(found(id), imports);
    }

    /** Stops it; what it brought stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<ImportAnswer> cancelImport(@PathVariable ImportId id, Viewer viewer) {
        mustWrite(viewer);
        found(id);
        imports.cancel(id);
        return ResponseEntity.ok(ImportAnswer.of(found(id), imports));
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
                request);
    }

    @ExceptionHandler
    ResponseEntity<FileProblem> unknown(UnknownImport unknown, HttpServletRequest request, Locale locale) {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-import",
                texts.say("imports.unknown", locale),
                texts.say("imports.unknown.next", locale),
                request);
    }

    private static ResponseEntity<FileProblem> problem(
            HttpStatus status, String reason, String title, String detail, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new FileProblem(
                        "/api/problems#" + reason, title, status.value(), detail, request.getRequestURI(), reason));
    }

    /** A problem as RFC 9457 writes it. */
    record FileProblem(String type, String title, int status, String detail, String instance, String reason) {}
}
