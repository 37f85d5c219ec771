package org.maillage.web.contributions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.network.Tariffs;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says claims in one line each. */
@Component
public final class ClaimList {

    private final Projections views;
    private final Words words;

    ClaimList(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** Claims, each in a line. */
    public List<Item> items(List<ContributionSummary> claims, Locale locale) {
        var tariffs = new HashMap<NetworkId, Tariffs>();
        var names = new HashMap<MemberId, String>();
        claims.stream()
                .collect(Collectors.groupingBy(ContributionSummary::network))
                .forEach((network, its) -> {
                    tariffs.put(network, views.networks().tariffsNow(network));
                    names.putAll(words.names(
                            network, its.stream().map(ContributionSummary::by).toList(), locale));
                });
        return claims.stream()
                .map(claim -> new Item(
                        claim.contribution().toString(),
                        role(claim, Objects.requireNonNull(tariffs.get(claim.network()))),
                        title(claim, locale),
                        words.say(
                                "contributions.item",
                                locale,
                                quantity(claim, locale),
                                words.day(claim.firstDay(), locale),
                                Objects.requireNonNull(names.get(claim.by()))),
                        StateMark.of(claim.state())))
                .toList();
    }

    /** A claim's title: its own, else the names of its kinds. */
    public String title(ContributionSummary claim, Locale locale) {
        var kinds = new LinkedHashSet<KindCode>();
        claim.shares().forEach(share -> kinds.add(share.kind()));
        return title(claim.network(), claim.title(), kinds, locale);
    }

    /** A claim's title: its own, else the names of its kinds. */
    public String title(NetworkId network, @Nullable String title, Set<KindCode> kinds, Locale locale) {
        if (title != null && !title.isEmpty()) {
            return title;
        }
        return String.join(
                ", ",
                kinds.stream().map(kind -> words.kind(network, kind, locale)).toList());
    }

    // Each contributor's own quantity is whole; the line gives the first share's.
    private String quantity(ContributionSummary claim, Locale locale) {
        return claim.shares().isEmpty()
                ? ""
                : words.quantity(claim.shares().getFirst().claimed(), locale);
    }

    private static @Nullable Role role(ContributionSummary claim, Tariffs tariffs) {
        return claim.shares().stream()
                .flatMap(share -> tariffs.on(share.day(), share.kind()).stream())
                .flatMap(rules ->
                        rules.line().weights().basisPoints().keySet().stream().min(Comparator.naturalOrder()).stream())
                .findFirst()
                .orElse(null);
    }

    /** A claim in a list; {@code role} is whose mark it bears, null where the tariff knows none. */
    public record Item(String id, @Nullable Role role, String title, String meta, StateMark state) {}
}
