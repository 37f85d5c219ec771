package org.maillage.web.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.PlaceId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Where;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.network.PlaceNames;

/** Reads a claim form into the claim that it asks for, and says beside each field what cannot be read. */
final class ClaimReading {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SENTENCE = 2_000;
    private static final int LONGEST_DAY = 24 * 60;

    private final ClaimForm claim;
    private final Standing standing;
    private final Kinds kinds;
    private final Form form;
    private final Says says;

    ClaimReading(ClaimForm claim, Standing standing, Kinds kinds, Form form, Says says) {
        this.claim = claim;
        this.standing = standing;
        this.kinds = kinds;
        this.form = form;
        this.says = says;
    }

    /** Where the sentences about fields come from, in the reader's language. */
    record Says(Words words, RefusalTexts refusals, Locale locale) {

        String fault(String key) {
            return words.say(key, locale);
        }

        String refusal(Reason reason) {
            return refusals.whole(new Refused(reason), locale);
        }
    }

    /** What all shares of the claim have in common, and the claimant's own part. */
    record Own(
            KindCode kind,
            Quantity quantity,
            LocalDate day,
            @Nullable LocalTime start,
            Where where,
            Payment payment) {}

    /** Reads the claimant's own part; empty where a field of it cannot be read. */
    Optional<Own> own() {
        var kind = form.read("kind", () -> new KindCode(claim.kind()), says.fault("claim.kind.missing"));
        var measure = kinds.measure(claim.kind());
        otherMeasure(measure);
        var counted = measure == Measure.COUNT;
        var preparation = form.read("preparation", this::preparation, says.fault("claim.preparation.invalid"));
        var quantity = form.read(
                counted ? "units" : "duration",
                () -> quantity(measure, preparation == null ? 0 : preparation),
                says.fault(counted ? "claim.units.invalid" : durationFault()));
        var day = form.read("day", () -> CivilDay.of(claim.day()), says.fault("claim.day.invalid"));
        var typedStart = claim.text("start");
        var start = typedStart.isEmpty()
                ? null
                : form.read("start", () -> LocalTime.parse(typedStart), says.fault("claim.start.invalid"));
        var where = form.read("commune", this::place, says.fault("claim.commune.invalid"));
        var payment =
                form.read("payment", () -> Payment.valueOf(claim.text("payment")), says.fault("claim.payment.missing"));
        if (kind == null || quantity == null || day == null || where == null || payment == null || !form.isRead()) {
            return Optional.empty();
        }
        return Optional.of(new Own(kind, quantity, day, start, where, payment));
    }

    /**
     * Reads all of it; empty where a field cannot be read, and then the form says which.
     *
     * @param evidence what the form holds of it, read before
     * @param members the membership that a reference of the form is of
     * @param today in the network
     */
    Optional<Submit> claim(List<ClaimedEvidence> evidence, Function<String, MemberId> members, LocalDate today) {
        var own = own();
        guardDay(today);
        var shares = new ClaimShares(claim, standing, kinds, form, says).of(own.orElse(null), members);
        texts();
        var ids = FormKey.of(claim.text("key"));
        if (own.isEmpty() || !form.isRead()) {
            return Optional.empty();
        }
        return Optional.of(new Submit(
                new ContributionId(ids.value()),
                standing.network(),
                standing.member(),
                shares,
                blankToNull(claim.text("title")),
                blankToNull(claim.text("sentence")),
                evidence,
                answered(),
                null,
                claim.text("replaces").isEmpty() ? null : ContributionId.of(claim.text("replaces"))));
    }

    // What the ledger would refuse of the day is said with all the rest, in one round.
    private void guardDay(LocalDate today) {
        var day = form.read("day", () -> CivilDay.of(claim.day()), says.fault("claim.day.invalid"));
        if (day != null && day.isAfter(today)) {
            form.fault("day", says.refusal(Reason.DAY_IN_THE_FUTURE));
        } else if (day != null && day.isBefore(ClaimGuards.EARLIEST)) {
            form.fault("day", says.refusal(Reason.DAY_TOO_OLD));
        }
    }

    private void texts() {
        text("sentence", LONGEST_SENTENCE, "claim.sentence.long");
        text("title", LONGEST_TITLE, "claim.title.long");
        if (!claim.text("who").isEmpty()) {
            form.fault("who", says.fault("claim.who.unresolved"));
        }
    }

    private void text(String field, int most, String tooLong) {
        try {
            Texts.optional(claim.text(field), most);
        } catch (Refused refused) {
            var reason = refused.reason();
            form.fault(field, reason == Reason.TEXT_TOO_LONG ? says.fault(tooLong) : says.refusal(reason));
        }
    }

    // A duration of the usual ones may be chosen beforehand, so that only what was typed tells of a mistake.
    private void otherMeasure(Measure measure) {
        var typed = switch (measure) {
            case TIME -> isZero(claim.text("units")) ? "" : "units";
            case COUNT ->
                isZero(claim.hours()) && isZero(claim.text("minutes")) && isZero(claim.text("preparation"))
                        ? ""
                        : "duration";
        };
        if (!typed.isEmpty()) {
            form.fault(typed, says.refusal(Reason.QUANTITY_NOT_OF_THE_KIND));
        }
    }

    private static boolean isZero(String typed) {
        return typed.matches("0*");
    }

    private int preparation() {
        int minutes = Form.whole(claim.text("preparation"));
        if (minutes > LONGEST_DAY) {
            throw new IllegalArgumentException("longer than a day");
        }
        return minutes;
    }

    private String durationFault() {
        var hours = claim.hours();
        var minutes = claim.minutes();
        if (isZero(hours) && isZero(minutes)) {
            return "claim.duration.missing";
        }
        return isWhole(hours) && isWhole(minutes) && minutes(hours, minutes) > LONGEST_DAY
                ? "claim.duration.long"
                : "claim.duration.invalid";
    }

    private Quantity quantity(Measure measure, int preparation) {
        var quantity = switch (measure) {
            case TIME -> new Quantity(minutes(claim.hours(), claim.minutes()), preparation, 0, 0);
            case COUNT -> Quantity.units(Form.whole(claim.text("units")));
        };
        if (!quantity.fits(measure)) {
            throw new IllegalArgumentException("nothing is claimed");
        }
        return quantity;
    }

    /** Reads a duration of hours and minutes. @throws ArithmeticException if it is too long for a number */
    // As many figures as no duration needs, so that multiplying them overflows nothing.
    private static boolean isWhole(String typed) {
        return typed.matches("[0-9]{0,6}");
    }

    static int minutes(String hours, String minutes) {
        return Math.addExact(Math.multiplyExact(Form.whole(hours), 60), Form.whole(minutes));
    }

    private Where place() {
        var place = claim.text("place");
        return switch (claim.text("where")) {
            case "remote" -> Where.REMOTE;
            case "commune" -> Where.in(new Commune(new InseeCode(claim.text("commune")), PlaceNames.YEAR));
            case "place" -> {
                var commune = claim.text("commune").isEmpty()
                        ? null
                        : new Commune(new InseeCode(claim.text("commune")), PlaceNames.YEAR);
                yield new Where(commune, PlaceId.of(place), false);
            }
            default -> Where.UNKNOWN;
        };
    }

    private Set<Question> answered() {
        var answered = EnumSet.noneOf(Question.class);
        if (!claim.text("longDay").isEmpty()) {
            answered.add(Question.LONG_DAY);
        }
        if (!claim.text("duplicate").isEmpty()) {
            answered.add(Question.DUPLICATE);
        }
        return answered;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
