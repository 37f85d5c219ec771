package org.maillage.web.badges.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.vault.Vault;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Links that a member hands to whom they ask for an endorsement. The id of a practice follows from badge and member, so that
 * whoever knows both could name it: the link bears a secret of the installation's as well.
 */
@Component
final class PracticeLinks {

    private static final int LENGTH = 12;

    private final Vault vault;
    private final PublicAddress site;

    PracticeLinks(Vault vault, PublicAddress site) {
        this.vault = vault;
        this.site = site;
    }

    /** The whole address. */
    String address(RecognitionId practice) {
        return site.of(path(practice));
    }

    /** The path and query. */
    String path(RecognitionId practice) {
        return "/pratiques/" + practice + "?lien=" + secret(practice);
    }

    /** Whether a link opens a practice. */
    boolean opens(RecognitionId practice, String link) {
        return MessageDigest.isEqual(
                secret(practice).getBytes(StandardCharsets.US_ASCII), link.getBytes(StandardCharsets.UTF_8));
    }

    private String secret(RecognitionId practice) {
        var hash = vault.hmac(("practice-link:" + practice).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, LENGTH);
    }
}
