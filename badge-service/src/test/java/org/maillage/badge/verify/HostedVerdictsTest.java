package org.maillage.badge.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.credential.Samples;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.openbadges2.HostedAddresses;
import org.maillage.badge.openbadges2.HostedDocuments;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.proof.KeyState;
import org.maillage.badge.proof.SigningKey;
import org.maillage.badge.verify.Check.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Badges of Open Badges 2.0, whose address speaks for them. */
class HostedVerdictsTest {

    private static final Instant NOW = Samples.AWARDED.plus(Duration.ofDays(30));
    private static final HostedAddresses AT = new HostedAddresses(
            URI.create("https://badges.example.org/ob2/issuers/grand-est"),
            URI.create("https://badges.example.org/ob2/badges/animer-pratique/fr"),
            URI.create("https://badges.example.org/ob2/assertions/1"),
            URI.create("https://badges.example.org/ob2/issuers/grand-est/revoked"));
    private static final ObjectNode ASSERTION = HostedDocuments.assertion(hashed(null), AT);

    private final World world = new World()
            .document(AT.assertion().toString(), ASSERTION)
            .document(AT.badgeClass().toString(), HostedDocuments.badgeClass(Samples.achievement(), AT))
            .document(AT.issuer().toString(), HostedDocuments.issuer(Samples.network(), AT))
            .trusting(AT.issuer().toString());

    @Test
    void an_assertion_that_its_address_gives_too_is_good_and_says_what_badge_it_is_and_whose() {
        var verdict = verify(ASSERTION);
        var badge = verdict.presented().orElseThrow();

        assertThat(badge.name()).hasValue(Samples.achievement().name());
        assertThat(badge.issuerName()).hasValue(Samples.network().name());

        assertThat(verdict).isInstanceOf(Verdict.Good.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.HOSTED_AS_GIVEN);
    }

    @Test
    void a_changed_one_is_bad_and_one_that_nobody_can_fetch_is_unsure() {
        assertThat(reason(verify(ASSERTION.deepCopy().put("narrative", "Mieux")), Kind.SIGNATURE))
                .isEqualTo(Reason.HOSTED_DIFFERS);
        var alone = new Verifier(new JsonLdBox(), Sources.none(), Unbaking.none());
        var verdict = alone.verify(StrictJson.write(ASSERTION), Question.at(NOW));
        assertThat(verdict).isInstanceOf(Verdict.Unsure.class);
        assertThat(reason(verdict, Kind.SIGNATURE)).isEqualTo(Reason.HOSTED_NOT_FETCHED);
        assertThat(reason(verdict, Kind.STATUS)).isEqualTo(Reason.STATUS_NOT_FETCHED);
    }

    @Test
    void an_issuer_that_nobody_trusts_is_unknown() {
        var stranger = new World()
                .document(AT.assertion().toString(), ASSERTION)
                .document(AT.badgeClass().toString(), HostedDocuments.badgeClass(Samples.achievement(), AT));

        var verdict = new Verifier(new JsonLdBox(), stranger, Unbaking.none())
                .verify(StrictJson.write(ASSERTION), Question.at(NOW));

        assertThat(verdict).isInstanceOf(Verdict.Unsure.class);
        assertThat(reason(verdict, Kind.ISSUER)).isEqualTo(Reason.ISSUER_UNKNOWN);
    }

    @Test
    void one_that_is_hosted_where_the_issuer_is_not_is_bad() {
        var elsewhere = ASSERTION.deepCopy().put("id", "https://evil.example/assertions/1");
        world.document("https://evil.example/assertions/1", elsewhere);

        assertThat(reason(verify(elsewhere), Kind.SIGNATURE)).isEqualTo(Reason.HOSTED_ELSEWHERE);
    }

    @Test
    void a_revoked_one_is_bad_and_says_why() {
        world.document(AT.assertion().toString(), HostedDocuments.revoked(AT.assertion(), "Attribuée par erreur"));

        var verdict = verify(ASSERTION);

        assertThat(verdict).isInstanceOf(Verdict.Bad.class);
        assertThat(check(verdict, Kind.STATUS).details()).containsEntry("reason", "Attribuée par erreur");
        assertThat(reason(verify(HostedDocuments.revoked(AT.assertion(), null)), Kind.STATUS))
                .isEqualTo(Reason.REVOKED);
    }

    @Test
    void an_expired_one_is_bad() {
        var expired = HostedDocuments.assertion(hashed(NOW.minusSeconds(1)), AT);
        world.document(AT.assertion().toString(), expired);

        assertThat(reason(verify(expired), Kind.PERIOD)).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void the_recipient_is_who_the_hash_says() {
        var verifier = new Verifier(new JsonLdBox(), world, Unbaking.none());
        var bytes = StrictJson.write(ASSERTION);

        assertThat(reason(verifier.verify(bytes, new Question(NOW, "nadia@example.org", List.of())), Kind.RECIPIENT))
                .isEqualTo(Reason.RECIPIENT_MATCHES);
        assertThat(reason(verifier.verify(bytes, new Question(NOW, "claire@example.org", List.of())), Kind.RECIPIENT))
                .isEqualTo(Reason.RECIPIENT_OTHER);
    }

    @Test
    void a_part_that_is_missing_is_named() {
        var without = ASSERTION.deepCopy();
        without.remove("badge");

        assertThat(check(verify(without), Kind.FORMAT))
                .isEqualTo(Check.failed(Kind.FORMAT, Reason.MISSING_PROPERTY).with("about", "badge"));
    }

    @Test
    void a_signed_one_is_held_against_the_key_that_it_names() {
        var key = SigningKey.generate(KeyKind.RSA);
        var name = "https://badges.example.org/keys/rsa";
        world.key(new IssuerKey(URI.create(name), AT.issuer(), key.verifying(), new KeyState.Active()));
        var assertion = ASSERTION.deepCopy();
        assertion.putObject("verification").put("type", "SignedBadge").put("creator", name);

        assertThat(reason(verify(token(assertion, key).getBytes(UTF_8)), Kind.SIGNATURE))
                .isEqualTo(Reason.SIGNATURE_GOOD);
        assertThat(reason(
                        verify(token(assertion, SigningKey.generate(KeyKind.RSA))
                                .getBytes(UTF_8)),
                        Kind.SIGNATURE))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void a_key_of_somebody_else_signs_nothing_for_the_issuer() {
        var key = SigningKey.generate(KeyKind.RSA);
        var name = "https://evil.example/keys/rsa";
        world.key(new IssuerKey(
                URI.create(name), URI.create("https://evil.example/"), key.verifying(), new KeyState.Active()));
        var assertion = ASSERTION.deepCopy();
        assertion.putObject("verification").put("type", "SignedBadge").put("creator", name);

        assertThat(reason(verify(token(assertion, key).getBytes(UTF_8)), Kind.SIGNATURE))
                .isEqualTo(Reason.KEY_NOT_OF_ISSUER);
    }

    private static String token(ObjectNode assertion, SigningKey key) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var message = base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8))
                + '.'
                + base64.encodeToString(StrictJson.write(assertion));
        return message + '.' + base64.encodeToString(key.sign(message.getBytes(UTF_8)));
    }

    private static Credential.Badge hashed(Instant until) {
        var badge = Samples.badge("1", Samples.AWARDED, until);
        return new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                List.of(HashedIdentity.ofEmail("nadia@example.org", "s4lt")),
                badge.awarded(),
                badge.validFrom(),
                until,
                null,
                badge.narrative(),
                badge.image(),
                badge.evidence(),
                List.of());
    }

    private Verdict verify(ObjectNode document) {
        return verify(StrictJson.write(document));
    }

    private Verdict verify(byte[] bytes) {
        return new Verifier(new JsonLdBox(), world, Unbaking.none()).verify(bytes, Question.at(NOW));
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
