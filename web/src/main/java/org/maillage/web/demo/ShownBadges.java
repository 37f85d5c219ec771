package org.maillage.web.demo;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.EndorseAward;
import org.maillage.ledger.badge.AwardCommand.Publish;
import org.maillage.ledger.badge.BadgeCommand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;

/**
 * What the people of the sign-in page have said of their badges: the first of them has accepted all but one, shows those of
 * leading, and two others endorse the last of these. Done once: what a visitor changes afterwards stays, and what waits for
 * them waits.
 */
public final class ShownBadges {

    private static final String SCOPE = "demonstration";

    // Places at the sign-in page.
    private static final int CLAIRE = 1;
    private static final int KARIM = 4;

    private final Ledger ledger;
    private final Badges badges;
    private final Clock clock;

    public ShownBadges(Ledger ledger, Badges badges, Clock clock) {
        this.ledger = ledger;
        this.badges = badges;
        this.clock = clock;
    }

    /**
     * Says it, once badges are awarded.
     *
     * @param people those of the sign-in page, in order
     * @param first whether the network has just been made; else it is said where an earlier start had no time for any of it
     */
    public void say(List<DemoPerson> people, boolean first) {
        var nadia = people.get(0);
        var held = badges.awards().of(nadia.network(), nadia.member(), AsOf.NOW);
        if (!first && held.stream().anyMatch(award -> award.acceptance() != Award.Acceptance.WAITING)) {
            return;
        }
        var leading = held.stream().filter(ShownBadges::isLeading).toList();
        var others = held.stream().filter(award -> !isLeading(award)).toList();
        leading.forEach(award -> accepted(award, nadia));
        // The newest of the others waits for whoever signs in as her.
        others.stream().limit(Math.max(0, others.size() - 1L)).forEach(award -> accepted(award, nadia));
        if (!leading.isEmpty()) {
            var last = leading.getLast();
            endorse(
                    last,
                    people.get(KARIM),
                    "Elle laisse le temps de se tromper. Je prépare mes ateliers comme elle, maintenant.");
            endorse(last, people.get(CLAIRE), null);
        }
    }

    private static boolean isLeading(Award award) {
        return award.content().role() == Role.LEAD;
    }

    private void accepted(Award award, DemoPerson member) {
        ask("accept", award, new Accept(award.award(), award.network(), member.member()));
        if (isLeading(award)) {
            ask("publish", award, new Publish(award.award(), award.network(), member.member()));
        }
    }

    private void endorse(Award award, DemoPerson by, @Nullable String words) {
        var endorse = new EndorseAward(award.award(), award.network(), by.member(), null, words);
        ask("endorse/" + by.member(), award, endorse);
    }

    private void ask(String what, Award award, BadgeCommand command) {
        var key = "badge/" + what + "/" + award.award();
        ledger.execute(command, new Origin(Id.nextUuid(), SCOPE, key, Actor.SYSTEM, null, clock.instant()));
    }
}
