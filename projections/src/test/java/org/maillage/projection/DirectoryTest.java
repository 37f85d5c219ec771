package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.maillage.projection.Story.COMMIT;
import static org.maillage.projection.Story.WATCH;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Story.Part;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.ThreadEntry;
import org.maillage.projection.contribution.ThreadEntry.What;
import org.maillage.projection.figures.NetworkFigures.OfKind;
import org.maillage.projection.figures.NetworkFigures.OfRole;
import org.maillage.projection.guard.DayMinutes;
import org.maillage.projection.member.KnownPerson;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Tariff;

/** Members, networks, claims with their thread, figures and the guard. */
class DirectoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 51);

    @Test
    void the_directory_is_ordered_by_name_and_lists_nobody_who_was_imported_and_has_not_joined() {
        var zoe = story.joined("Zoé Exemple");
        var emile = story.joined("Émile Modèle");
        var cited = story.entered("Fatou Témoin", MemberEvent.Origin.CITED);
        var imported = story.entered("Anna Importée", MemberEvent.Origin.IMPORTED);
        var joined = story.entered("Bruno Importé", MemberEvent.Origin.IMPORTED);
        var gone = story.joined("Gérard Parti");
        story.append(
                new MemberEvent.Joined(joined, story.network, MemberEvent.Via.CODE),
                new MemberEvent.Left(gone, story.network));
        try (var open = OpenViews.over(feed)) {
            var members = open.caughtUp().members();
            var first = members.listed(story.network, MemberFilter.ALL, AsOf.NOW, null, 3);
            var second = members.listed(story.network, MemberFilter.ALL, AsOf.NOW, first.next(), 3);
            assertThat(first.items()).extracting(Member::member).containsExactly(joined, emile, cited);
            assertThat(second.items()).extracting(Member::member).containsExactly(zoe);
            assertThat(members.all(story.network, MemberFilter.ALL, AsOf.NOW, null, 50)
                            .items())
                    .extracting(Member::member)
                    .containsExactly(imported, joined, emile, cited, gone, zoe);
            assertThat(members.all(story.network, new MemberFilter("EMILE", null, null), AsOf.NOW, null, 9)
                            .items())
                    .extracting(Member::member)
                    .containsExactly(emile);
            assertThat(members.all(story.network, new MemberFilter("%", null, null), AsOf.NOW, null, 9)
                            .items())
                    .isEmpty();
            assertThat(members.all(story.network, new MemberFilter(null, Member.Status.LEFT, null), AsOf.NOW, null, 9)
                            .items())
                    .extracting(Member::member)
                    .containsExactly(gone);
            assertThatThrownBy(() -> members.listed(story.network, MemberFilter.ALL, AsOf.NOW, "no cursor", 3))
                    .isInstanceOf(Cursor.Malformed.class);
        }
    }

    @Test
    void a_member_has_organisation_charter_coordination_and_a_past() {
        var nadia = story.joined("Nadia Exemple");
        var house = story.organisation("Maison du lien");
        story.at("2026-03-05T09:00:00Z")
                .append(
                        new MemberEvent.OrganisationChanged(nadia, story.network, house),
                        new MemberEvent.CharterSigned(nadia, story.network, 2),
                        new NetworkEvent.CoordinatorAppointed(story.network, nadia, null));
        story.rename(nadia, "Nadia Nouvelle");
        try (var open = OpenViews.over(feed)) {
            var members = open.caughtUp().members();
            var now = members.find(story.network, nadia, AsOf.NOW).orElseThrow();
            assertThat(now.organisation()).isEqualTo(house);
            assertThat(now.organisationName()).isEqualTo("Maison du lien");
            assertThat(now.charterVersion()).isEqualTo(2);
            assertThat(now.name()).isEqualTo("Nadia Nouvelle");
            assertThat(members.coordinators(story.network, AsOf.NOW)).containsExactly(now);
            assertThat(members.isLed(story.network)).isEqualTo(now.status() == Member.Status.JOINED);
            assertThat(members.unled().contains(story.network)).isNotEqualTo(members.isLed(story.network));
            assertThat(members.unledOf(nadia).isPresent()).isNotEqualTo(members.isLed(story.network));
            var then =
                    members.find(story.network, nadia, LocalDate.of(2026, 3, 4)).orElseThrow();
            assertThat(then.coordinator()).isFalse();
            assertThat(then.organisation()).isNull();
            assertThat(then.name()).isEqualTo("Nadia Exemple");
            assertThat(members.find(story.network, nadia, LocalDate.of(2026, 3, 1)))
                    .isEmpty();
        }
    }

    @Test
    void who_left_has_left_until_they_join_again() {
        var gone = story.joined("Gérard Parti");
        story.append(new MemberEvent.Left(gone, story.network), story.invited(gone, "Gérard"));
        try (var open = OpenViews.over(feed)) {
            var members = open.caughtUp().members();
            var left = members.find(story.network, gone, AsOf.NOW).orElseThrow();
            assertThat(left.status()).isEqualTo(Member.Status.LEFT);
            assertThat(left.listed()).isFalse();
            story.append(new MemberEvent.Joined(gone, story.network, MemberEvent.Via.INVITATION));
            var back = open.caughtUp()
                    .members()
                    .find(story.network, gone, AsOf.NOW)
                    .orElseThrow();
            assertThat(back.status()).isEqualTo(Member.Status.JOINED);
            assertThat(back.listed()).isTrue();
            assertThat(back.name()).isEqualTo("Gérard Parti");
        }
    }

    @Test
    void persons_hold_memberships_and_may_be_administrators() {
        var nadia = story.joined("Nadia Exemple");
        var without = story.entered("Fatou Témoin", MemberEvent.Origin.COORDINATOR);
        var chief = new PersonId(story.id());
        story.append(new PersonEvent.Registered(chief), new PersonEvent.AdministratorAppointed(chief));
        try (var open = OpenViews.over(feed)) {
            var members = open.caughtUp().members();
            var person = members.personOf(nadia).orElseThrow();
            assertThat(members.membershipsOf(person)).singleElement().satisfies(membership -> {
                assertThat(membership.member()).isEqualTo(nadia);
                assertThat(membership.network()).isEqualTo(story.network);
            });
            assertThat(members.personOf(without)).isEmpty();
            assertThat(members.isRegistered(person)).isTrue();
            assertThat(members.person(person).administrator()).isFalse();
            assertThat(members.person(person).standings())
                    .extracting(Standing::member)
                    .containsExactly(nadia);
            assertThat(members.person(chief)).isEqualTo(new KnownPerson(List.of(), true));
            assertThat(members.person(new PersonId(story.id()))).isEqualTo(new KnownPerson(List.of(), false));
            assertThat(members.administrators()).containsExactly(chief);
        }
    }

    @Test
    void a_network_has_kinds_territory_organisations_tariffs_and_a_charter_as_of_a_day() {
        var reims = new Commune(new InseeCode("51454"), 2024);
        story.at("2026-03-05T09:00:00Z")
                .append(
                        new NetworkEvent.TerritoryChanged(story.network, Set.of(reims)),
                        new NetworkEvent.KindAdded(
                                story.network, new Kind(new KindCode("fair"), Measure.COUNT, "Salon", 1)),
                        new NetworkEvent.ParentDecisionsAllowed(story.network, true),
                        story.tariff(2, LocalDate.of(2026, 4, 1), 300));
        try (var open = OpenViews.over(feed)) {
            var networks = open.caughtUp().networks();
            var before = LocalDate.of(2026, 3, 4);
            assertThat(networks.find(story.network).orElseThrow().parentDecides())
                    .isTrue();
            assertThat(networks.find(story.network).orElseThrow().zone()).isEqualTo(Story.ZONE);
            assertThat(networks.all()).hasSize(1);
            assertThat(networks.territory(story.network, before)).hasSize(2);
            assertThat(networks.territory(story.network, AsOf.NOW)).containsExactly(reims);
            assertThat(networks.kinds(story.network, before))
                    .extracting(Kind::code)
                    .containsExactly(WORKSHOP, WATCH, COMMIT);
            assertThat(networks.kinds(story.network, AsOf.NOW)).hasSize(4);
            assertThat(networks.tariffs(story.network, before)).hasSize(1);
            assertThat(networks.tariffsNow(story.network).on(LocalDate.of(2020, 1, 1)))
                    .map(Tariff::version)
                    .contains(1);
            assertThat(networks.tariffsNow(story.network).on(LocalDate.of(2026, 3, 31)))
                    .map(Tariff::version)
                    .contains(1);
            var tariff = networks.tariffsNow(story.network)
                    .on(LocalDate.of(2026, 4, 1))
                    .orElseThrow();
            assertThat(tariff.version()).isEqualTo(2);
            assertThat(tariff.lines())
                    .isEqualTo(story.tariff(2, LocalDate.of(2026, 4, 1), 300).lines());
        }
    }

    @Test
    void a_thread_tells_each_validation_once_on_every_day_also_after_it_was_undone() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var claim = story.at("2026-03-02T09:00:00Z").claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(120), DAY));
        story.at("2026-03-03T09:00:00Z").validate(claim, claire);
        story.at("2026-03-05T09:00:00Z").takeBack(claim, claire, true);
        story.at("2026-03-06T09:00:00Z").validate(claim, claire);
        story.at("2026-03-06T10:00:00Z").takeBack(claim, claire, true);
        story.at("2026-03-06T11:00:00Z").validate(claim, claire);
        story.at("2026-03-08T09:00:00Z").takeBack(claim, claire, false);
        var whole = List.of(
                told(What.SUBMITTED, nadia, 2),
                told(What.VALIDATED, claire, 3),
                told(What.REOPENED, claire, 5),
                told(What.VALIDATED, claire, 6),
                told(What.REOPENED, claire, 6),
                told(What.VALIDATED, claire, 6),
                told(What.REVERSED, claire, 8));
        try (var open = OpenViews.over(feed)) {
            var contributions = open.caughtUp().contributions();
            for (int day = 2; day < 10; day++) {
                var asOf = LocalDate.of(2026, 3, day);
                assertThat(contributions
                                .find(story.network, claim, asOf)
                                .orElseThrow()
                                .thread())
                        .as("on %s", asOf)
                        .extracting(ThreadEntry::what, ThreadEntry::by, ThreadEntry::recordedOn)
                        .containsExactlyElementsOf(whole.stream()
                                .filter(entry -> !((LocalDate) entry.toList().getLast()).isAfter(asOf))
                                .toList());
            }
        }
    }

    private static Tuple told(What what, MemberId by, int day) {
        return tuple(what, by, LocalDate.of(2026, 3, day));
    }

    @Test
    void a_claim_shows_shares_evidence_and_thread_as_they_stood_on_a_day() {
        var nadia = story.joined("Nadia Exemple");
        var eric = story.joined("Éric Témoin");
        var claire = story.coordinator("Claire Modèle");
        var claim = story.claim(
                nadia,
                "https://exemple.fr/1",
                null,
                Part.of(nadia, WORKSHOP, Quantity.minutes(120), DAY).helping(claire),
                Part.of(eric, WORKSHOP, Quantity.minutes(120), DAY));
        story.at("2026-03-03T09:00:00Z").ask(claim, claire);
        story.at("2026-03-04T09:00:00Z").answer(claim, nadia);
        story.correct(claim, 1, Quantity.minutes(90));
        story.at("2026-03-05T09:00:00Z").validate(claim, claire);
        try (var open = OpenViews.over(feed)) {
            var contributions = open.caughtUp().contributions();
            assertThat(contributions.find(story.network, claim, DAY)).isEmpty();
            var asked = contributions
                    .find(story.network, claim, LocalDate.of(2026, 3, 3))
                    .orElseThrow();
            assertThat(asked.state()).isEqualTo(State.CLARIFICATION_ASKED);
            assertThat(asked.shares())
                    .extracting(Share::answer)
                    .containsExactly(Share.Answer.CONFIRMED, Share.Answer.WAITING);
            assertThat(asked.thread())
                    .extracting(ThreadEntry::what)
                    .containsExactly(ThreadEntry.What.SUBMITTED, ThreadEntry.What.CLARIFICATION_ASKED);

            var now = contributions.find(story.network, claim, AsOf.NOW).orElseThrow();
            assertThat(now.state()).isEqualTo(State.VALIDATED);
            assertThat(now.decision().by()).isEqualTo(claire);
            assertThat(now.evidence())
                    .singleElement()
                    .satisfies(evidence -> assertThat(evidence.reference()).isEqualTo("https://exemple.fr/1"));
            assertThat(now.thread())
                    .extracting(ThreadEntry::text)
                    .containsExactly(null, "Quand ?", "Mardi.", "moins", null);
            var corrected = now.shares().get(1);
            assertThat(corrected.claimed()).isEqualTo(Quantity.minutes(120));
            assertThat(corrected.confirmed()).isEqualTo(Quantity.minutes(90));
            assertThat(corrected.outcome().accepted()).isEqualTo(Quantity.minutes(90));
            assertThat(corrected.outcome().amount().hundredths()).isEqualTo(300);
            assertThat(now.shares().getFirst().helped()).containsExactly(claire);
            assertThat(contributions.ofShare(story.network, corrected.share())).contains(claim);
        }
    }

    @Test
    void a_members_claims_are_those_made_and_those_contributed_to_newest_first() {
        var nadia = story.joined("Nadia Exemple");
        var eric = story.joined("Éric Témoin");
        var made = story.claim(nadia, Part.of(eric, WORKSHOP, Quantity.minutes(60), DAY));
        var own = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(60), DAY));
        var cited = story.claim(eric, Part.of(nadia, WORKSHOP, Quantity.minutes(60), DAY));
        var erics = story.claim(eric, Part.of(eric, WATCH, Quantity.minutes(60), DAY));
        var coordinator = story.coordinator("Claire Modèle");
        story.ask(made, coordinator);
        story.ask(own, coordinator);
        story.ask(erics, coordinator);
        story.validate(own, coordinator);
        try (var open = OpenViews.over(feed)) {
            var contributions = open.caughtUp().contributions();
            assertThat(contributions.askedOf(story.network, nadia))
                    .extracting(it -> it.contribution())
                    .containsExactly(made);
            var first = contributions.ofMember(story.network, nadia, AsOf.NOW, null, 2);
            var second = contributions.ofMember(story.network, nadia, AsOf.NOW, first.next(), 2);
            assertThat(first.items()).extracting(it -> it.contribution()).containsExactly(cited, own);
            assertThat(second.items()).extracting(it -> it.contribution()).containsExactly(made);
            assertThat(contributions.waitingFor(story.network, nadia))
                    .extracting(it -> it.contribution())
                    .containsExactly(cited);
        }
    }

    @Test
    void figures_add_up_members_claims_and_validated_time_by_kind_role_and_month() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        story.validate(story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(61), DAY)), claire);
        story.validate(story.claim(nadia, Part.of(nadia, COMMIT, Quantity.units(3), DAY)), claire);
        story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(60), DAY));
        try (var open = OpenViews.over(feed)) {
            var figures = open.caughtUp().figures().of(story.network, AsOf.NOW);
            var march = YearMonth.of(2026, 3);
            assertThat(figures.members())
                    .containsEntry(Member.Status.JOINED, 2L)
                    .containsEntry(Member.Status.LEFT, 0L);
            assertThat(figures.contributions())
                    .containsEntry(State.VALIDATED, 2L)
                    .containsEntry(State.SUBMITTED, 1L)
                    .containsEntry(State.REVERSED, 0L);
            assertThat(figures.byKind())
                    .containsExactly(new OfKind(COMMIT, march, 1, 0, 3), new OfKind(WATCH, march, 1, 61, 0));
            // 30.5 minutes each: half-even rounds to 30
            assertThat(figures.byRole())
                    .containsExactly(new OfRole(Role.INVENT, march, 30, 3), new OfRole(Role.SPREAD, march, 30, 0));
            assertThat(figures.isConserved()).isTrue();
            assertThat(figures.balances().hundredths()).isEqualTo(503);
        }
    }

    @Test
    void the_guard_knows_the_minutes_of_a_day_and_what_may_be_the_same() {
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        var waiting =
                story.claim(nadia, "https://exemple.fr/1", null, Part.of(nadia, WORKSHOP, Quantity.minutes(60), DAY));
        var validated = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(90), DAY));
        story.validate(validated, claire);
        story.decline(story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(400), DAY)), claire);
        story.withdraw(story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(400), DAY)), nadia);
        try (var open = OpenViews.over(feed)) {
            var guard = open.caughtUp().guard();
            assertThat(guard.day(story.network, nadia, DAY)).isEqualTo(new DayMinutes(150, 90));
            assertThat(guard.day(story.network, nadia, DAY.plusDays(1))).isEqualTo(new DayMinutes(0, 0));
            assertThat(guard.possibleDuplicates(story.network, nadia, WORKSHOP, DAY, Set.of()))
                    .containsExactly(waiting);
            assertThat(guard.possibleDuplicates(
                            story.network, nadia, WORKSHOP, DAY.minusDays(9), Set.of("match-https://exemple.fr/1")))
                    .containsExactly(waiting);
            assertThat(guard.possibleDuplicates(story.network, nadia, WATCH, DAY, Set.of("match-other")))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void a_claim_that_replaces_another_is_named_by_it() {
        var nadia = story.joined("Nadia Exemple");
        var first = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(60), DAY));
        story.withdraw(first, nadia);
        var second = story.claim(nadia, null, first, Part.of(nadia, WORKSHOP, Quantity.minutes(90), DAY));
        try (var open = OpenViews.over(feed)) {
            var contributions = open.caughtUp().contributions();
            assertThat(contributions
                            .find(story.network, first, AsOf.NOW)
                            .orElseThrow()
                            .replacedBy())
                    .isEqualTo(second);
            assertThat(contributions
                            .find(story.network, second, AsOf.NOW)
                            .orElseThrow()
                            .replaces())
                    .isEqualTo(first);
        }
    }
}
