package org.maillage.web.demo;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;

/** Tells what Nadia does: something of every role, all year round, and gifts to and fro. */
final class Portrait {

    private static final List<Doing> ROUND = List.of(
            Doing.WORKSHOP_LED,
            Doing.ACCOMPANIMENT,
            Doing.RESOURCE_CREATED,
            Doing.TRIAL,
            Doing.WORKSHOP_LED,
            Doing.REVIEW,
            Doing.DISSEMINATION,
            Doing.CONNECTION,
            Doing.WORKSHOP_LED,
            Doing.LOAN,
            Doing.COMPANIONSHIP,
            Doing.DROP_IN);

    private static final int CLAIMS = 72;

    private final Society arcelle;
    private final Milestones days;
    private final Ids ids;
    private final Wording wording;
    private final DayBook book;
    private final Ends ends;

    Portrait(Society arcelle, Milestones days, Ids ids, Texts texts, DayBook book, Ends ends) {
        this.arcelle = arcelle;
        this.days = days;
        this.ids = ids;
        this.wording = new Wording(texts);
        this.book = book;
        this.ends = ends;
    }

    void tell() {
        var first = days.start().plusDays(8);
        var span = ChronoUnit.DAYS.between(first, days.last().minusDays(8));
        for (var number = 0; number < CLAIMS; number++) {
            var day = first.plusDays(span * number / CLAIMS);
            var key = "nadia/" + number;
            var dice = ids.dice(key);
            var doing = ROUND.get(number % ROUND.size());
            var nadia = arcelle.people().get(Cast.NADIA);
            var minutes = dice.pick(doing.lengths());
            if (book.takes(nadia, day, minutes)) {
                var sketch = new Sketch(ids, arcelle, key, doing, day)
                        .place(dice.pick(arcelle.terrain().spots()));
                describe(sketch, dice);
                sketch.share(nadia, Quantity.minutes(minutes), paid(number), Capacity.MEMBER);
                accompany(sketch, number, day, minutes);
                ends.of(sketch.by(nadia, 0, 18, dice.between(0, 59)), sketch, dice, Fate.VALIDATED);
            }
        }
    }

    private void describe(Sketch sketch, Dice dice) {
        var doing = sketch.doing();
        sketch.words(wording.title(doing, sketch.spot(), dice), wording.sentence(doing, sketch.spot(), dice));
        if (doing.beforePeople()) {
            sketch.present(AudienceKind.ADULTS, dice.between(4, 12));
        }
        if (dice.percent(50)) {
            sketch.link("https://traces." + arcelle.region().domain() + "/" + ids.of("trace/" + sketch.id()));
        }
    }

    /** Every third time Karim is there, every fifth Jeanne: their confirmations count for her badges. */
    private void accompany(Sketch sketch, int number, java.time.LocalDate day, int minutes) {
        var other = arcelle.people().get(number % 3 == 0 ? Cast.KARIM : Cast.JEANNE);
        if ((number % 3 == 0 || number % 5 == 0) && other.isIn(day) && book.takes(other, day, minutes)) {
            sketch.share(other, Quantity.minutes(minutes), other.payment(), Capacity.MEMBER);
        }
    }

    /** A fifth of her time is paid, and goes to the common fund. */
    private static Payment paid(int number) {
        return number % 5 == 2 ? Payment.PAID : Payment.UNPAID;
    }

    /** Thank-yous from her and to her, and gifts to the fund and to an organisation. */
    void gifts(Gifts gifts) {
        var nadia = arcelle.people().get(Cast.NADIA);
        var jeanne = arcelle.people().get(Cast.JEANNE);
        var karim = arcelle.people().get(Cast.KARIM);
        var elio = arcelle.people().get(Cast.ELIO);
        var fund = AccountId.fundOf(arcelle.terrain().network());
        var library = AccountId.of(arcelle.terrain().organisations().getFirst().id());
        gifts.give("nadia/1", days.last().minusDays(210), nadia, jeanne.account(), 400, "Merci pour les tablettes.");
        gifts.give("nadia/2", days.last().minusDays(150), nadia, fund, 500, "Pour celles et ceux qui commencent.");
        gifts.give("nadia/3", days.last().minusDays(95), nadia, elio.account(), 0, "Merci de relire si vite.");
        gifts.give("nadia/4", days.last().minusDays(60), nadia, library, 300, "Pour la salle, toujours prête.");
        gifts.give(
                "nadia/5", days.last().minusDays(12), nadia, jeanne.account(), 200, "Merci pour le vidéoprojecteur.");
        gifts.give(
                "jeanne/1", days.last().minusDays(80), jeanne, nadia.account(), 200, "Grâce à toi, j’ai animé seule.");
        gifts.give("elio/1", days.last().minusDays(40), elio, nadia.account(), 100, "Merci pour le jeu de cartes.");
        gifts.give("karim/1", days.last().minusDays(5), karim, nadia.account(), 0, "Belle séance, vendredi.");
    }
}
