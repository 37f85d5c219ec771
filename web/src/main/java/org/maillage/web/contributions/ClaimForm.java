package org.maillage.web.contributions;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer.Standing;

/** The claim form as it was typed; a missing field is empty. */
record ClaimForm(
        String key,
        String kind,
        String hours,
        String minutes,
        String preparation,
        String units,
        String day,
        String start,
        String where,
        String commune,
        String payment,
        String title,
        String sentence,
        String link,
        String longDay,
        String duplicate,
        String replaces) {

    private static final int GEOGRAPHIC_CODE_OF = 2026;

    ClaimForm {
        key = text(key);
        kind = text(kind);
        hours = text(hours);
        minutes = text(minutes);
        preparation = text(preparation);
        units = text(units);
        day = text(day);
        start = text(start);
        where = text(where);
        commune = text(commune);
        payment = text(payment);
        title = text(title);
        sentence = text(sentence);
        link = text(link);
        longDay = text(longDay);
        duplicate = text(duplicate);
        replaces = text(replaces);
    }

    /** An empty form of today. */
    static ClaimForm blank(LocalDate today, Payment payment, String replaces) {
        return new ClaimForm(
                FormKey.next().toString(),
                "",
                "",
                "",
                "",
                "",
                today.toString(),
                "",
                "",
                "",
                payment.name(),
                "",
                "",
                "",
                "",
                "",
                replaces);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Reads it; null where a field cannot be read, and then the form says which. */
    @Nullable
    Submit read(Standing standing, Measure measure, Form form, ClaimFaults faults) {
        var code = form.read("kind", () -> new KindCode(kind), faults.kind());
        var other = ofTheOtherMeasure(measure);
        if (!other.isEmpty()) {
            form.fault(other, faults.otherMeasure());
        }
        var counted = measure == Measure.COUNT;
        var quantity = form.read(
                counted ? "units" : "hours", () -> quantity(measure), counted ? faults.units() : faults.duration());
        var date = form.read("day", () -> CivilDay.of(day), faults.day());
        var time = start.isEmpty() ? null : form.read("start", () -> LocalTime.parse(start), faults.start());
        var place = form.read("commune", this::place, faults.commune());
        var paid = form.read("payment", () -> Payment.valueOf(payment), faults.payment());
        if (code == null || quantity == null || date == null || place == null || paid == null || !form.isRead()) {
            return null;
        }
        var ids = FormKey.of(key);
        var share = share(ids, standing, code, quantity, date, time, place, paid);
        return new Submit(
                new ContributionId(ids.value()),
                standing.network(),
                standing.member(),
                List.of(share),
                title.isEmpty() ? null : title,
                sentence.isEmpty() ? null : sentence,
                evidence(ids),
                answered(),
                null,
                replaces.isEmpty() ? null : ContributionId.of(replaces));
    }

    private static ClaimedShare share(
            FormKey ids,
            Standing standing,
            KindCode kind,
            Quantity quantity,
            LocalDate day,
            @Nullable LocalTime start,
            Where where,
            Payment payment) {
        return new ClaimedShare(
                new ShareId(ids.id("share")),
                AccountId.of(standing.member()),
                kind,
                quantity,
                day,
                start,
                where,
                payment,
                Capacity.MEMBER,
                null,
                Audience.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    // The first field that holds something of what the kind is not counted in; empty where none does.
    private String ofTheOtherMeasure(Measure measure) {
        return switch (measure) {
            case TIME -> isZero(units) ? "" : "units";
            case COUNT -> isZero(hours) && isZero(minutes) && isZero(preparation) ? "" : "hours";
        };
    }

    private static boolean isZero(String typed) {
        return typed.matches("0*");
    }

    /** Reads a duration of hours and minutes. @throws ArithmeticException if it is too long for a number */
    static int minutes(String hours, String minutes) {
        return Math.addExact(Math.multiplyExact(Form.whole(hours), 60), Form.whole(minutes));
    }

    private Quantity quantity(Measure measure) {
        var quantity = switch (measure) {
            case TIME -> new Quantity(minutes(hours, minutes), Form.whole(preparation), 0, 0);
            case COUNT -> Quantity.units(Form.whole(units));
        };
        if (!quantity.fits(measure)) {
            throw new IllegalArgumentException("nothing is claimed");
        }
        return quantity;
    }

    private Where place() {
        return switch (where) {
            case "remote" -> Where.REMOTE;
            case "commune" -> Where.in(new Commune(new InseeCode(commune), GEOGRAPHIC_CODE_OF));
            default -> Where.UNKNOWN;
        };
    }

    private List<ClaimedEvidence> evidence(FormKey ids) {
        if (link.isEmpty()) {
            return List.of();
        }
        var id = new EvidenceId(ids.id("evidence"));
        return List.of(new ClaimedEvidence(id, Evidence.Type.LINK, link, link, null));
    }

    private Set<Question> answered() {
        var answered = EnumSet.noneOf(Question.class);
        if (!longDay.isEmpty()) {
            answered.add(Question.LONG_DAY);
        }
        if (!duplicate.isEmpty()) {
            answered.add(Question.DUPLICATE);
        }
        return answered;
    }

    /** What is said of each field that cannot be read. */
    record ClaimFaults(
            String kind,
            String duration,
            String units,
            String otherMeasure,
            String day,
            String start,
            String commune,
            String payment) {}
}
