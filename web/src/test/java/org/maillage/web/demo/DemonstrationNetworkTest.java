package org.maillage.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.event.ShareOutcome;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Role;

/** The network at its full size. */
class DemonstrationNetworkTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final Recording RECORDING = new Recording();
    private static Made made = new Made(TODAY, 0, 0, java.util.List.of());

    @BeforeAll
    static void make() {
        made = RECORDING.make(TODAY, 100);
    }

    @Test
    void the_ledger_accepts_every_command_of_the_story() {
        assertThat(made.refused()).isEmpty();
        assertThat(made.commands()).isGreaterThan(30_000);
        assertThat(made.events()).isEqualTo(RECORDING.journal.position());
    }

    @Test
    void made_twice_it_adds_nothing_also_on_a_later_day() {
        var before = RECORDING.journal.position();

        var again = RECORDING.make(TODAY.plusDays(40), 100);

        assertThat(again.events()).isZero();
        assertThat(again.refused()).isEmpty();
        assertThat(RECORDING.journal.position()).isEqualTo(before);
    }

    @Test
    void twelve_regions_are_nested_under_one_parent() {
        var created = RECORDING.events(NetworkEvent.Created.class);

        assertThat(created).hasSize(13);
        assertThat(created.stream().map(NetworkEvent.Created::parent).filter(p -> p != null))
                .hasSize(12)
                .containsOnly(created.getFirst().network());
        assertThat(RECORDING.events(TariffAdopted.class).stream()
                        .filter(t -> !t.network().equals(created.getFirst().network())))
                .hasSize(36);
    }

    @Test
    void the_regions_have_2300_members_and_some_have_left() {
        var parent = RECORDING.events(NetworkEvent.Created.class).getFirst().network();
        var in = new HashSet<MemberId>();
        var left = new HashSet<MemberId>();
        for (var event : RECORDING.events(MemberEvent.class)) {
            if (!event.network().equals(parent)) {
                in.add(event.member());
                if (event instanceof MemberEvent.Left) {
                    left.add(event.member());
                }
            }
        }
        in.removeAll(left);

        assertThat(in).hasSize(2_300);
        assertThat(left).hasSize(24);
    }

    @Test
    void about_ten_thousand_claims_stand_in_every_state() {
        var states = new HashMap<ContributionId, String>();
        for (var event : RECORDING.events(ContributionEvent.class)) {
            states.put(event.contribution(), event.getClass().getSimpleName());
        }
        var counts = states.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));

        assertThat(states).hasSizeBetween(9_500, 11_000);
        assertThat(counts)
                .containsKeys(
                        "Submitted",
                        "ShareConfirmed",
                        "ShareDenied",
                        "ClarificationAsked",
                        "ClarificationAnswered",
                        "Validated",
                        "Declined",
                        "Withdrawn",
                        "Appealed",
                        "Reversed");
        assertThat(RECORDING.events(ContributionEvent.Reopened.class)).isNotEmpty();
        assertThat(RECORDING.events(ContributionEvent.Submitted.class))
                .anyMatch(submitted -> submitted.replaces() != null);
        assertThat(RECORDING.events(ContributionEvent.Validated.class))
                .flatMap(ContributionEvent.Validated::outcomes)
                .extracting(ShareOutcome::status)
                .contains(ShareOutcome.Status.ACCEPTED, ShareOutcome.Status.LAPSED, ShareOutcome.Status.DENIED);
    }

    @Test
    void every_role_and_every_payment_has_history_in_every_region() {
        var roles = new HashMap<NetworkId, Set<Role>>();
        RECORDING
                .events(CreditEvent.Issued.class)
                .forEach(issued -> roles.computeIfAbsent(issued.network(), _ -> EnumSet.noneOf(Role.class))
                        .addAll(issued.weights().basisPoints().keySet()));

        assertThat(roles).hasSize(13);
        Region.TWELVE.forEach(region -> assertThat(roles.get(new Ids(DemonstrationNetwork.SEED).network(region.key())))
                .as(region.name())
                .hasSize(8));
        assertThat(RECORDING.events(ContributionEvent.Submitted.class))
                .flatMap(ContributionEvent.Submitted::shares)
                .extracting(share -> share.payment())
                .contains(Payment.values());
    }

    @Test
    void what_all_accounts_hold_is_what_was_issued_less_what_was_reversed() {
        Map<NetworkId, Long> held = new HashMap<>();
        Map<NetworkId, Long> issued = new HashMap<>();
        for (var event : RECORDING.events(CreditEvent.class)) {
            held.merge(event.network(), event.availableChange().hundredths(), Long::sum);
            issued.merge(event.network(), event.contributedChange().hundredths(), Long::sum);
        }

        assertThat(issued).hasSize(13).isEqualTo(held);
        assertThat(RECORDING.events(CreditEvent.Given.class))
                .extracting(CreditEvent.Given::reason)
                .contains(CreditEvent.GiftReason.values());
    }

    @Test
    void who_signs_in_with_one_press_is_there() {
        var persons = RECORDING.events(PersonEvent.MembershipLinked.class).stream()
                .collect(Collectors.toMap(PersonEvent.MembershipLinked::member, PersonEvent.MembershipLinked::person));

        assertThat(DemonstrationNetwork.people()).hasSize(9).allSatisfy(door -> {
            assertThat(persons).containsEntry(door.member(), door.person());
            assertThat(door.email()).endsWith(".example");
        });
        assertThat(RECORDING.events(PersonEvent.AdministratorAppointed.class))
                .extracting(PersonEvent.AdministratorAppointed::person)
                .containsExactly(DemonstrationNetwork.people().get(3).person());
    }

    @Test
    void nadia_has_something_of_every_role_and_gives_and_receives() {
        var nadia = DemonstrationNetwork.people().getFirst().member().value();
        var hers = RECORDING.events(CreditEvent.class).stream()
                .filter(event -> event.account().id().equals(nadia))
                .toList();

        assertThat(hers.stream()
                        .filter(CreditEvent.Issued.class::isInstance)
                        .map(CreditEvent.Issued.class::cast)
                        .flatMap(i -> i.weights().basisPoints().keySet().stream()))
                .contains(Role.values());
        assertThat(hers).hasAtLeastOneElementOfType(CreditEvent.Given.class);
        assertThat(hers).hasAtLeastOneElementOfType(CreditEvent.Received.class);
    }
}
