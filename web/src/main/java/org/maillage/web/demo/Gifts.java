package org.maillage.web.demo;

import static org.maillage.web.demo.Milestones.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;
import org.maillage.web.demo.Chronicle.Done;
import org.maillage.web.demo.Participant.Profile;

/** Tells who thanks whom, with mailles or without, and what goes to and from the common fund and to organisations. */
final class Gifts {

    /** Nobody is made to give more than this part of what they have, in hundredths. */
    private static final int AT_MOST = 50;

    private final Society society;
    private final Milestones days;
    private final Ids ids;
    private final Texts texts;
    private final Script script;
    private final Chronicle chronicle;

    Gifts(Society society, Milestones days, Ids ids, Texts texts, Script script, Chronicle chronicle) {
        this.society = society;
        this.days = days;
        this.ids = ids;
        this.texts = texts;
        this.script = script;
        this.chronicle = chronicle;
    }

    /** Tells a thank-you for every sixth claim that was validated, and a gift to all for every thirtieth. */
    void tell() {
        var number = 0;
        for (var done : List.copyOf(chronicle.done())) {
            var key = society.region().key() + "/gift/" + number++;
            var dice = ids.dice(key);
            if (dice.percent(16)) {
                thank(key, done, dice);
            } else if (dice.percent(4)) {
                donate(key, done, dice);
            }
        }
        grants();
    }

    /** Somebody gives so much on a day, if they have it. */
    void give(String key, LocalDate day, Participant giver, AccountId to, int hundredths, String words) {
        var when = at(day, 20, 30);
        var amount = affordable(giver, when, hundredths);
        if (hundredths == 0 || amount > 0) {
            give(society.region().key() + "/given/" + key, when, giver, to, amount, null, words);
        }
    }

    private void thank(String key, Done done, Dice dice) {
        var when = evening(done.at(), dice);
        var givers = society.active(day(when)).stream()
                .filter(p -> !done.contributors().contains(p))
                .toList();
        var thanked = done.contributors().stream()
                .filter(p -> p.leaves() == null && p.hasAccount())
                .toList();
        if (givers.isEmpty() || thanked.isEmpty()) {
            return;
        }
        var giver = dice.weighted(givers, p -> p.profile().weight());
        var amount = dice.percent(35) ? 0 : affordable(giver, when, dice.pick(List.of(50, 100, 100, 200, 200, 400)));
        give(key, when, giver, dice.pick(thanked).account(), amount, done.contribution(), texts.one("thanks", dice));
    }

    private void donate(String key, Done done, Dice dice) {
        var when = evening(done.at(), dice);
        var givers = done.contributors().stream()
                .filter(p -> p.leaves() == null && p.hasAccount())
                .filter(p -> affordable(p, when, 100) > 0)
                .toList();
        if (givers.isEmpty()) {
            return;
        }
        var giver = dice.pick(givers);
        var organisation = dice.pick(society.terrain().organisations()).id();
        var to = dice.percent(60) ? AccountId.fundOf(society.terrain().network()) : AccountId.of(organisation);
        give(key, when, giver, to, affordable(giver, when, 300), null, texts.one("donation", dice));
    }

    /** Each month from the fourth on, coordinators give from the common fund to somebody who is not paid. */
    private void grants() {
        var month = days.start().plusMonths(4).withDayOfMonth(1);
        while (month.isBefore(days.last())) {
            var key = society.region().key() + "/grant/" + month;
            var dice = ids.dice(key);
            var unpaid = society.active(month.minusDays(30)).stream()
                    .filter(p -> p.profile() == Profile.VOLUNTEER && p.leaves() == null)
                    .toList();
            if (!unpaid.isEmpty() && !society.region().isParent()) {
                grant(key, month, dice.pick(unpaid), dice);
            }
            month = month.plusMonths(1);
        }
    }

    private void grant(String key, LocalDate day, Participant to, Dice dice) {
        script.add(
                at(day, 9, 0),
                key,
                new Give(
                        new TransferId(ids.of(key)),
                        society.terrain().network(),
                        society.coordinators().getFirst().member(),
                        AccountId.fundOf(society.terrain().network()),
                        to.account(),
                        Mailles.whole(dice.between(3, 6)),
                        null,
                        texts.one("grant", dice)));
    }

    private void give(
            String key,
            Instant when,
            Participant giver,
            AccountId to,
            long hundredths,
            @Nullable ContributionId about,
            String words) {
        var command = new Give(
                new TransferId(ids.of(key)),
                society.terrain().network(),
                giver.member(),
                giver.account(),
                to,
                new Mailles(hundredths),
                about,
                words);
        if (script.add(when, key, command) && hundredths > 0) {
            chronicle.earn(when, giver.member(), -hundredths);
        }
    }

    /** So much, or less, or nothing, by what is at hand from the day before until the end of the story. */
    private long affordable(Participant giver, Instant when, long wished) {
        return Math.min(wished, chronicle.spendable(when, giver.member()) * AT_MOST / 100 / 50 * 50);
    }

    private static Instant evening(Instant after, Dice dice) {
        return at(day(after).plusDays(dice.between(1, 5)), 21, dice.between(0, 59));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Milestones.PARIS).toLocalDate();
    }
}
