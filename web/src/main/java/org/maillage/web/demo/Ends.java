package org.maillage.web.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.Payment;

/** Tells what becomes of each claim, and remembers what it led to. */
final class Ends implements Claims.Outcome {

    private final Society society;
    private final Script script;
    private final Texts texts;
    private final Chronicle chronicle;

    Ends(Society society, Script script, Texts texts, Chronicle chronicle) {
        this.society = society;
        this.script = script;
        this.texts = texts;
        this.chronicle = chronicle;
    }

    @Override
    public void of(Claim claim, Sketch sketch, Dice dice) {
        of(claim, sketch, dice, dice.weighted(List.of(Fate.values()), Fate::weight));
    }

    /** Tells one claim to this end. */
    void of(Claim claim, Sketch sketch, Dice dice, Fate fate) {
        var story = new ClaimStory(claim, society, script, texts, dice);
        story.tell(fate).ifPresent(at -> credit(claim, at));
        if (fate == Fate.REPLACED) {
            replace(claim, sketch, dice, story.now());
        }
    }

    private void replace(Claim claim, Sketch sketch, Dice dice, Instant reversed) {
        var again = sketch.again(claim, reversed.plusSeconds(1_800));
        new ClaimStory(again, society, script, texts, dice).tell(Fate.VALIDATED).ifPresent(at -> credit(again, at));
    }

    /** For gifts, half of what unpaid time earns is counted on: less may be accepted, and days are capped. */
    private void credit(Claim claim, Instant at) {
        var people = new ArrayList<Participant>();
        for (var share : claim.shares()) {
            var who = claim.contributors().get(share.share());
            if (who != null && share.contributor().holder() == Holder.MEMBER) {
                people.add(who);
                if (share.payment() == Payment.UNPAID && who.member().equals(claim.author())) {
                    chronicle.earn(at, who.member(), share.quantity().creditedMinutes() * 100L / 60);
                }
            }
        }
        chronicle.validated(new Chronicle.Done(at, claim.id(), people));
    }
}
