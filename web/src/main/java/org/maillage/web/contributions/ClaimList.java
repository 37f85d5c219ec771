package org.maillage.web.contributions;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.Share;
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

    /** One claim in a line. */
    public Item item(ContributionSummary claim, Locale locale) {
        var kinds = new LinkedHashSet<KindCode>();
        claim.shares().forEach(share -> kinds.add(share.kind()));
        return new Item(
                claim.contribution().toString(),
                role(claim),
                title(claim.network(), claim.title(), kinds, locale),
                words.say(
                        "contributions.item",
                        locale,
                        quantity(claim, locale),
                        words.day(claim.firstDay(), locale),
                        words.name(claim.network(), claim.by(), locale)),
                StateMark.of(claim.state()));
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

    private @Nullable Role role(ContributionSummary claim) {
        return claim.shares().stream()
                .map(share -> roleOf(claim.network(), share))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private java.util.Optional<Role> roleOf(NetworkId network, Share share) {
        return views.networks()
                .tariffsNow(network)
                .on(share.day(), share.kind())
                .flatMap(rules ->
                        rules.line().weights().basisPoints().keySet().stream().min(Comparator.naturalOrder()));
    }

    /** A claim in a list; {@code role} is whose mark it bears, null where the tariff knows none. */
    public record Item(String id, @Nullable Role role, String title, String meta, StateMark state) {}
}
