package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Issuance;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.Signer;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import org.maillage.badge.verify.Sources.Award;
import tools.jackson.databind.node.ObjectNode;

class VerifierTest {

    private static final JsonLdBox BOX = new JsonLdBox();
    private static final Issuance ISSUANCE = new Issuance(BOX);
    private static final Instant NOW = Samples.AWARDED.plus(Duration.ofDays(30));
    private static final SigningKey RSA = SigningKey.generate(KeyKind.RSA);
    private static final Signer RSA_SIGNER =
            new Signer(URI.create(Samples.NETWORK + "/keys/rsa"), Samples.NETWORK, RSA);

    private final World world = World.knowingTheNetwork()
            .key(new IssuerKey(RSA_SIGNER.id(), Samples.NETWORK, RSA.verifying(), new KeyState.Active()))
            .document(Samples.LIST.toString(), list(List.of(), NOW.minusSeconds(60)));

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

        assertThat(alone.verify(badge, new Question(NOW, null, List.of(Samples.KEY.verifying()))))
                .isInstanceOf(Verdict.Good.class);
        assertThat(reason(
                        alone.verify(badge, new Question(NOW, null, List.of(Samples.OTHER_KEY.verifying()))),
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
    void a_did_key_that_is_not_the_issuers_proves_nothing() {
        var thief = new Signer(Signer.byDidKey(Samples.OTHER_KEY).id(), Samples.NETWORK, Samples.OTHER_KEY);

        var verdict = verify(ISSUANCE.signed(Samples.badge(), thief, NOW));

        assertThat(verdict).isInstanceOf(Verdict.Bad.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.KEY_NOT_OF_ISSUER);
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
    void a_badge_has_its_time() {
        var early = Samples.badge("2", NOW.plusSeconds(10), null);
        var late = Samples.badge("3", Samples.AWARDED, NOW.minusSeconds(1));

        assertThat(reason(verify(signed(early)), Kind.PERIOD)).isEqualTo(Reason.NOT_YET_VALID);
        assertThat(reason(verify(signed(late)), Kind.PERIOD)).isEqualTo(Reason.EXPIRED);
        assertThat(verify(signed(late))).isInstanceOf(Verdict.Bad.class);
        assertThat(verify(signed(Samples.badge("4", Samples.AWARDED, NOW.plusSeconds(1)))))
                .isInstanceOf(Verdict.Good.class);
    }

    @Test
    void a_bit_of_the_issuers_list_revokes_and_one_beside_it_does_not() {
        world.document(Samples.LIST.toString(), list(List.of(Samples.PLACE), NOW));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.REVOKED);

        world.document(Samples.LIST.toString(), list(List.of(Samples.PLACE - 1, Samples.PLACE + 1), NOW));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.NOT_REVOKED);
    }

    @Test
    void a_list_that_is_outdated_altered_or_somebody_elses_says_nothing() {
        world.document(Samples.LIST.toString(), list(List.of(), NOW.minus(Duration.ofDays(2))));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_OUTDATED);

        var altered = list(List.of(Samples.PLACE), NOW);
        ((ObjectNode) altered.path("credentialSubject"))
                .put("encodedList", Bitstring.empty().encode());
        world.document(Samples.LIST.toString(), altered);
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_UNREADABLE);

        var other = Signer.byDidKey(Samples.OTHER_KEY);
        var theirs = new StatusList(
                Samples.LIST,
                other.controller(),
                StatusPurpose.REVOCATION,
                Bitstring.empty(),
                NOW,
                Duration.ofDays(1),
                Duration.ofMinutes(1));
        world.document(Samples.LIST.toString(), theirs.signed(BOX, other));
        assertThat(reason(verify(signed(Samples.badge())), Kind.STATUS)).isEqualTo(Reason.STATUS_UNREADABLE);

        assertThat(reason(
                        new Verifier(BOX, World.knowingTheNetwork(), Unbaking.none())
                                .verify(bytes(signed(Samples.badge())), Question.at(NOW)),
                        Kind.STATUS))
                .isEqualTo(Reason.STATUS_NOT_FETCHED);
    }

    @Test
    void what_is_known_here_comes_before_the_list_and_has_a_time() {
        var id = Samples.badge().id();
        world.award(id, new Award.Suspended(NOW.minusSeconds(5)));
        assertThat(check(verify(signed(Samples.badge())), Kind.STATUS))
                .isEqualTo(Check.failed(Kind.STATUS, Reason.SUSPENDED)
                        .with("time", NOW.minusSeconds(5).toString()));

        world.award(id, new Award.Revoked(NOW.minusSeconds(9), "Attribuée par erreur"));
        assertThat(check(verify(signed(Samples.badge())), Kind.STATUS).details())
                .containsEntry("time", NOW.minusSeconds(9).toString())
                .containsEntry("reason", "Attribuée par erreur");
    }

    @Test
    void a_suspension_list_suspends() {
        var badge = Samples.badge();
        var entry = new StatusEntry(URI.create(Samples.NETWORK + "/status/suspension/0"), 5, StatusPurpose.SUSPENSION);
        var suspended = new StatusList(
                entry.list(),
                Samples.NETWORK,
                StatusPurpose.SUSPENSION,
                Bitstring.of(List.of(5)),
                NOW,
                Duration.ofDays(1),
                Duration.ofMinutes(1));
        world.document(entry.list().toString(), suspended.signed(BOX, Samples.SIGNER));

        assertThat(reason(verify(signed(with(badge, entry, List.of(), List.of()))), Kind.STATUS))
                .isEqualTo(Reason.SUSPENDED);
    }

    @Test
    void what_a_retired_key_signed_stays_good_and_what_a_stolen_one_did_does_not() {
        var badge = bytes(ISSUANCE.signed(withoutStatus(), Samples.SIGNER, Samples.AWARDED));
        assertThat(verifyBy(new KeyState.Retired(NOW), badge)).isInstanceOf(Verdict.Good.class);

        var before = verifyBy(new KeyState.Compromised(Samples.AWARDED.minusSeconds(1)), badge);
        assertThat(reason(before, Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED);
        assertThat(before).isInstanceOf(Verdict.Bad.class);

        var after = verifyBy(new KeyState.Compromised(NOW), badge);
        assertThat(reason(after, Kind.SIGNATURE)).isEqualTo(Reason.KEY_COMPROMISED_LATER);
        assertThat(after).isInstanceOf(Verdict.Unsure.class);
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
    void a_picture_gives_what_it_holds() {
        var badge = bytes(signed(Samples.badge()));
        Unbaking picture = bytes -> switch (bytes.length) {
            case 1 -> new Unbaking.Unbaked.Holding(badge);
            case 2 -> new Unbaking.Unbaked.Empty();
            default -> new Unbaking.Unbaked.Refused("bomb");
        };
        var verifier = new Verifier(BOX, world, picture);

        assertThat(verifier.verify(new byte[1], Question.at(NOW))).isInstanceOf(Verdict.Good.class);
        assertThat(reason(verifier.verify(new byte[2], Question.at(NOW)), Kind.FORMAT))
                .isEqualTo(Reason.IMAGE_WITHOUT_BADGE);
        assertThat(reason(verifier.verify(new byte[3], Question.at(NOW)), Kind.FORMAT))
                .isEqualTo(Reason.IMAGE_REFUSED);
    }

    private Verdict verifyBy(KeyState state, byte[] badge) {
        var key = new IssuerKey(Samples.SIGNER.id(), Samples.NETWORK, Samples.KEY.verifying(), state);
        return new Verifier(BOX, new World().key(key), Unbaking.none()).verify(badge, Question.at(NOW));
    }

    private Verdict verify(ObjectNode document) {
        return verify(bytes(document));
    }

    private Verdict verify(byte[] bytes) {
        return new Verifier(BOX, world, Unbaking.none()).verify(bytes, Question.at(NOW));
    }

    private static Credential.Badge withoutStatus() {
        return with(Samples.badge(), null, List.of(), List.of());
    }

    private static Credential.Badge with(
            Credential.Badge badge,
            StatusEntry status,
            List<HashedIdentity> identities,
            List<ObjectNode> endorsements) {
        return new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                identities,
                badge.awarded(),
                badge.validFrom(),
                badge.validUntil(),
                status,
                badge.narrative(),
                badge.image(),
                badge.evidence(),
                endorsements);
    }

    private static Credential.Endorsement endorsement(URI issuer) {
        return new Credential.Endorsement(
                URI.create("https://badges.example.org/endorsements/1"),
                Profile.named(issuer, "Une pair"),
                "Recommandation",
                Samples.badge().id(),
                "Très bien",
                Samples.AWARDED,
                null);
    }

    private static ObjectNode list(List<Integer> places, Instant at) {
        return new StatusList(
                        Samples.LIST,
                        Samples.NETWORK,
                        StatusPurpose.REVOCATION,
                        Bitstring.of(places),
                        at,
                        Duration.ofDays(1),
                        Duration.ofMinutes(5))
                .signed(BOX, Samples.SIGNER);
    }

    private static ObjectNode signed(Credential badge) {
        return ISSUANCE.signed(badge, Samples.SIGNER, Samples.AWARDED);
    }

    private static byte[] bytes(ObjectNode document) {
        return StrictJson.write(document);
    }

    private static Reason reason(Verdict verdict, Kind kind) {
        return check(verdict, kind).reason();
    }

    private static Check check(Verdict verdict, Kind kind) {
        return verdict.checks().stream()
                .filter(check -> check.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
