package org.maillage.web.api;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.evidence.EvidenceUploads;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that claims name as evidence: sent first, named in the claim by their id. */
@RestController
@RequestMapping("/api/v1/evidence")
class EvidenceApi {

    /** What may be sent; the first bytes decide which of them it is. */
    private static final Set<String> TAKEN = Set.of(
            "image/jpeg",
            "image/png",
            "application/pdf",
            "audio/mpeg",
            "audio/ogg",
            "audio/mp4",
            "audio/wav",
            "application/octet-stream");

    private static final int LONGEST_NAME = 200;

    private final EvidenceUploads uploads;
    private final ClaimsAsked claims;

    EvidenceApi(EvidenceUploads uploads, ClaimsAsked claims) {
        this.uploads = uploads;
        this.claims = claims;
    }

    /** A file that was kept. */
    record FileAnswer(EvidenceId evidence, Evidence.Type type, String name) {}

    @PostMapping
    @Creates
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.FILE_NOT_READABLE, Reason.FILE_TOO_LARGE, Reason.ALREADY_EXISTS})
    ResponseEntity<FileAnswer> sendEvidence(
            @RequestParam NetworkId network,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable EvidenceId evidence,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] bytes,
            Asked asked) {
        if (!TAKEN.contains(type.getType() + "/" + type.getSubtype())) {
            throw new ApiProblem(Fault.WRONG_CONTENT_TYPE);
        }
        var member = asked.memberIn(network);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            var code = name.isBlank() ? "blank" : "too-long";
            throw ApiProblem.invalid(FieldFault.parameter("name", code, LONGEST_NAME));
        }
        var id = evidence == null ? new EvidenceId(KeyedIds.of(asked, "evidence")) : evidence;
        if (uploads.find(id).isEmpty() && !uploads.hasRoom(member, bytes.length)) {
            throw new ApiProblem(Fault.TOO_MUCH_UNCLAIMED);
        }
        var accepted = uploads.accept(id, network, member, name, bytes);
        return ResponseEntity.created(URI.create("/api/v1/evidence/" + id))
                .body(new FileAnswer(id, accepted.type(), accepted.reference()));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> readEvidence(@PathVariable EvidenceId id, Asked asked) {
        var upload = uploads.find(id).orElseThrow(() -> new ApiProblem(Fault.UNKNOWN_EVIDENCE));
        if (asked.own(upload.member()).isEmpty()) {
            var claim = uploads.claimOf(upload.network(), id);
            claims.see(asked, claim.orElseThrow(() -> new ApiProblem(Fault.UNKNOWN_EVIDENCE)));
        }
        var file = uploads.open(id).orElseThrow(() -> new ApiProblem(Fault.UNKNOWN_EVIDENCE));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
    }
}
