package org.maillage.web.demo;

import java.time.Duration;
import java.time.Instant;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;

/** Tells what the contributors of a claim say of their shares, and a witness of it all. */
final class Answers {

    private final Claim claim;
    private final NetworkId network;
    private final Script script;
    private final Texts texts;
    private final Dice dice;
    private boolean confirmed;

    Answers(Claim claim, NetworkId network, Script script, Texts texts, Dice dice) {
        this.claim = claim;
        this.network = network;
        this.script = script;
        this.texts = texts;
        this.dice = dice;
        this.confirmed = claim.unconfirmed().size() < claim.shares().size();
    }

    /** Whether a share is confirmed, by claiming or by an answer: without any there is nothing to validate. */
    boolean anyConfirmed() {
        return confirmed;
    }

    /** Tells them. @return when the last answer was given */
    Instant tell(Society society, Instant from) {
        var last = from;
        for (var share : claim.unconfirmed()) {
            var at = byDay(from.plus(Duration.ofMinutes(dice.between(10, 40 * 60))));
            answer(share, at);
            last = at.isAfter(last) ? at : last;
        }
        if (dice.percent(4)) {
            attest(society, last);
        }
        return last;
    }

    /** Most confirm; some correct, some deny, some never answer. Who has no account answers by the link of the share. */
    private void answer(ClaimedShare share, Instant at) {
        var who = java.util.Objects.requireNonNull(claim.contributors().get(share.share()));
        var key = claim.key() + "/share/" + share.share();
        var roll = dice.below(100);
        if (!who.hasAccount()) {
            if (roll < 65) {
                confirmed |= script.byLink(at, key, share.share(), confirm(share, who));
            }
        } else if (roll < 82) {
            confirmed |= script.add(at, key, confirm(share, who));
        } else if (roll < 89) {
            confirmed |= script.add(at, key, correct(share, who));
        } else if (roll < 92) {
            script.add(at, key, new DenyShare(claim.id(), network, who.member(), share.share()));
        }
    }

    private ConfirmShare confirm(ClaimedShare share, Participant who) {
        return new ConfirmShare(claim.id(), network, who.member(), share.share());
    }

    private CorrectShare correct(ClaimedShare share, Participant who) {
        var said = share.quantity();
        var right = said.units() > 0
                ? Quantity.units(Math.max(1, said.units() - 1))
                : new Quantity(Math.max(15, said.session() - 30), said.preparation(), said.travel(), 0);
        return new CorrectShare(claim.id(), network, who.member(), share.share(), right, texts.one("correction", dice));
    }

    private void attest(Society society, Instant from) {
        var day = from.atZone(Milestones.PARIS).toLocalDate();
        var involved = claim.involved();
        var witnesses = society.active(day).stream()
                .filter(p -> p.profile() != Participant.Profile.COORDINATOR && !involved.contains(p.member()))
                .toList();
        if (!witnesses.isEmpty()) {
            var witness = dice.pick(witnesses).member();
            script.add(
                    from.plus(Duration.ofMinutes(20)),
                    claim.key() + "/attest",
                    new Attest(claim.id(), network, witness, texts.one("attest", dice)));
        }
    }

    /** The same moment, or the next morning where it falls into the night. */
    static Instant byDay(Instant at) {
        var local = at.atZone(Milestones.PARIS);
        if (local.getHour() >= 8 && local.getHour() < 22) {
            return at;
        }
        var day = local.getHour() < 8 ? local : local.plusDays(1);
        return day.withHour(8).withMinute(local.getMinute()).toInstant();
    }
}
