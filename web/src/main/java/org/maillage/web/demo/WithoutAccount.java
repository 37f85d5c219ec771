package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import org.maillage.ledger.event.MemberEvent.Origin;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.web.demo.Participant.Entry;

/** Tells what people without an account contributed: a coordinator claims for them, or a member cites them. */
final class WithoutAccount {

    private final Society society;
    private final Milestones days;
    private final Ids ids;
    private final Texts texts;
    private final Script script;
    private final Claims.Outcome outcome;

    WithoutAccount(Society society, Milestones days, Ids ids, Texts texts, Script script, Claims.Outcome outcome) {
        this.society = society;
        this.days = days;
        this.ids = ids;
        this.texts = texts;
        this.script = script;
        this.outcome = outcome;
    }

    void tell() {
        for (var participant : society.people()) {
            if (participant.entry() == Entry.CITED) {
                cited(participant);
            } else if (participant.entry() == Entry.ENTERED
                    && participant.since().plusDays(3).isBefore(days.last())) {
                claimedByCoordinator(participant);
            }
        }
    }

    /** The membership is entered together with the claim that cites it. */
    private void cited(Participant who) {
        var key = society.region().key() + "/cited/" + who.number();
        var dice = ids.dice(key);
        var author = dice.weighted(society.active(who.since()), p -> p.profile().weight());
        var sketch = sketch(key, who, dice, Doing.WELCOME)
                .share(author, Quantity.minutes(60), author.payment(), Capacity.MEMBER)
                .share(who, Quantity.minutes(60), Payment.UNPAID, Capacity.MEMBER);
        var claim = sketch.by(author, 0, 18, 15);
        var entered = script.add(
                at(who.since(), 18, 10),
                key + "/enter",
                new Enter(
                        who.member(),
                        society.terrain().network(),
                        author.member(),
                        Origin.CITED,
                        who.name(),
                        claim.id()));
        if (entered) {
            outcome.of(claim, sketch, dice);
        }
    }

    private void claimedByCoordinator(Participant who) {
        var key = society.region().key() + "/entered/" + who.number();
        var dice = ids.dice(key);
        var sketch = sketch(key, who, dice, dice.percent(50) ? Doing.REPAIR : Doing.LOGISTICS)
                .share(who, Quantity.minutes(dice.between(2, 5) * 30), Payment.UNPAID, Capacity.MEMBER);
        outcome.of(sketch.by(dice.pick(society.coordinators()), 2, 18, 30), sketch, dice);
    }

    private Sketch sketch(String key, Participant who, Dice dice, Doing doing) {
        var sketch = new Sketch(ids, society, key, doing, who.since());
        sketch.place(dice.pick(society.terrain().spots()));
        var wording = new Wording(texts);
        return sketch.words(wording.title(doing, sketch.spot(), dice), wording.sentence(doing, sketch.spot(), dice));
    }
}
