package org.maillage.web.contributions;

import java.text.Normalizer;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.TimelineFilter;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** One's claims by month, newest first, with what can be done about each. */
@Component
class MyTimeline {

    private static final int AT_ONCE = 30;

    /** How many claims are looked at for a text before the reader is asked whether to go on. */
    private static final int MOST_LOOKED_AT = 600;

    private final Projections views;
    private final ClaimList list;
    private final PlaceWords places;
    private final Words words;

    MyTimeline(Projections views, ClaimList list, PlaceWords places, Words words) {
        this.views = views;
        this.list = list;
        this.places = places;
        this.words = words;
    }

    /**
     * What is asked for.
     *
     * @param state null for all
     * @param role null for all
     * @param text part of a title, a kind or a name, whatever its case and accents; empty for all
     */
    record Asked(@Nullable State state, @Nullable Role role, String text) {

        boolean all() {
            return state == null && role == null && text.isEmpty();
        }
    }

    /** What may be offered; what is allowed is for the ledger to say. */
    record May(boolean confirm, boolean answer, boolean withdraw, boolean appeal, boolean correct, boolean again) {}

    /** A claim in a line; {@code hundredths} is what one's share was issued, null where nothing was. */
    record Line(
            String id,
            @Nullable Role role,
            String title,
            String meta,
            StateMark state,
            @Nullable Long hundredths,
            May may) {}

    /** The claims of a month. */
    record Month(String name, List<Line> lines) {}

    /** A page of months; {@code next} is null at the end. */
    record Shown(List<Month> months, @Nullable String next) {}

    /** A page of what is asked for. */
    Shown page(Asked asked, @Nullable String cursor, Standing standing, Kinds kinds, Locale locale) {
        var filter = new TimelineFilter(
                asked.state() == null ? Set.of() : Set.of(asked.state()),
                asked.role() == null ? Set.of() : Set.copyOf(kinds.of(asked.role())));
        if (asked.role() != null && filter.kinds().isEmpty()) {
            return new Shown(List.of(), null);
        }
        var found = new ArrayList<Dated>();
        var next = cursor;
        int looked = 0;
        do {
            var page = views.contributions().timeline(standing.network(), standing.member(), filter, next, AT_ONCE);
            lines(page.items(), standing, kinds, locale).stream()
                    .filter(line ->
                            asked.text().isEmpty() || plain(line.searched()).contains(plain(asked.text())))
                    .forEach(found::add);
            next = page.next();
            looked += AT_ONCE;
        } while (next != null && found.size() < AT_ONCE && looked < MOST_LOOKED_AT);
        return new Shown(byMonth(found, locale), next);
    }

    private record Dated(YearMonth month, Line line, String searched) {}

    private List<Month> byMonth(List<Dated> found, Locale locale) {
        var format = DateTimeFormatter.ofPattern(words.say("contributions.month", locale), locale);
        var months = new ArrayList<Month>();
        var grouped = found.stream()
                .collect(Collectors.groupingBy(
                        Dated::month,
                        java.util.LinkedHashMap::new,
                        Collectors.mapping(Dated::line, Collectors.toList())));
        grouped.forEach((month, lines) -> months.add(new Month(format.format(month), lines)));
        return months;
    }

    private List<Dated> lines(List<ContributionSummary> claims, Standing standing, Kinds kinds, Locale locale) {
        var people = new HashSet<MemberId>();
        claims.forEach(claim -> people.addAll(others(claim, standing)));
        var names = words.names(standing.network(), people, locale);
        return claims.stream()
                .map(claim -> line(claim, standing, kinds, names, locale))
                .toList();
    }

    private Dated line(
            ContributionSummary claim, Standing standing, Kinds kinds, Map<MemberId, String> names, Locale locale) {
        var own = own(claim, standing);
        var shown = own.or(() -> claim.shares().stream().findFirst());
        var codes = new LinkedHashSet<KindCode>();
        claim.shares().forEach(share -> codes.add(share.kind()));
        var title = list.title(claim.network(), claim.title(), codes, locale);
        var with = others(claim, standing).stream()
                .map(member -> Objects.requireNonNullElse(names.get(member), ""))
                .sorted()
                .collect(Collectors.joining(", "));
        var quantity =
                shown.map(share -> words.quantity(share.claimed(), locale)).orElse("");
        var place = shown.map(share -> places.of(share.where(), locale)).orElse("");
        var day = words.day(claim.firstDay(), locale) + (place.isEmpty() ? "" : ", " + place);
        var meta = with.isEmpty()
                ? words.say("contributions.line", locale, quantity, day)
                : words.say("contributions.line.with", locale, quantity, day, with);
        var named = codes.stream()
                .map(code -> words.kind(claim.network(), code, locale))
                .collect(Collectors.joining(" "));
        var line = new Line(
                claim.contribution().toString(),
                role(shown, kinds),
                title,
                meta,
                StateMark.of(claim.state()),
                issued(own),
                may(claim, own, standing));
        return new Dated(YearMonth.from(claim.firstDay()), line, title + " " + named + " " + meta);
    }

    private static @Nullable Role role(Optional<Share> share, Kinds kinds) {
        return share.map(one -> kinds.verb(one.kind().value()))
                .filter(verb -> !verb.isEmpty() && !verb.equals(ClaimForm.OTHER_VERB))
                .map(Role::valueOf)
                .orElse(null);
    }

    private static @Nullable Long issued(Optional<Share> own) {
        return own.map(Share::outcome)
                .map(outcome -> outcome.amount().hundredths())
                .filter(hundredths -> hundredths > 0)
                .orElse(null);
    }

    private static May may(ContributionSummary claim, Optional<Share> own, Standing standing) {
        var author = claim.by().equals(standing.member());
        var open = claim.state().isOpen();
        return new May(
                open
                        && own.filter(share -> share.answer() == Share.Answer.WAITING)
                                .isPresent(),
                claim.state() == State.CLARIFICATION_ASKED,
                open && author,
                claim.state() == State.DECLINED && author,
                author && own.isPresent() && claim.state() != State.VALIDATED,
                own.filter(share -> share.imported() == null).isPresent());
    }

    private static Optional<Share> own(ContributionSummary claim, Standing standing) {
        return claim.shares().stream()
                .filter(share -> share.contributor().equals(AccountId.of(standing.member())))
                .findFirst();
    }

    private static Set<MemberId> others(ContributionSummary claim, Standing standing) {
        var others = new LinkedHashSet<MemberId>();
        others.add(claim.by());
        for (var share : claim.shares()) {
            if (share.contributor().holder() == Holder.MEMBER) {
                others.add(new MemberId(share.contributor().id()));
            }
        }
        others.remove(standing.member());
        return others;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
