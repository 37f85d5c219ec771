package org.maillage.web.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.web.demo.Participant.Profile;

/** Tells how a meeting of all coordinators is decided, since none of them may: somebody uninvolved is asked (rule 3). */
final class Entrustments {

    /** In this region the parent's coordinators may decide. */
    static final int PARENT_DECIDES = 2;

    private final Society society;
    private final Milestones days;
    private final Ids ids;
    private final Script script;

    Entrustments(Society society, Milestones days, Ids ids, Script script) {
        this.society = society;
        this.days = days;
        this.ids = ids;
        this.script = script;
    }

    /** Tells it in three regions: a colleague or signatory decides; in one it waits for who is drawn at the parent. */
    void tell() {
        if (society.region().number() == PARENT_DECIDES) {
            entrusted();
        } else if (!society.region().isParent() && society.region().number() <= 3) {
            var colleague = society.active(day()).stream()
                    .filter(p -> p.profile() != Profile.COORDINATOR)
                    .findFirst();
            colleague.map(Participant::member).ifPresent(this::decided);
        }
    }

    private LocalDate day() {
        return days.last().minusDays(120);
    }

    /** Who is drawn among the parent's coordinators is chance, so that their decision is still to come. */
    private Claim entrusted() {
        return entrusted(days.last().minusDays(6), ids.member(Region.PARENT.key() + "/0"));
    }

    private void decided(MemberId decider) {
        var claim = entrusted(day(), decider);
        script.add(
                claim.at().plus(Duration.ofHours(40)),
                claim.key() + "/validate",
                new Validate(claim.id(), society.terrain().network(), decider, List.of()));
    }

    private Claim entrusted(LocalDate held, MemberId candidate) {
        var network = society.terrain().network();
        var all = society.coordinators();
        var author = all.getFirst();
        var key = society.region().key() + "/meeting";
        var sketch = new Sketch(ids, society, key, Doing.COORDINATION, held)
                .words("Réunion de coordination", "Les trois coordinations étaient là : quelqu’un d’autre en décide.");
        all.forEach(one -> sketch.share(one, Quantity.minutes(120), Payment.UNPAID, Capacity.MEMBER));
        var claim = sketch.by(author, 0, 18, 0);
        script.add(claim.at(), key + "/submit", claim.submit());
        for (var share : claim.unconfirmed()) {
            var holder = claim.contributors().getOrDefault(share.share(), author);
            script.add(
                    claim.at().plus(Duration.ofMinutes(30)),
                    key + "/confirm/" + holder.number(),
                    new ConfirmShare(claim.id(), network, holder.member(), share.share()));
        }
        script.add(
                claim.at().plus(Duration.ofHours(16)),
                key + "/entrust",
                new EntrustDecision(claim.id(), network, author.member(), List.of(candidate)));
        return claim;
    }
}
