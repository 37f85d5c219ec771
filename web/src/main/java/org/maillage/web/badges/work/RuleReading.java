package org.maillage.web.badges.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeRule.Window;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Role;
import org.maillage.web.badges.work.RulePart.What;
import org.maillage.web.frame.Form;

/** From the parts of a form to a rule, and back. */
final class RuleReading {

    private static final BigDecimal AN_HOUR = BigDecimal.valueOf(60);
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,5}(?:[.,][0-9]{1,2})?");

    private final Form form;
    private final Sentences sentences;

    RuleReading(Form form, Sentences sentences) {
        this.form = form;
        this.sentences = sentences;
    }

    /** Says a message of the bundles to the reader. */
    interface Sentences {
        String say(String key);
    }

    /** The rule; empty, with sentences beside its fields, where it cannot be read. */
    Optional<BadgeRule> rule(RulePart whole) {
        var read = inner(whole);
        if (!form.isRead() || read.isEmpty()) {
            return Optional.empty();
        }
        // A rule of one condition is that condition.
        return Optional.of(read.size() == 1 ? read.getFirst() : grouped(whole.what(), read));
    }

    private List<BadgeRule> inner(RulePart group) {
        var rules = new ArrayList<BadgeRule>();
        for (var part : group.inner()) {
            var rule = part.what().isGroup() ? group(part) : condition(part);
            if (rule != null) {
                rules.add(rule);
            }
        }
        if (group.inner().isEmpty()) {
            form.fault("what-" + group.path(), sentences.say("work.rule.empty"));
        }
        return rules;
    }

    private @Nullable BadgeRule group(RulePart part) {
        var rules = inner(part);
        return rules.isEmpty() ? null : grouped(part.what(), rules);
    }

    private static BadgeRule grouped(What what, List<BadgeRule> rules) {
        return what == What.ANY ? new BadgeRule.AnyOf(rules) : new BadgeRule.AllOf(rules);
    }

    private @Nullable BadgeRule condition(RulePart part) {
        var among = among(part);
        var within = within(part);
        var field = "wanted-" + part.path();
        return form.read(
                field,
                () -> condition(part, among, within.orElse(null)),
                sentences.say("work.rule.wanted.wrong." + part.what()));
    }

    private static BadgeRule condition(RulePart part, Among among, @Nullable Window within) {
        return switch (part.what()) {
            case COUNT -> new BadgeRule.Count(number(part), among, within);
            case HOURS -> new BadgeRule.Hours(minutes(part.wanted()), among, within);
            case MONTHS -> new BadgeRule.SpreadOverMonths(number(part), among, within);
            case PEOPLE -> new BadgeRule.ConfirmedBy(number(part), among, within);
            case PLACES -> new BadgeRule.Places(number(part), among, within);
            case ROLES -> new BadgeRule.Variety(number(part), within);
            case COMPANIONS -> new BadgeRule.CompanionEndorsement(number(part));
            case ENDORSEMENTS -> new BadgeRule.Endorsements(number(part));
            case HAND -> new BadgeRule.ByHand();
            case ALL, ANY -> throw new IllegalArgumentException("a group is no condition");
        };
    }

    private static int number(RulePart part) {
        return Form.whole(part.wanted());
    }

    private static int minutes(String typed) {
        // An exponent would ask for any number of digits.
        if (!HOURS.matcher(typed).matches()) {
            throw new IllegalArgumentException("no hours: " + typed);
        }
        return new BigDecimal(typed.replace(',', '.'))
                .multiply(AN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private Among among(RulePart part) {
        var read = form.read(
                "among-" + part.path(),
                () -> new Among(
                        part.kinds().stream().map(KindCode::new).collect(Collectors.toSet()),
                        part.roles().stream().map(Role::valueOf).collect(Collectors.toSet())),
                sentences.say("work.rule.among.wrong"));
        return read == null ? Among.ALL : read;
    }

    private Optional<Window> within(RulePart part) {
        if (part.length().isEmpty() || !part.what().isWithin()) {
            return Optional.empty();
        }
        return Optional.ofNullable(form.read(
                "length-" + part.path(),
                () -> new Window(Form.whole(part.length()), Window.Unit.valueOf(part.unit())),
                sentences.say("work.rule.within.wrong")));
    }

    /** The parts of a rule; a rule that is one condition stands in a group of its own. */
    static RulePart parts(BadgeRule rule) {
        var part = part(rule);
        return part.what().isGroup() ? part.at(RulePart.WHOLE) : RulePart.group(What.ALL, List.of(part));
    }

    private static RulePart part(BadgeRule rule) {
        return switch (rule) {
            case BadgeRule.Count r -> part(What.COUNT, r.wanted(), r.among(), r.within());
            case BadgeRule.Hours r -> part(What.HOURS, hours(r.minutes()), r.among(), r.within());
            case BadgeRule.SpreadOverMonths r -> part(What.MONTHS, r.months(), r.among(), r.within());
            case BadgeRule.ConfirmedBy r -> part(What.PEOPLE, r.people(), r.among(), r.within());
            case BadgeRule.Places r -> part(What.PLACES, r.places(), r.among(), r.within());
            case BadgeRule.Variety r -> part(What.ROLES, r.roles(), Among.ALL, r.within());
            case BadgeRule.CompanionEndorsement r -> part(What.COMPANIONS, r.companions(), Among.ALL, null);
            case BadgeRule.Endorsements r -> part(What.ENDORSEMENTS, r.endorsements(), Among.ALL, null);
            case BadgeRule.ByHand _ -> RulePart.blank(What.HAND);
            case BadgeRule.AllOf(List<BadgeRule> rules) -> RulePart.group(What.ALL, parts(rules));
            case BadgeRule.AnyOf(List<BadgeRule> rules) -> RulePart.group(What.ANY, parts(rules));
        };
    }

    private static List<RulePart> parts(List<BadgeRule> rules) {
        return rules.stream().map(RuleReading::part).toList();
    }

    private static RulePart part(What what, Object wanted, Among among, @Nullable Window within) {
        return new RulePart(
                RulePart.WHOLE,
                what,
                wanted.toString(),
                among.roles().stream().map(Role::name).collect(Collectors.toSet()),
                among.kinds().stream().map(KindCode::value).collect(Collectors.toSet()),
                within == null ? "" : Integer.toString(within.length()),
                Objects.requireNonNullElse(within == null ? null : within.unit(), Window.Unit.MONTHS)
                        .name(),
                List.of());
    }

    /** Minutes as hours with two decimals at most: a minute is more than a hundredth of an hour, so none is lost. */
    private static String hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(AN_HOUR, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
