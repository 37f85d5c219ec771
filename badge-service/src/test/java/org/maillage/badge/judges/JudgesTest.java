package org.maillage.badge.judges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.CredentialGenerator;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.image.BadgeImage;
import org.maillage.badge.image.BadgePicture;
import org.maillage.badge.image.BakedPng;
import org.maillage.badge.image.BakedSvg;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyDocuments;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.Role;
import tools.jackson.databind.node.ObjectNode;

/** What others' verifiers say of our badges, each of the ways in which a badge can be. */
class JudgesTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final Issuance ISSUANCE = new Issuance(BOX);
    private static final Instant EARLIER = Instant.parse("2024-03-01T08:00:00Z");
    private static final int REVOKED = 7;

    @TempDir
    private static Path folder;

    private static JudgedFolder judged;

    @BeforeAll
    static void every_way_in_which_a_badge_can_be() throws IOException {
        judged = new JudgedFolder(folder);
        var rsa = SigningKey.generate(KeyKind.RSA);
        var rsaSigner = new Signer(URI.create(Samples.NETWORK + "/keys/2"), Samples.NETWORK, rsa);
        var rsaKey = new IssuerKey(rsaSigner.id(), Samples.NETWORK, rsa.verifying(), new KeyState.Active());
        judged.serve(Samples.PUBLIC.id(), KeyDocuments.document(Samples.PUBLIC));
        judged.serve(rsaKey.id(), KeyDocuments.document(rsaKey));
        judged.serve(Samples.NETWORK, Samples.network().document(List.of(Samples.PUBLIC, rsaKey)));
        judged.serve(Samples.LIST, list(Instant.now()).signed(BOX, Samples.SIGNER));

        var valid = Samples.badge();
        judged.add("valid.json", signed(valid), "good", "clear", "current", "holds");
        judged.add(
                "revoked.json",
                signed(placed(valid, "revoked", REVOKED, List.of())),
                "good",
                "set",
                "current",
                "holds");
        var expired = Samples.badge("expired", EARLIER, EARLIER.plus(Duration.ofDays(30)));
        judged.add("expired.json", signed(expired), "good", "clear", "expired", "holds");
        judged.add("endorsement.json", signed(endorsement()), "good", "none", "current", "holds");
        var endorsed = placed(valid, "endorsed", 8, List.of(signed(endorsement())));
        judged.add("endorsed.json", signed(endorsed), "good", "clear", "current", "holds");
        judged.add("tampered.json", tampered(), "bad", null, null, "holds");
        judged.add("without-proof.json", valid.json(), "bad", null, null, "holds");
        judged.add("other-key.json", byOtherKey(), "bad", null, null, "holds");
        judged.add("token.jwt", ISSUANCE.jwt(valid, rsaSigner), "good", null, "current", "holds");
        judged.add("expired.jwt", ISSUANCE.jwt(expired, rsaSigner), "good", null, "expired", "holds");
        judged.add("tampered.jwt", tampered(ISSUANCE.jwt(valid, rsaSigner)), "bad", null, null, null);
        var image = BadgeImage.of(Role.LEAD, BadgeStep.PRACTICE, "grand-est");
        var text = signed(valid).toString();
        judged.add("baked.png", BakedPng.bake(BadgePicture.png(image), text), "good", "clear", "current", "holds");
        judged.add("baked.svg", BakedSvg.bake(image.svg("Animer"), text), "good", "clear", "current", "holds");
        judged.add(
                "token.svg",
                BakedSvg.bake(image.svg("Animer"), ISSUANCE.jwt(valid, rsaSigner)),
                "good",
                null,
                "current",
                "holds");
        oddTexts();
    }

    @Test
    void the_judges_find_what_is_so() throws IOException, InterruptedException {
        var said = judged.judge();

        assertThat(said.findings()).as(said.text()).isGreaterThan(110);
        assertThat(said.wrong()).as(said.text()).isZero();
    }

    /** Texts of every sort, signed from the template: what others' processors make of them is what was signed. */
    private static void oddTexts() throws IOException {
        for (var seed = 0; seed < 12; seed++) {
            var badge = new CredentialGenerator(seed).badge(Samples.network(), seed % 3 == 0);
            var current = new Credential.Badge(
                    badge.id(),
                    badge.issuer(),
                    badge.achievement(),
                    badge.recipient(),
                    badge.identities(),
                    EARLIER,
                    EARLIER,
                    null,
                    new StatusEntry(Samples.LIST, 9 + seed, StatusPurpose.REVOCATION),
                    badge.narrative(),
                    badge.image(),
                    badge.evidence(),
                    List.of());
            judged.add("odd-" + seed + ".json", signed(current), "good", "clear", "current", "holds");
        }
    }

    private static StatusList list(Instant now) {
        return new StatusList(
                Samples.LIST,
                Samples.NETWORK,
                StatusPurpose.REVOCATION,
                Bitstring.of(List.of(REVOKED)),
                now.minusSeconds(60),
                Duration.ofDays(1),
                Duration.ofMinutes(5));
    }

    /** By a peer, whose name is their key. */
    private static Credential.Endorsement endorsement() {
        var peer = Signer.byDidKey(Samples.OTHER_KEY);
        return new Credential.Endorsement(
                URI.create("https://badges.example.org/endorsements/1"),
                Profile.named(peer.controller(), "Une pair"),
                "Recommandation",
                Samples.badge().id(),
                "J’ai coanimé trois ateliers avec elle.",
                EARLIER,
                null);
    }

    private static Credential.Badge placed(
            Credential.Badge badge, String number, int place, List<ObjectNode> endorsements) {
        return new Credential.Badge(
                URI.create("https://badges.example.org/credentials/" + number),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                badge.identities(),
                EARLIER,
                EARLIER,
                null,
                new StatusEntry(Samples.LIST, place, StatusPurpose.REVOCATION),
                badge.narrative(),
                badge.image(),
                badge.evidence(),
                endorsements);
    }

    private static ObjectNode signed(Credential credential) {
        var own = credential.issuer().id().equals(Samples.NETWORK);
        return ISSUANCE.signed(credential, own ? Samples.SIGNER : Signer.byDidKey(Samples.OTHER_KEY), EARLIER);
    }

    private static ObjectNode tampered() {
        var document = signed(Samples.badge());
        ((ObjectNode) document.path("credentialSubject").path("achievement")).put("name", "Animer : transmission");
        return document;
    }

    private static ObjectNode byOtherKey() {
        var thief = new Signer(Samples.SIGNER.id(), Samples.NETWORK, Samples.OTHER_KEY);
        return ISSUANCE.signed(Samples.badge(), thief, EARLIER);
    }

    private static String tampered(String token) {
        var parts = token.split("\\.", -1);
        var payload = new String(java.util.Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("suivie", "forcée");
        return parts[0]
                + '.'
                + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8))
                + '.'
                + parts[2];
    }
}
