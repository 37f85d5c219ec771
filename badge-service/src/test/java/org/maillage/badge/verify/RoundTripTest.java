package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.badge.verify.Trial.BOX;
import static org.maillage.badge.verify.Trial.ISSUANCE;
import static org.maillage.badge.verify.Trial.RSA_SIGNER;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.CredentialGenerator;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;

/** Whatever we issue, we read again as good: badges of every shape, with texts of every sort. */
class RoundTripTest {

    private static final int SEEDS = 120;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Verifier verifier = new Verifier(BOX, Trial.world(), new BakedPictures());

    @Test
    void every_badge_is_good_as_json_and_as_a_token() throws Malformed {
        var good = 0;
        for (var seed = 1_000; seed < 1_000 + SEEDS; seed++) {
            var badge = badge(seed);
            var bytes = StrictJson.write(ISSUANCE.signed(badge, Samples.SIGNER, Samples.AWARDED));

            assertThat(StrictJson.write(StrictJson.readObject(bytes))).isEqualTo(bytes);
            assertThat(verify(bytes)).as("seed %d: %s", seed, badge).isInstanceOf(Verdict.Good.class);
            assertThat(verify(ISSUANCE.jwt(badge, RSA_SIGNER).getBytes(UTF_8)))
                    .as("seed %d", seed)
                    .isInstanceOf(Verdict.Good.class);
            good++;
        }
        assertThat(good).isEqualTo(SEEDS);
    }

    @Test
    void the_same_badge_key_and_time_give_the_same_bytes() {
        for (var seed = 0; seed < 20; seed++) {
            assertThat(StrictJson.write(ISSUANCE.signed(badge(seed), Samples.SIGNER, Samples.AWARDED)))
                    .isEqualTo(StrictJson.write(ISSUANCE.signed(badge(seed), Samples.SIGNER, Samples.AWARDED)));
            assertThat(ISSUANCE.jwt(badge(seed), RSA_SIGNER)).isEqualTo(ISSUANCE.jwt(badge(seed), RSA_SIGNER));
        }
    }

    private Verdict verify(byte[] bytes) {
        return verifier.verify(bytes, Question.at(NOW));
    }

    /** Of the network, within its time, and without a status. */
    private static Credential.Badge badge(int seed) {
        var badge = new CredentialGenerator(seed).badge(Samples.network(), seed % 4 == 0);
        return new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                badge.identities(),
                Samples.AWARDED,
                Samples.AWARDED,
                null,
                null,
                badge.narrative(),
                badge.image(),
                badge.evidence(),
                List.of());
    }
}
