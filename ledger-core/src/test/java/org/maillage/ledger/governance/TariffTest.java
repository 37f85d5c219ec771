package org.maillage.ledger.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.PARIS;
import static org.maillage.ledger.LedgerFixture.TODAY;
import static org.maillage.ledger.LedgerFixture.WORKSHOP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.CreditEvent.Issued;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.ShippedKinds;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.TransferId;

/** The tariff in force on the day rules, for ever (rules 4, 5, 9 and 11). */
class TariffTest {

    private static final KindCode PHOTOS = new KindCode("photos");

    private final LedgerFixture given = new LedgerFixture();

    @AfterEach
    void close() {
        given.close();
    }

    private AdoptTariff adopt(LocalDate effective, long rate, @Nullable Integer cap, long floor) {
        return adopt(effective, rate, cap, floor, false);
    }

    private AdoptTariff adopt(LocalDate effective, long rate, @Nullable Integer cap, long floor, boolean toFund) {
        var lines = ShippedKinds.tariff().stream()
                .map(line -> new TariffLine(line.kind(), rate, cap, line.weights()))
                .toList();
        return new AdoptTariff(
                given.network, given.claire.member(), 2, effective, lines, toFund, new Mailles(floor), "Essai");
    }

    private Issued issued(KindCode kind, Quantity quantity, LocalDate day) {
        var claim = given.claims(given.nadia, ClaimedShare.plain(given.nadia.account(), kind, quantity, day));
        given.note();
        given.when(given.claire, given.validate(claim, given.claire));
        return given.news(Issued.class).getFirst();
    }

    private Issued issued(int minutes, LocalDate day) {
        return issued(WORKSHOP, Quantity.minutes(minutes), day);
    }

    @Test
    void a_version_rules_from_its_day_on_and_the_first_covers_all_earlier_days() {
        given.when(given.claire, adopt(TODAY.plusDays(1), 300, null, 0));
        given.clock.advance(Duration.ofDays(2));
        assertThat(issued(60, TODAY.minusYears(5)).amount()).isEqualTo(Mailles.whole(2));
        assertThat(issued(60, TODAY).tariffVersion()).isEqualTo(1);
        assertThat(issued(60, TODAY.plusDays(1)).amount()).isEqualTo(Mailles.whole(3));
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 0", "3, 10, 0", "9, 10, 2", "15, 10, 2", "21, 10, 4", "7, 200, 23"})
    void halves_are_rounded_to_even(int minutes, long rate, long hundredths) {
        given.when(given.claire, adopt(TODAY, rate, null, 0));
        var issued = issued(minutes, TODAY);
        assertThat(issued.amount()).isEqualTo(new Mailles(hundredths));
        assertThat(issued.rounding()).isEqualTo("HALF_EVEN");
        assertThat(issued.computation()).isEqualTo("%d min × %d / 60 = %d".formatted(minutes, rate, hundredths));
    }

    @Test
    void a_daily_cap_counts_over_all_claims_of_the_day_and_comes_back_with_what_is_taken_back() {
        given.when(given.claire, adopt(TODAY, 200, 90, 0));
        assertThat(issued(60, TODAY).credited()).isEqualTo(60);
        var capped = issued(60, TODAY);
        assertThat(capped.credited()).isEqualTo(30);
        assertThat(capped.minutes()).isEqualTo(60);
        assertThat(issued(60, TODAY).amount()).isEqualTo(Mailles.ZERO);
        assertThat(issued(60, TODAY.minusDays(1)).credited()).as("another day").isEqualTo(60);
    }

    @Test
    void a_kind_that_was_added_later_is_ruled_by_its_first_version_on_earlier_days() {
        given.when(
                given.claire,
                new AddKind(
                        given.network,
                        given.claire.member(),
                        new Kind(PHOTOS, Measure.COUNT, "Photos", 1),
                        33,
                        10,
                        RoleWeights.all(Role.SPREAD)));
        var issued = issued(PHOTOS, Quantity.units(12), TODAY.minusDays(30));
        assertThat(issued.tariffVersion()).isEqualTo(2);
        assertThat(issued.amount()).isEqualTo(new Mailles(330));
        assertThat(issued.minutes()).isZero();
    }

    @Test
    void the_label_of_a_kind_can_be_read() {
        given.refused(
                given.claire,
                new AddKind(
                        given.network,
                        given.claire.member(),
                        new Kind(PHOTOS, Measure.COUNT, "Photos\u202E", 1),
                        33,
                        10,
                        RoleWeights.all(Role.SPREAD)),
                Reason.TEXT_UNREADABLE);
    }

    @Test
    void the_floor_limits_giving_only() {
        given.when(given.claire, adopt(TODAY, 200, null, -500));
        var gift = new Give(
                TransferId.next(),
                given.network,
                given.nadia.member(),
                given.nadia.account(),
                given.karim.account(),
                new Mailles(500),
                null,
                null);
        given.when(given.nadia, gift);
        assertThat(given.balance(given.nadia.account()).available()).isEqualTo(new Mailles(-500));
    }

    @Test
    void a_version_that_says_what_rules_already_is_refused_and_one_that_brings_it_forward_is_not() {
        given.refused(given.claire, adopt(TODAY, 200, null, 0, true), Reason.NOTHING_CHANGES);
        given.when(given.claire, adopt(TODAY.plusDays(9), 300, null, 0));
        given.refused(given.claire, third(TODAY.plusDays(20), 300), Reason.NOTHING_CHANGES);
        given.note();
        given.when(given.claire, third(TODAY.plusDays(1), 300));
        assertThat(given.news(TariffAdopted.class)).hasSize(1);
    }

    private AdoptTariff third(LocalDate effective, long rate) {
        var again = adopt(effective, rate, null, 0);
        return new AdoptTariff(
                again.network(),
                again.by(),
                3,
                effective,
                again.lines().reversed(),
                again.paidTimeToFund(),
                again.floor(),
                "Plus tôt");
    }

    @Test
    void a_new_network_copies_kinds_and_tariff_of_its_parent_whole() {
        given.when(given.claire, adopt(TODAY, 250, 480, -300));
        given.when(
                given.claire,
                new AddKind(
                        given.network,
                        given.claire.member(),
                        new Kind(PHOTOS, Measure.COUNT, "Photos", 1),
                        33,
                        10,
                        RoleWeights.all(Role.SPREAD)));
        given.note();
        given.system(new Create(NetworkId.next(), "Bassin", given.network, PARIS, Set.of(), null, null));
        assertThat(given.news(TariffAdopted.class)).singleElement().satisfies(copy -> {
            assertThat(copy.version()).isEqualTo(1);
            assertThat(copy.lines()).hasSize(ShippedKinds.kinds().size() + 1);
            assertThat(copy.lines().subList(0, ShippedKinds.kinds().size()))
                    .as("in the order in which screens offer them")
                    .extracting(TariffLine::kind)
                    .containsExactlyElementsOf(
                            ShippedKinds.kinds().stream().map(Kind::code).toList());
            assertThat(copy.lines()).filteredOn(l -> l.kind().equals(WORKSHOP)).allMatch(l -> l.rate() == 250);
            assertThat(copy.paidTimeToFund()).isFalse();
            assertThat(copy.floor()).isEqualTo(new Mailles(-300));
        });
    }

    @Test
    void a_parent_exists_even_where_nothing_is_copied_from_it() {
        given.refused(
                Actor.SYSTEM,
                new Create(
                        NetworkId.next(),
                        "Bassin",
                        NetworkId.next(),
                        PARIS,
                        Set.of(),
                        List.copyOf(ShippedKinds.kinds()),
                        ShippedKinds.tariff()),
                Reason.UNKNOWN_NETWORK);
    }
}
