package org.maillage.web.coordination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.web.contributions.ClaimList;
import org.maillage.web.contributions.StateMark;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says which claim another one corrects, and which corrects it, so that nobody decides one without the other. */
@Component
class QueueLinks {

    private final Projections views;
    private final QueueWords queueWords;
    private final ClaimList list;
    private final Words words;

    QueueLinks(Projections views, QueueWords queueWords, ClaimList list, Words words) {
        this.views = views;
        this.queueWords = queueWords;
        this.list = list;
        this.words = words;
    }

    /** A claim that has to do with another one, in words with its address. */
    record Link(String text, String href) {}

    /** The claims that these correct or are corrected by, by their ids. */
    Map<ContributionId, ContributionSummary> around(NetworkId network, Iterable<ContributionSummary> claims) {
        var others = new LinkedHashSet<ContributionId>();
        for (var claim : claims) {
            Stream.of(Optional.ofNullable(claim.replaces()), Optional.ofNullable(claim.replacedBy()))
                    .flatMap(Optional::stream)
                    .forEach(others::add);
        }
        return views.contributions().summaries(network, others).stream()
                .collect(Collectors.toMap(ContributionSummary::contribution, Function.identity()));
    }

    List<Link> of(
            @Nullable ContributionId replaces,
            @Nullable ContributionId replacedBy,
            Map<ContributionId, ContributionSummary> around,
            QueuePlace place,
            Locale locale) {
        var links = new ArrayList<Link>();
        link("queue.corrects", replaces, around, place, locale).ifPresent(links::add);
        link("queue.correctedBy", replacedBy, around, place, locale).ifPresent(links::add);
        return links;
    }

    private Optional<Link> link(
            String key,
            @Nullable ContributionId id,
            Map<ContributionId, ContributionSummary> around,
            QueuePlace place,
            Locale locale) {
        return Optional.ofNullable(id).map(around::get).map(claim -> {
            var kinds = new LinkedHashSet<KindCode>();
            claim.shares().forEach(share -> kinds.add(share.kind()));
            var text = words.say(
                    key,
                    locale,
                    list.title(claim.network(), claim.title(), kinds, locale),
                    queueWords.stated(claim.shares(), locale),
                    words.say(StateMark.of(claim.state()).key(), locale));
            return new Link(text, place.beside(claim.contribution()).address());
        });
    }
}
