package org.maillage.web.contributions;

import java.nio.charset.StandardCharsets;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.evidence.EvidenceFile;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.member.Standing;
import org.maillage.web.evidence.EvidenceUploads;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Files of evidence, apart from the pages: nothing in them runs, loads or is framed, and only a picture that the program
 * drew itself is shown in the browser. Whoever sees the claim sees its files; before the claim, only who sent them.
 */
@Controller
class TracePages {

    private static final String NOTHING = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final EvidenceUploads uploads;
    private final Seen seen;

    TracePages(EvidenceUploads uploads, Seen seen) {
        this.uploads = uploads;
        this.seen = seen;
    }

    @GetMapping("/traces/{id}")
    ResponseEntity<byte[]> show(@PathVariable EvidenceId id, Standing standing) {
        var upload = uploads.find(id).orElseThrow(TracePages::unknown);
        requireSeen(id, upload.network(), upload.member().equals(standing.member()), standing);
        var file = uploads.open(id).orElseThrow(TracePages::unknown);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition(file, uploads.name(id).orElse("")))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(file.bytes());
    }

    private void requireSeen(EvidenceId id, NetworkId network, boolean own, Standing standing) {
        if (!own) {
            var claim = uploads.claimOf(network, id).orElseThrow(TracePages::unknown);
            seen.require(standing, claim);
        }
    }

    private static String disposition(EvidenceFile file, String name) {
        var how = file.format().type() == Evidence.Type.PHOTO
                ? ContentDisposition.inline()
                : ContentDisposition.attachment();
        return how.filename(name, StandardCharsets.UTF_8).build().toString();
    }

    private static Refused unknown() {
        return new Refused(Reason.UNKNOWN_CONTRIBUTION);
    }
}
