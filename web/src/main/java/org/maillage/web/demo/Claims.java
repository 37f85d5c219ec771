package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.web.demo.Participant.Profile;

/** Tells the contributions of a network, most of them by those who are there most. */
final class Claims {

    private final Society society;
    private final Milestones days;
    private final Ids ids;
    private final Wording wording;
    private final Outcome outcome;
    private final DayBook book;
    private final List<ContributionId> resources = new ArrayList<>();

    /** What becomes of a claim. */
    @FunctionalInterface
    interface Outcome {
        void of(Claim claim, Sketch sketch, Dice dice);
    }

    Claims(Society society, Milestones days, Ids ids, Texts texts, DayBook book, Outcome outcome) {
        this.society = society;
        this.days = days;
        this.ids = ids;
        this.wording = new Wording(texts);
        this.book = book;
        this.outcome = outcome;
    }

    /** Tells so many claims. */
    void tell(int count) {
        for (var number = 0; number < count; number++) {
            var key = society.region().key() + "/claim/" + number;
            var dice = ids.dice(key);
            Optional<LocalDate> day = Optional.of(book.day(dice));
            while (day.isPresent()) {
                var authors = society.active(day.get());
                day = authors.isEmpty() || !tell(key, day.get(), authors, dice)
                        ? Optional.of(book.day(dice))
                        : Optional.empty();
            }
        }
    }

    private boolean tell(String key, LocalDate day, List<Participant> authors, Dice dice) {
        var author = dice.weighted(authors, p -> p.profile().weight());
        var doing = doing(author, day, dice);
        var sketch = new Sketch(ids, society, key, doing, day);
        describe(sketch, day, dice);
        var longDay = doing == Doing.LOGISTICS && dice.percent(6);
        if (longDay ? !longDay(sketch, author, day) : !share(sketch, author, day, dice)) {
            return false;
        }
        if (!doing.counts() && dice.percent(24)) {
            together(sketch, author, day, authors, dice);
        }
        onBehalf(sketch, author, doing, dice);
        var claim = sketch.by(author, delay(day, dice), dice.between(17, 20), dice.between(0, 59));
        outcome.of(claim, sketch, dice);
        if (doing == Doing.RESOURCE_CREATED) {
            resources.add(claim.id());
        }
        return true;
    }

    /** One of the author's favourites more often than not. */
    private Doing doing(Participant author, LocalDate day, Dice dice) {
        var sheets = !society.region().isParent() && day.isAfter(days.secondTariff(society.region()));
        var possible =
                Arrays.stream(Doing.values()).filter(d -> sheets || !d.counts()).toList();
        var liked = possible.stream()
                .filter(d -> !Collections.disjoint(d.roles(), author.favourites()))
                .toList();
        return dice.weighted(liked.isEmpty() || dice.percent(40) ? possible : liked, Doing::weight);
    }

    private void describe(Sketch sketch, LocalDate day, Dice dice) {
        var doing = sketch.doing();
        sketch.place(dice.pick(society.terrain().spots()));
        sketch.words(
                dice.percent(92) ? wording.title(doing, sketch.spot(), dice) : null,
                dice.percent(70) ? wording.sentence(doing, sketch.spot(), dice) : null);
        if (dice.percent(doing.remotePercent())) {
            sketch.remote();
        }
        if (dice.percent(35)) {
            sketch.starting(dice.between(9, 16), dice.percent(60) ? 0 : 30);
        }
        if (doing.beforePeople() && dice.percent(80)) {
            audience(sketch, dice);
        }
        if (dice.percent(26)) {
            sketch.link("https://traces." + society.region().domain() + "/" + ids.of("trace/" + sketch.id()));
        }
        if (!resources.isEmpty() && doing.beforePeople() && dice.percent(8)) {
            sketch.reusing(dice.pick(resources));
        }
        if (dice.percent(12)) {
            sketch.paidBy("CONV-" + (2025 + dice.below(2)) + "-" + dice.between(1, 40));
        }
        if ((doing.helps() || doing == Doing.LOAN) && dice.percent(30)) {
            helped(sketch, day, dice);
        }
    }

    private static void audience(Sketch sketch, Dice dice) {
        sketch.present(dice.percent(60) ? AudienceKind.ADULTS : AudienceKind.SENIORS, dice.between(3, 14));
        if (dice.percent(25)) {
            sketch.present(AudienceKind.CHILDREN_UNDER_15, dice.between(1, 12));
        }
        if (dice.percent(15)) {
            sketch.present(AudienceKind.PEOPLE_WITH_DISABILITIES, dice.between(1, 4));
        }
    }

    private void helped(Sketch sketch, LocalDate day, Dice dice) {
        var settled = society.people().stream()
                .filter(p -> p.profile() == Profile.MEMBER || p.profile() == Profile.VOLUNTEER)
                .filter(p -> p.hasAccount() && p.isIn(day))
                .toList();
        if (!settled.isEmpty()) {
            sketch.helping(dice.pick(settled));
        }
    }

    private boolean share(Sketch sketch, Participant who, LocalDate day, Dice dice) {
        var doing = sketch.doing();
        var length = dice.pick(doing.lengths());
        var preparation = doing.beforePeople() && dice.percent(45) ? dice.pick(List.of(15, 30, 30, 60)) : 0;
        var travel = dice.percent(30) ? dice.pick(List.of(15, 20, 30, 40, 60)) : 0;
        var quantity = doing.counts() ? Quantity.units(length) : new Quantity(length, preparation, travel, 0);
        if (!book.takes(who, day, quantity.creditedMinutes())) {
            return false;
        }
        sketch.share(who, quantity, payment(who, dice), capacity(who, dice));
        return true;
    }

    private boolean longDay(Sketch sketch, Participant who, LocalDate day) {
        if (!book.takesWholly(who, day)) {
            return false;
        }
        sketch.longDay().share(who, new Quantity(700, 50, 60, 0), who.payment(), Capacity.MEMBER);
        return true;
    }

    /** Others of those who are there most have shares of their own; no coordinator, so that one is left to decide. */
    private void together(Sketch sketch, Participant author, LocalDate day, List<Participant> present, Dice dice) {
        var others = new ArrayList<>(present.stream()
                .filter(p -> p.profile() != Profile.COORDINATOR && !p.equals(author))
                .toList());
        for (var i = dice.between(1, 3); i > 0 && !others.isEmpty(); i--) {
            var other = dice.weighted(others, p -> p.profile().weight());
            others.remove(other);
            share(sketch, other, day, dice);
        }
    }

    private static void onBehalf(Sketch sketch, Participant author, Doing doing, Dice dice) {
        var material = doing == Doing.LOAN || doing == Doing.MAINTENANCE || doing == Doing.DISSEMINATION;
        if (material && author.organisation() != null && dice.percent(40)) {
            sketch.share(author.organisation(), Quantity.minutes(dice.between(2, 8) * 30));
        }
    }

    private static Payment payment(Participant who, Dice dice) {
        return dice.percent(12) ? Payment.UNPAID : who.payment();
    }

    private static Capacity capacity(Participant who, Dice dice) {
        if (who.profile() == Profile.COORDINATOR && dice.percent(30)) {
            return dice.percent(50) ? Capacity.BOARD : Capacity.SUPERVISES_VOLUNTEERS;
        }
        return Capacity.MEMBER;
    }

    /** Most claim the same evening. */
    private int delay(LocalDate day, Dice dice) {
        var wished = dice.percent(60) ? 0 : dice.between(1, 6);
        var possible = (int) java.time.temporal.ChronoUnit.DAYS.between(day, days.last());
        return Math.min(wished, possible);
    }
}
