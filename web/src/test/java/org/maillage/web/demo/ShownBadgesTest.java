package org.maillage.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.web.frame.Commands;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

@RunningProgram
class ShownBadgesTest {

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Badges badges;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    private TestNetwork.Made made;

    @Test
    void what_waits_for_a_visitor_at_a_later_start_goes_on_waiting() {
        made = network.make();
        var others = network.coordinator(made, "Karim");
        var people =
                List.of(person(made.nadia()), person(made.claire()), person(others), person(others), person(others));
        network.validate(made, network.claim(made, made.nadia()));
        award("lead.first-steps");
        var shown = new ShownBadges(ledger, badges, clock);
        shown.say(people, true);
        TestNetwork.quiet(badges);
        assertThat(held())
                .filteredOn(award -> award.content().role() == Role.LEAD)
                .singleElement()
                .satisfies(award -> {
                    assertThat(award.acceptance()).isEqualTo(Award.Acceptance.ACCEPTED);
                    assertThat(award.endorsements()).hasSize(2);
                });
        award("test.first-steps");
        var waiting = waiting();
        shown.say(people, false);
        TestNetwork.quiet(badges);
        assertThat(waiting).isGreaterThanOrEqualTo(2);
        assertThat(waiting()).isEqualTo(waiting);
    }

    private DemoPerson person(TestNetwork.Someone who) {
        return new DemoPerson(who.person(), who.member(), made.network(), "Val d’Arcelle", "N", "n@x", "", "", false);
    }

    private void award(String shipped) {
        var badge = BadgeDefinitionId.shipped(made.network(), shipped);
        var claire = made.claire();
        commands.run(
                Actor.person(claire.person()),
                UUID.randomUUID().toString(),
                new AwardByHand(
                        badge,
                        made.network(),
                        made.nadia().member(),
                        claire.member(),
                        "Elle a tenu la permanence.",
                        null,
                        false));
        TestNetwork.quiet(badges);
    }

    private List<Award> held() {
        return badges.awards().of(made.network(), made.nadia().member(), AsOf.NOW);
    }

    private long waiting() {
        return held().stream()
                .filter(award -> award.acceptance() == Award.Acceptance.WAITING)
                .count();
    }
}
