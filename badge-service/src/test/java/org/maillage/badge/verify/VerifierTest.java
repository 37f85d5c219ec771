package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.badge.verify.Trial.BOX;
import static org.maillage.badge.verify.Trial.ISSUANCE;
import static org.maillage.badge.verify.Trial.NOW;
import static org.maillage.badge.verify.Trial.RSA_SIGNER;
import static org.maillage.badge.verify.Trial.bytes;
import static org.maillage.badge.verify.Trial.check;
import static org.maillage.badge.verify.Trial.endorsement;
import static org.maillage.badge.verify.Trial.reason;
import static org.maillage.badge.verify.Trial.signed;
import static org.maillage.badge.verify.Trial.with;
import static org.maillage.badge.verify.Trial.withoutStatus;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import tools.jackson.databind.node.ObjectNode;

class VerifierTest {

    private final World world = Trial.world();

    @Test
    void a_badge_of_a_known_issuer_is_good_and_says_what_was_looked_at() {
        var verdict = verify(signed(Samples.badge()));

        assertThat(verdict).isInstanceOf(Verdict.Good.class);
        assertThat(verdict.checks()).extracting(Check::kind).containsExactly(Kind.values());
        assertThat(((Verdict.Good) verdict).badge().name()).contains("Animer : pratique suivie");
        assertThat(check(verdict, Kind.STATUS).details())
                .containsEntry("time", NOW.minusSeconds(60).toString());
    }

    @Test
    void a_token_of_a_known_issuer_is_good() {
        assertThat(verify(ISSUANCE.jwt(Samples.badge(), RSA_SIGNER).getBytes(UTF_8)))
                .isInstanceOf(Verdict.Good.class);
    }

    @Test
    void a_badge_of_an_issuer_that_nobody_knows_is_neither_good_nor_bad() {
        var stranger = new Verifier(BOX, new World().strangersKey(Samples.PUBLIC), Unbaking.none());

        var verdict = stranger.verify(bytes(signed(withoutStatus())), Question.at(NOW));

        assertThat(verdict).isInstanceOf(Verdict.Unsure.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.SIGNATURE_GOOD);
        assertThat(reason(verdict, Kind.ISSUER)).isEqualTo(Reason.ISSUER_UNKNOWN);
    }

    @Test
    void without_any_source_a_key_that_was_given_is_enough() {
        var alone = new Verifier(BOX, Sources.none(), Unbaking.none());
        var badge = bytes(signed(withoutStatus()));

        var trusting = alone.verify(badge, new Question(NOW, null, List.of(GivenKey.of(Samples.KEY.verifying()))));
        assertThat(trusting).isInstanceOf(Verdict.Good.class);
        assertThat(reason(trusting, Kind.ISSUER)).isEqualTo(Reason.ISSUER_GIVEN);
        assertThat(reason(
                        alone.verify(
                                badge, new Question(NOW, null, List.of(GivenKey.of(Samples.OTHER_KEY.verifying())))),
                        Kind.SIGNATURE))
                .isEqualTo(Reason.SIGNATURE_WRONG);
        assertThat(reason(alone.verify(badge, Question.at(NOW)), Kind.SIGNATURE))
                .isEqualTo(Reason.KEY_NOT_FOUND);
    }

    @Test
    void the_key_of_a_did_key_is_in_the_document() {
        var own = Signer.byDidKey(Samples.OTHER_KEY);
        var endorsement = endorsement(own.controller());

        var verdict = new Verifier(BOX, Sources.none(), Unbaking.none())
                .verify(bytes(ISSUANCE.signed(endorsement, own, NOW)), Question.at(NOW));

        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.SIGNATURE_GOOD);
        assertThat(reason(verdict, Kind.ISSUER)).isEqualTo(Reason.ISSUER_UNKNOWN);
    }

    @Test
    void an_endorsement_of_a_badge_of_ours_is_good_where_it_stands_and_is_by_whom_we_know() {
        var own = Signer.byDidKey(Samples.OTHER_KEY);
        var endorsement = endorsement(own.controller());
        var file = ISSUANCE.signed(endorsement, own, NOW);
        var by = new World().endorsement(endorsement.id(), new Sources.Endorsed.By(own.controller()));
        var other = new World().endorsement(endorsement.id(), new Sources.Endorsed.By(Samples.NETWORK));
        var nobody = new World().endorsement(endorsement.id(), new Sources.Endorsed.Nobody());

        assertThat(Trial.verify(by, bytes(file))).isInstanceOf(Verdict.Good.class);
        assertThat(reason(Trial.verify(by, bytes(file)), Kind.ISSUER)).isEqualTo(Reason.ENDORSER_KNOWN);
        assertThat(reason(Trial.verify(by, bytes(file)), Kind.STATUS)).isEqualTo(Reason.ENDORSEMENT_STANDS);
        for (var world : List.of(other, nobody)) {
            var verdict = Trial.verify(world, bytes(file));
            assertThat(verdict).isInstanceOf(Verdict.Bad.class);
            assertThat(reason(verdict, Kind.ISSUER)).isEqualTo(Reason.ENDORSEMENT_NOT_HERE);
        }
        var changed = Trial.verify(by, bytes(file.deepCopy().put("validFrom", "2025-01-15T10:30:01Z")));
        assertThat(reason(changed, Kind.SIGNATURE)).isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void a_did_key_that_is_not_the_issuers_proves_nothing() {
        var thief = new Signer(Signer.byDidKey(Samples.OTHER_KEY).id(), Samples.NETWORK, Samples.OTHER_KEY);

        var verdict = verify(ISSUANCE.signed(Samples.badge(), thief, NOW));

        assertThat(verdict).isInstanceOf(Verdict.Bad.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.NOT_BY_ISSUER);
        var alone = new Verifier(BOX, Sources.none(), Unbaking.none())
                .verify(bytes(ISSUANCE.signed(Samples.badge(), thief, NOW)), Question.at(NOW));
        assertThat(reason(alone, Kind.SIGNATURE)).isEqualTo(Reason.KEY_NOT_OF_ISSUER);
    }

    @Test
    void an_issuer_that_is_known_has_no_other_keys_than_those_that_are_known() {
        var thief = new Signer(URI.create("https://evil.example/keys/1"), Samples.NETWORK, Samples.OTHER_KEY);
        var forged = bytes(ISSUANCE.signed(Samples.badge(), thief, NOW));
        var trusting = new Question(NOW, null, List.of(GivenKey.of(Samples.OTHER_KEY.verifying())));

        var verdict = new Verifier(BOX, Trial.world(), Unbaking.none()).verify(forged, trusting);

        assertThat(verdict).isInstanceOf(Verdict.Bad.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.NOT_BY_ISSUER);
        assertThat(new Verifier(BOX, Sources.none(), Unbaking.none()).verify(forged, trusting))
                .as("where the issuer is unknown, the asker knows best")
                .isNotInstanceOf(Verdict.Bad.class);
    }

    @Test
    void every_changed_text_is_found_out() {
        var badge = signed(Samples.badge());
        var changed = 0;
        for (var name : List.of(
                "/name",
                "/validFrom",
                "/issuer/name",
                "/issuer/id",
                "/credentialSubject/id",
                "/credentialSubject/achievement/criteria/narrative",
                "/evidence/0/name",
                "/credentialStatus/statusListIndex",
                "/credentialSubject/achievement/alignment/1/targetCode",
                "/proof/created")) {
            var tampered = badge.deepCopy();
            var at = tools.jackson.core.JsonPointer.compile(name);
            assertThat(tampered.at(at).isString()).as(name).isTrue();
            var text = tampered.at(at).stringValue();
            ((ObjectNode) tampered.at(at.head()))
                    .put(at.last().getMatchingProperty(), text.replace('1', '2') + (text.contains("1") ? "" : "x"));
            assertThat(verify(tampered)).as(name).isInstanceOf(Verdict.Bad.class);
            changed++;
        }
        assertThat(changed).isEqualTo(10);
    }

    @Test
    void the_signature_of_another_key_is_wrong() {
        var thief = new Signer(Samples.SIGNER.id(), Samples.NETWORK, Samples.OTHER_KEY);

        assertThat(reason(verify(ISSUANCE.signed(Samples.badge(), thief, NOW)), Kind.SIGNATURE))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void the_recipient_is_looked_at_where_somebody_asks() {
        var told = with(
                Samples.badge(),
                Samples.badge().status(),
                List.of(HashedIdentity.ofEmail("Nadia@Example.org ", "s4lt")),
                List.of());
        var verifier = new Verifier(BOX, world, Unbaking.none());

        assertThat(reason(
                        verifier.verify(bytes(signed(told)), new Question(NOW, "nadia@example.org", List.of())),
                        Kind.RECIPIENT))
                .isEqualTo(Reason.RECIPIENT_MATCHES);
        assertThat(reason(
                        verifier.verify(bytes(signed(told)), new Question(NOW, "claire@example.org", List.of())),
                        Kind.RECIPIENT))
                .isEqualTo(Reason.RECIPIENT_OTHER);
        assertThat(reason(
                        verifier.verify(bytes(signed(Samples.badge())), new Question(NOW, "a@example.org", List.of())),
                        Kind.RECIPIENT))
                .isEqualTo(Reason.RECIPIENT_NOT_TOLD);
    }

    @Test
    void endorsements_within_a_badge_are_looked_at_one_by_one() {
        var peer = Signer.byDidKey(Samples.OTHER_KEY);
        var good = ISSUANCE.signed(endorsement(peer.controller()), peer, Samples.AWARDED);
        var altered = good.deepCopy();
        ((ObjectNode) altered.path("credentialSubject")).put("endorsementComment", "Bien mieux");

        var both = verify(signed(with(Samples.badge(), Samples.badge().status(), List.of(), List.of(good, altered))));
        var one = verify(signed(with(Samples.badge(), Samples.badge().status(), List.of(), List.of(good))));

        assertThat(check(one, Kind.ENDORSEMENTS).state()).isEqualTo(State.PASSED);
        assertThat(one).isInstanceOf(Verdict.Good.class);
        assertThat(reason(both, Kind.ENDORSEMENTS)).isEqualTo(Reason.ENDORSEMENTS_DOUBTFUL);
        assertThat(check(both, Kind.ENDORSEMENTS).details())
                .containsEntry("good", "1")
                .containsEntry("all", "2");
    }

    @Test
    void an_endorsement_within_a_badge_that_stands_no_longer_is_said() {
        var peer = Signer.byDidKey(Samples.OTHER_KEY);
        var endorsement = endorsement(peer.controller());
        var file = bytes(signed(with(
                Samples.badge(),
                Samples.badge().status(),
                List.of(),
                List.of(ISSUANCE.signed(endorsement, peer, Samples.AWARDED)))));
        var standing = Trial.world().endorsement(endorsement.id(), new Sources.Endorsed.By(peer.controller()));
        var withdrawn = Trial.world().endorsement(endorsement.id(), new Sources.Endorsed.Nobody());

        assertThat(reason(Trial.verify(standing, file), Kind.ENDORSEMENTS)).isEqualTo(Reason.ENDORSEMENTS_GOOD);
        var told = check(Trial.verify(withdrawn, file), Kind.ENDORSEMENTS);
        assertThat(told.reason()).isEqualTo(Reason.ENDORSEMENTS_WITHDRAWN);
        assertThat(told.state()).isEqualTo(State.NOT_ASKED);
        assertThat(told.details()).containsEntry("good", "0").containsEntry("all", "1");
    }

    @Test
    void a_key_that_was_given_as_stolen_proves_nothing_of_what_was_signed_since() {
        var alone = new Verifier(BOX, Sources.none(), Unbaking.none());
        var badge = bytes(signed(withoutStatus()));
        var before = given(NOW);
        var since = given(Samples.AWARDED.minusSeconds(60));

        assertThat(alone.verify(badge, before)).isInstanceOf(Verdict.Unsure.class);
        assertThat(reason(alone.verify(badge, before), Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED_LATER);
        assertThat(alone.verify(badge, since)).isInstanceOf(Verdict.Bad.class);
        assertThat(reason(alone.verify(badge, since), Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED);
    }

    private static Question given(Instant stolen) {
        return new Question(
                NOW, null, List.of(new GivenKey(Samples.KEY.verifying(), new KeyState.Compromised(stolen))));
    }

    @Test
    void a_picture_gives_what_it_holds() {
        var badge = bytes(signed(Samples.badge()));
        Unbaking picture = bytes -> switch (bytes.length) {
            case 1 -> new Unbaking.Unbaked.Holding(badge);
            case 2 -> new Unbaking.Unbaked.Empty();
            default -> new Unbaking.Unbaked.Refused(Reason.IMAGE_REFUSED, "bomb");
        };
        var verifier = new Verifier(BOX, world, picture);

        assertThat(verifier.verify(new byte[1], Question.at(NOW))).isInstanceOf(Verdict.Good.class);
        assertThat(reason(verifier.verify(new byte[2], Question.at(NOW)), Kind.FORMAT))
                .isEqualTo(Reason.IMAGE_WITHOUT_BADGE);
        assertThat(reason(verifier.verify(new byte[3], Question.at(NOW)), Kind.FORMAT))
                .isEqualTo(Reason.IMAGE_REFUSED);
    }

    private Verdict verify(ObjectNode document) {
        return verify(bytes(document));
    }

    private Verdict verify(byte[] bytes) {
        return Trial.verify(world, bytes);
    }
}
