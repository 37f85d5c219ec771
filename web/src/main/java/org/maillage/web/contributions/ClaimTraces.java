package org.maillage.web.contributions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.evidence.EvidenceFiles;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.WebAddress;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.ClaimReading.Says;
import org.maillage.web.evidence.EvidenceUploads;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Photos and other files of a claim that is being written: kept as soon as they come, so that a form that is shown again
 * need not ask for them again.
 */
@Component
class ClaimTraces {

    private static final int MOST = 10;

    private final EvidenceUploads uploads;

    ClaimTraces(EvidenceUploads uploads) {
        this.uploads = uploads;
    }

    /** A file that came with the form, and the field that it came in. */
    record Sent(String field, @Nullable MultipartFile file) {}

    /** The form with the files that came; one that is not taken is said beside its field, and left out. */
    ClaimForm take(ClaimForm claim, List<Sent> sent, Standing standing, Form form, Says says) {
        var with = claim;
        for (var one : sent) {
            var file = one.file();
            if (file != null && !file.isEmpty()) {
                with = take(with, one.field(), file, standing, form, says);
            }
        }
        return with;
    }

    private ClaimForm take(ClaimForm claim, String field, MultipartFile file, Standing standing, Form form, Says says) {
        if (claim.all("trace").size() >= MOST) {
            form.fault(field, says.refusal(Reason.TOO_MUCH_EVIDENCE));
            return claim;
        }
        if (file.getSize() > EvidenceFiles.MOST_BYTES) {
            form.fault(field, says.refusal(Reason.FILE_TOO_LARGE));
            return claim;
        }
        if (!uploads.hasRoom(standing.member(), file.getSize())) {
            form.fault(field, says.fault("claim.trace.many"));
            return claim;
        }
        try {
            var bytes = bytes(file);
            // The same file with the same form, sent again, is the same evidence.
            var id = new EvidenceId(FormKey.of(claim.text("key")).id("file " + sha256(bytes)));
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            uploads.accept(id, standing.network(), standing.member(), name, bytes);
            return claim.and("trace", id.toString());
        } catch (Refused refused) {
            form.fault(field, says.refusal(refused.reason()));
            return claim;
        }
    }

    /** The form without a file, which is deleted. */
    ClaimForm drop(ClaimForm claim, String id, Standing standing) {
        uploads.discard(EvidenceId.of(id), standing.member());
        return claim.without("trace", id);
    }

    /** A file that the form holds. */
    record Kept(String id, String name) {}

    /** The files that the form holds; those that are gone are left out. */
    List<Kept> kept(ClaimForm claim, Standing standing) {
        var kept = new ArrayList<Kept>();
        for (var id : claim.all("trace")) {
            var evidence = EvidenceId.of(id);
            uploads.find(evidence)
                    .filter(sent -> sent.member().equals(standing.member()))
                    .flatMap(_ -> uploads.name(evidence))
                    .ifPresent(name -> kept.add(new Kept(id, name)));
        }
        return kept;
    }

    /** The link and the files that the form holds; what cannot be read or is gone is said beside its field. */
    List<ClaimedEvidence> evidence(ClaimForm claim, Standing standing, Form form, Says says) {
        var ids = FormKey.of(claim.text("key"));
        var evidence = new ArrayList<ClaimedEvidence>();
        var link = claim.text("link");
        if (!link.isEmpty()) {
            WebAddress.fault(link).ifPresent(fault -> form.fault("link", says.fault("claim.link." + fault)));
            evidence.add(new ClaimedEvidence(new EvidenceId(ids.id("evidence")), Evidence.Type.LINK, link, link, null));
        }
        var contribution = new ContributionId(ids.value());
        for (var id : claim.all("trace")) {
            var file = uploads.claim(EvidenceId.of(id), standing.network(), standing.member(), contribution);
            file.ifPresentOrElse(evidence::add, () -> form.fault("photo", says.fault("claim.trace.gone")));
        }
        return evidence;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
