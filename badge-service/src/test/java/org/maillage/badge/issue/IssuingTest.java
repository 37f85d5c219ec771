package org.maillage.badge.issue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.BadgeFixture.ONCE;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.badge.World;
import org.maillage.badge.catalogue.Competences;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.IssuerKeys;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.badge.verify.Check;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Reason;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Unpublish;
import org.maillage.ledger.badge.IssuerCommand;
import org.maillage.ledger.badge.IssuerCommand.ReportKeyCompromised;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyAdded;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.Alignment.Framework;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.RecognitionId;
import tools.jackson.databind.node.ObjectNode;

/** What is awarded is signed once, verifies, and says at once what becomes of it. */
class IssuingTest {

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final Someone nadia = given.nadia;

    @AfterEach
    void close() {
        world.close();
    }

    private Award awarded() {
        var definition = world.fixture.defined(ONCE);
        return awarded(definition, nadia);
    }

    private Award awarded(BadgeDefinitionId definition, Someone who) {
        given.earns(who, 60);
        world.settleAndSign();
        var award = world.badge(who, definition);
        assertThat(award).isNotNull();
        return award;
    }

    private IssuedBadge shown() {
        return shown(awarded());
    }

    private IssuedBadge shown(Award award) {
        given.when(nadia, new Accept(award.award(), given.network, nadia.member()));
        given.when(nadia, new Publish(award.award(), given.network, nadia.member()));
        world.settleAndSign();
        return badge(award);
    }

    private IssuedBadge badge(Award award) {
        return world.issuing.badges().shown(award.code()).orElseThrow();
    }

    private byte[] document(IssuedBadge badge) {
        return world.issuing.badges().document(badge, Language.FR).orElseThrow();
    }

    private Verdict verdict(byte[] bytes) {
        return world.issuing.verifier().verify(bytes, Question.at(now()));
    }

    private Instant now() {
        return given.clock.instant();
    }

    private long count(String sql) {
        return world.reading.first(sql, row -> row.getLong(1)).orElseThrow();
    }

    private boolean bit(IssuedBadge badge, StatusPurpose purpose) throws Exception {
        var list = world.issuing
                .statusLists()
                .document(given.network, purpose, badge.list())
                .orElseThrow();
        var encoded = StrictJson.readObject(list)
                .path("credentialSubject")
                .path("encodedList")
                .stringValue();
        return Bitstring.decode(encoded).orElseThrow().get(badge.place());
    }

    @Test
    void every_form_of_an_awarded_badge_verifies_by_what_this_site_tells() {
        var badge = shown();
        var badges = world.issuing.badges();
        for (var language : Language.values()) {
            for (var form : List.of(
                    badges.document(badge, language).orElseThrow(),
                    badges.token(badge, language).orElseThrow().getBytes(UTF_8),
                    badges.png(badge, language).orElseThrow(),
                    badges.svg(badge, language).orElseThrow().getBytes(UTF_8),
                    badges.hosted(badge, language))) {
                assertThat(verdict(form)).isInstanceOf(Verdict.Good.class);
            }
        }
        assertThat(badge.forms(Language.EN).credential())
                .isEqualTo(URI.create(World.SITE + "/b/" + badge.award().code().shown() + "?lang=en"));
    }

    @Test
    void a_badge_names_the_competences_that_it_is_aligned_with_in_its_language() {
        var badge = shown();
        var competence =
                Competences.find(new Alignment(Framework.DIGCOMP_2_2, "2.2")).orElseThrow();
        var english = world.issuing.badges().document(badge, Language.EN).orElseThrow();
        assertThat(new String(document(badge), UTF_8)).contains(competence.fr(), "\"targetCode\":\"2.2\"");
        assertThat(new String(english, UTF_8)).contains(competence.en()).doesNotContain(competence.fr());
    }

    @Test
    void a_network_gets_its_keys_with_its_first_badge_and_no_more_of_them() {
        given.note();
        var definition = world.fixture.defined(ONCE);
        assertThat(given.news(IssuerKeyAdded.class)).isEmpty();
        awarded(definition, nadia);
        awarded(definition, given.karim);
        assertThat(given.news(IssuerKeyAdded.class))
                .hasSize(2)
                .extracting(IssuerKeyAdded::by)
                .containsOnlyNulls();
        assertThat(count("select count(*) from badge.kept_key")).isEqualTo(2);
        assertThat(count("select count(*) from badge.credential")).isEqualTo(4);
    }

    @Test
    void private_halves_are_kept_wrapped() {
        awarded();
        var wrapped = world.reading.list("select wrapped from badge.kept_key", row -> row.getBytes("wrapped"));
        assertThat(wrapped)
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(new String(bytes, UTF_8)).doesNotContain("RSA"));
        var exchanged = world.reading.change("""
            update badge.kept_key k set wrapped = o.wrapped from badge.kept_key o where o.key <> k.key
            """);
        assertThat(exchanged).isEqualTo(2);
        var other = world.issuing(given.ledger);
        var badge = other.badges().of(world.badgesOf(nadia).getFirst().code()).orElseThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> other.badges().token(badge, Language.FR))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_rebuild_from_zero_gives_equal_rows() throws SQLException {
        var definition = world.fixture.defined(ONCE, 12);
        awarded(definition, nadia);
        awarded(definition, given.karim);
        var before = world.rows();
        assertThat(before).anyMatch(row -> row.startsWith("credential "));
        given.clock.advance(Duration.ofDays(3));
        world.tables.empty();
        assertThat(count("select count(*) from badge.credential")).isZero();
        world.settleAndSign();
        assertThat(world.rows()).isEqualTo(before);
    }

    @Test
    void two_processes_at_once_sign_each_badge_once() throws Exception {
        var definition = world.fixture.defined(ONCE);
        awarded(definition, nadia);
        given.earns(given.karim, 60);
        given.earns(given.jeanne, 60);
        world.settle();
        long position = world.position();
        try (var other = given.secondProcess();
                var threads = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var running = List.of(world.issuing, world.issuing(other)).stream()
                    .map(process -> threads.submit(() -> {
                        start.await();
                        int signed = 0;
                        for (int now = -1; now != 0; signed += now) {
                            now = process.whenAwarded().step(position);
                        }
                        return signed;
                    }))
                    .toList();
            start.countDown();
            int signed = 0;
            for (var one : running) {
                signed += one.get();
            }
            assertThat(signed).isEqualTo(2);
        }
        assertThat(count("select count(*) from badge.credential")).isEqualTo(6);
    }

    @Test
    void two_processes_that_make_keys_at_once_make_the_same() throws Exception {
        world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        given.note();
        try (var other = given.secondProcess();
                var threads = Executors.newFixedThreadPool(2)) {
            var processes = List.of(world.issuing, world.issuing(other));
            var running = processes.stream()
                    .map(process -> threads.submit(() -> process.whenAwarded().step(world.position())))
                    .toList();
            for (var one : running) {
                one.get();
            }
        }
        world.settleAndSign();
        assertThat(given.news(IssuerKeyAdded.class)).hasSize(2);
        assertThat(count("select count(*) from badge.kept_key")).isEqualTo(2);
    }

    @Test
    void a_revoked_badge_is_set_in_the_list_at_once() throws Exception {
        var badge = shown();
        assertThat(bit(badge, StatusPurpose.REVOCATION)).isFalse();
        given.when(given.samir, world.fixture.revoke(badge.award().award()));
        world.follow();
        assertThat(bit(badge, StatusPurpose.REVOCATION)).isTrue();
        assertThat(bit(badge, StatusPurpose.SUSPENSION)).isFalse();
        var now = badge(badge.award());
        assertThat(verdict(document(now)))
                .isInstanceOf(Verdict.Bad.class)
                .satisfies(verdict ->
                        assertThat(verdict.checks()).extracting(Check::reason).contains(Reason.REVOKED));
        assertThat(new String(world.issuing.badges().hosted(now, Language.FR), UTF_8))
                .contains("\"revoked\":true", "Attribué par erreur.");
        assertThat(new String(
                        world.issuing.issuers().hostedRevocations(given.network).orElseThrow(), UTF_8))
                .contains(now.hosted(Language.FR).assertion().toString());
    }

    @Test
    void a_suspended_badge_is_set_in_both_lists_until_it_counts_again() throws Exception {
        var badge = shown();
        var award = badge.award().award();
        given.when(given.samir, new Suspend(award, given.network, given.samir.member(), null));
        world.follow();
        assertThat(bit(badge, StatusPurpose.REVOCATION)).isTrue();
        assertThat(bit(badge, StatusPurpose.SUSPENSION)).isTrue();
        assertThat(verdict(document(badge)).checks()).extracting(Check::reason).contains(Reason.SUSPENDED);
        given.when(given.samir, new Reinstate(award, given.network, given.samir.member()));
        world.follow();
        assertThat(bit(badge, StatusPurpose.REVOCATION)).isFalse();
        assertThat(verdict(document(badge))).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void an_expired_badge_says_so() {
        var definition = world.fixture.defined(ONCE, 1);
        var badge = shown(awarded(definition, nadia));
        assertThat(verdict(document(badge))).isInstanceOf(Verdict.Good.class);
        given.clock.advance(Duration.ofDays(40));
        assertThat(verdict(document(badge)).checks()).extracting(Check::reason).contains(Reason.EXPIRED);
    }

    @Test
    void a_badge_is_seen_by_nobody_before_it_is_accepted_and_shown_nor_after_it_is_hidden() {
        var award = awarded();
        assertThat(world.issuing.badges().shown(award.code())).isEmpty();
        assertThat(world.issuing.badges().of(award.code())).isPresent();
        given.when(nadia, new Accept(award.award(), given.network, nadia.member()));
        world.settleAndSign();
        assertThat(world.issuing.badges().shown(award.code())).isEmpty();
        given.when(nadia, new Publish(award.award(), given.network, nadia.member()));
        world.settleAndSign();
        assertThat(world.issuing.badges().shown(award.code())).isPresent();
        given.when(nadia, new Unpublish(award.award(), given.network, nadia.member()));
        world.settleAndSign();
        assertThat(world.issuing.badges().shown(award.code())).isEmpty();
    }

    @Test
    void new_keys_sign_from_then_on_and_what_older_ones_signed_stays() {
        var definition = world.fixture.defined(ONCE);
        var first = shown(awarded(definition, nadia));
        var before = document(first);
        given.clock.advance(Duration.ofHours(1));
        var names = Map.of(KeyKind.ED25519, IssuerKeyId.next(), KeyKind.RSA, IssuerKeyId.next());
        world.issuing.keys().rotation(given.network, names::get).forEach(given::system);
        world.settleAndSign();
        assertThat(world.issuing.keys().rotation(given.network, names::get))
                .as("asked twice, there are no further keys and nothing to retire")
                .hasSize(2)
                .extracting(IssuerCommand::key)
                .containsExactlyInAnyOrderElementsOf(names.values());
        given.clock.advance(Duration.ofHours(1));
        world.settleAndSign();
        var second = awarded(definition, given.karim);
        assertThat(document(first)).isEqualTo(before);
        assertThat(verdict(before)).isInstanceOf(Verdict.Good.class);
        assertThat(count("select count(distinct key) from badge.credential")).isEqualTo(2);
        var later = world.issuing.badges().of(second.code()).orElseThrow();
        assertThat(verdict(document(later))).isInstanceOf(Verdict.Good.class);
    }

    @ParameterizedTest(name = "after {0} of its commands")
    @ValueSource(ints = {0, 1, 2, 3})
    void a_renewal_of_keys_that_is_cut_short_is_ended_by_whoever_signs(int told) {
        var definition = world.fixture.defined(ONCE);
        var before = document(shown(awarded(definition, nadia)));
        given.clock.advance(Duration.ofHours(1));
        var names = Map.of(KeyKind.ED25519, IssuerKeyId.next(), KeyKind.RSA, IssuerKeyId.next());
        var asked = world.issuing.keys().rotation(given.network, names::get);
        assertThat(asked).hasSize(4);
        asked.subList(0, told).forEach(given::system);

        // Another process, or this one when it starts again.
        world.settle();
        var again = world.issuing(given.ledger).whenAwarded();
        do {
            world.settle();
        } while (again.step(world.position()) > 0);

        assertThat(world.issuerKeys.of(given.network)).hasSize(4);
        assertThat(world.issuerKeys.of(given.network))
                .filteredOn(key -> key.retired() == null)
                .extracting(IssuerKeys.Key::key)
                .containsExactlyInAnyOrderElementsOf(names.values());
        assertThat(count("select count(*) from badge.kept_key")).isEqualTo(4);
        assertThat(verdict(before)).isInstanceOf(Verdict.Good.class);
        asked.forEach(given::system);
        world.settleAndSign();
        assertThat(world.issuerKeys.of(given.network))
                .as("asked again, nothing changes")
                .hasSize(4);
    }

    @Test
    void a_theft_of_before_there_was_the_key_is_read_as_of_its_first_moment() {
        shown();
        count("with told as (update badge.issuer_key set compromised_since = '-infinity' returning 1)"
                + " select count(*) from told");
        assertThat(world.issuerKeys.of(given.network))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.compromised()).isEqualTo(key.added()));
        var profile =
                world.issuing.issuers().profile(given.network, Language.FR).orElseThrow();
        assertThat(new String(profile, UTF_8)).contains("\"revoked\":\"20").doesNotContain("-1000000000");
    }

    @Test
    void what_a_stolen_key_signed_is_signed_anew_by_another() throws Exception {
        var badge = shown();
        var stolen = document(badge);
        var key = world.reading
                .first(
                        "select distinct key from badge.credential",
                        row -> new IssuerKeyId(row.getObject("key", java.util.UUID.class)))
                .orElseThrow();
        given.clock.advance(Duration.ofHours(1));
        given.system(new ReportKeyCompromised(
                key, given.network, null, badge.award().awardedAt().minusSeconds(1)));
        world.settleAndSign();
        assertThat(verdict(stolen)).isInstanceOf(Verdict.Bad.class);
        assertThat(verdict(stolen).checks()).extracting(Check::reason).contains(Reason.KEY_COMPROMISED);
        var anew = document(badge(badge.award()));
        assertThat(verdict(anew)).isInstanceOf(Verdict.Good.class);
        assertThat(Instant.parse(json(anew).path("validFrom").stringValue()))
                .as("wallets replace the older one")
                .isAfter(Instant.parse(json(stolen).path("validFrom").stringValue()));
    }

    private static ObjectNode json(byte[] document) throws Exception {
        return StrictJson.readObject(document);
    }

    @Test
    void an_endorsement_is_signed_by_its_own_key_and_stands_in_the_badge() throws Exception {
        var badge = shown();
        var words = "J’ai coanimé trois ateliers avec elle.";
        given.when(
                given.karim, new EndorseAward(badge.award().award(), given.network, given.karim.member(), null, words));
        world.settleAndSign();
        var now = badge(badge.award());
        var document = document(now);
        assertThat(verdict(document)).isInstanceOf(Verdict.Good.class);
        assertThat(json(document).path("endorsement").size()).isEqualTo(1);
        assertThat(verdict(document).checks()).extracting(Check::reason).contains(Reason.ENDORSEMENTS_GOOD);
        var name = Statements.name(now.award(), now.award().endorsements().getFirst());
        var endorsement = world.issuing.badges().endorsement(now, name).orElseThrow();
        assertThat(json(endorsement).path("issuer").path("id").stringValue()).startsWith("did:key:z6Mk");
        assertThat(world.issuing.badges().endorsement(now, "another")).isEmpty();
        assertThat(count("select count(*) from badge.credential where document is not null"))
                .as("sealed words are stored nowhere else")
                .isZero();
    }

    @Test
    void what_was_said_of_a_practice_stands_in_the_badge_that_it_earned_signed_by_whoever_said_it() throws Exception {
        var definition = world.fixture.defined(new BadgeRule.Endorsements(2));
        var practice = RecognitionId.of(definition, nadia.member());
        given.when(nadia, new DescribePractice(definition, given.network, nadia.member(), "J’accompagne."));
        for (var peer : List.of(given.karim, given.jeanne)) {
            given.when(peer, new EndorsePractice(practice, given.network, peer.member(), null, "Je l’ai vue.", null));
            given.clock.advance(Duration.ofMinutes(1));
        }
        world.settleAndSign();
        var badge = shown(world.badgesOf(nadia).getFirst());
        for (var language : Language.values()) {
            var document = world.issuing.badges().document(badge, language).orElseThrow();
            assertThat(json(document).path("endorsement").size()).isEqualTo(2);
            assertThat(verdict(document)).isInstanceOf(Verdict.Good.class);
            assertThat(verdict(document).checks()).extracting(Check::reason).contains(Reason.ENDORSEMENTS_GOOD);
        }
        var said = json(document(badge)).path("endorsement");
        assertThat(said.get(0).path("issuer").path("id").stringValue())
                .startsWith("did:key:z6Mk")
                .isNotEqualTo(said.get(1).path("issuer").path("id").stringValue());
        for (var one : badge.award().endorsements()) {
            assertThat(world.issuing.badges().endorsement(badge, Statements.name(badge.award(), one)))
                    .isPresent();
        }

        given.when(given.karim, new WithdrawEndorsement(practice, given.network, given.karim.member(), null));
        world.settleAndSign();
        var now = badge(badge.award());
        assertThat(json(document(now)).path("endorsement").size()).isEqualTo(1);
        assertThat(verdict(document(now))).isInstanceOf(Verdict.Good.class);
        assertThat(count("select count(*) from badge.credential where document is not null"))
                .as("sealed words are stored nowhere else")
                .isZero();
    }

    @Test
    void what_was_said_of_a_practice_leaves_a_badge_as_it_is_that_it_did_not_earn() {
        var definition = world.fixture.defined(new BadgeRule.Endorsements(5));
        given.when(given.samir, world.fixture.byHand(definition, nadia, given.samir));
        world.settleAndSign();
        var badge = shown(world.badgesOf(nadia).getFirst());
        var before = document(badge);
        var rows = count("select xmin::text::bigint from badge.credential where language = 'fr'");
        given.clock.advance(Duration.ofMinutes(1));
        var practice = RecognitionId.of(definition, nadia.member());
        given.when(nadia, new DescribePractice(definition, given.network, nadia.member(), "J’accompagne."));
        given.when(
                given.karim,
                new EndorsePractice(practice, given.network, given.karim.member(), null, "Je l’ai vue.", null));
        world.settleAndSign();
        assertThat(world.practices.find(given.network, practice, world.today()))
                .hasValueSatisfying(told -> assertThat(told.endorsements()).hasSize(1));
        assertThat(document(badge(badge.award()))).isEqualTo(before);
        assertThat(count("select xmin::text::bigint from badge.credential where language = 'fr'"))
                .as("nothing was stored anew")
                .isEqualTo(rows);
    }

    @Test
    void a_badge_by_hand_holds_its_words_and_they_are_not_stored() {
        var definition = world.fixture.defined(ONCE);
        given.when(given.samir, world.fixture.byHand(definition, nadia, given.samir));
        world.settleAndSign();
        var badge = shown(world.badgesOf(nadia).getFirst());
        assertThat(new String(document(badge), UTF_8)).contains("Elle prend le temps.", "https://exemple.fr/atelier");
        assertThat(verdict(document(badge))).isInstanceOf(Verdict.Good.class);
        assertThat(count("select count(*) from badge.credential where document is not null"))
                .isZero();
        assertThat(count("select count(*) from badge.credential")).isEqualTo(2);
    }

    @Test
    void nothing_is_signed_before_the_site_has_an_address() {
        var definition = world.fixture.defined(ONCE);
        given.earns(nadia, 60);
        world.settle();
        var award = world.badge(nadia, definition);
        assertThat(award).isNotNull();
        var nowhere = world.issuing(given.ledger, java.util.Optional.empty());
        assertThat(nowhere.whenAwarded().step(world.position())).isZero();
        assertThat(nowhere.whenAwarded().isIdle(world.position())).isTrue();
        assertThat(nowhere.badges().of(award.code())).isEmpty();
        assertThat(nowhere.issuers().profile(given.network, Language.FR)).isEmpty();
    }
}
