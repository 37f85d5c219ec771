package org.maillage.web.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Tariff;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What changes from one tariff version to another, in words that need no computation. */
@Component
final class TariffDifference {

    private final Projections views;
    private final Words words;

    TariffDifference(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** One thing that changes: what it is, how it was and how it is from then on. */
    record Change(String what, String before, String after) {}

    /** Everything that changes; empty where nothing does. */
    List<Change> between(NetworkId network, Tariff before, Tariff after, Locale locale) {
        var changes = new ArrayList<Change>();
        var measures = measures(network);
        for (var line : after.lines()) {
            var kind = new KindWords(
                    words.kind(network, line.kind(), locale), measures.getOrDefault(line.kind(), Measure.TIME));
            var was = before.line(line.kind()).orElse(null);
            if (was == null) {
                changes.add(added(kind, line, locale));
            } else {
                compare(kind, was, line, changes, locale);
            }
        }
        change(
                "tariff.fund",
                words.say("tariff.fund." + before.paidTimeToFund(), locale),
                words.say("tariff.fund." + after.paidTimeToFund(), locale),
                changes,
                locale);
        change(
                "tariff.floor",
                words.mailles(before.floor(), locale),
                words.mailles(after.floor(), locale),
                changes,
                locale);
        return changes;
    }

    /** Whether two versions say the same; neither their days nor why they were adopted count. */
    static boolean isSame(Tariff one, Tariff other) {
        return Set.copyOf(one.lines()).equals(Set.copyOf(other.lines()))
                && one.paidTimeToFund() == other.paidTimeToFund()
                && one.floor().equals(other.floor());
    }

    /** «2 mailles par heure», «0,5 maille par unité». */
    String rate(long hundredths, Measure measure, Locale locale) {
        return words.say("tariff.rate." + measure, locale, words.mailles(new Mailles(hundredths), locale));
    }

    /** «7 h par jour», «sans plafond». */
    String cap(@Nullable Integer cap, Measure measure, Locale locale) {
        if (cap == null) {
            return words.say("tariff.cap.none", locale);
        }
        var most = measure == Measure.TIME ? words.duration(cap, locale) : words.say("words.units", locale, cap);
        return words.say("tariff.cap.most", locale, most);
    }

    private record KindWords(String name, Measure measure) {}

    private Change added(KindWords kind, TariffLine line, Locale locale) {
        return new Change(
                kind.name(),
                words.say("tariff.kind.none", locale),
                String.join(
                        ", ",
                        rate(line.rate(), kind.measure(), locale),
                        cap(line.dailyCap(), kind.measure(), locale),
                        words.weights(line.weights(), locale)));
    }

    private void compare(KindWords kind, TariffLine was, TariffLine is, List<Change> changes, Locale locale) {
        if (was.rate() != is.rate()) {
            changes.add(new Change(
                    kind.name(), rate(was.rate(), kind.measure(), locale), rate(is.rate(), kind.measure(), locale)));
        }
        if (!Objects.equals(was.dailyCap(), is.dailyCap())) {
            changes.add(new Change(
                    kind.name(),
                    cap(was.dailyCap(), kind.measure(), locale),
                    cap(is.dailyCap(), kind.measure(), locale)));
        }
        if (!was.weights().equals(is.weights())) {
            changes.add(
                    new Change(kind.name(), words.weights(was.weights(), locale), words.weights(is.weights(), locale)));
        }
    }

    private void change(String what, String before, String after, List<Change> changes, Locale locale) {
        if (!before.equals(after)) {
            changes.add(new Change(words.say(what, locale), before, after));
        }
    }

    /** The measure of each kind that a network has. */
    Map<KindCode, Measure> measures(NetworkId network) {
        return views.networks().kinds(network, AsOf.NOW).stream()
                .collect(Collectors.toMap(Kind::code, Kind::measure, (one, _) -> one));
    }
}
