package org.maillage.web.coordination;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.member.Standing;
import org.maillage.projection.queue.LookCloser;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;
import org.maillage.web.contributions.ClaimList;
import org.maillage.web.contributions.StateMark;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says a page of the queue, each claim in a row: a few questions to the views, however many rows. */
@Component
class QueueRows {

    private static final int FLOWERS = 3;

    private final Projections views;
    private final Words words;
    private final QueueWords queueWords;
    private final ClaimList list;
    private final QueueLinks links;
    private final Clock clock;

    QueueRows(Projections views, Words words, QueueWords queueWords, ClaimList list, QueueLinks links, Clock clock) {
        this.links = links;
        this.views = views;
        this.words = words;
        this.queueWords = queueWords;
        this.list = list;
        this.clock = clock;
    }

    List<Row> of(List<QueueItem> items, QueuePlace place, Standing standing, Locale locale) {
        var ids = items.stream().map(QueueItem::contribution).toList();
        var claims = views.contributions().summaries(standing.network(), ids).stream()
                .collect(Collectors.toMap(ContributionSummary::contribution, claim -> claim));
        var around = links.around(standing.network(), claims.values());
        var page = new Page(
                place,
                around,
                standing,
                locale,
                Reckoning.in(standing.network(), views),
                new Flowers(views, standing, clock),
                words.names(standing.network(), people(claims.values()), locale),
                views.contributions().evidenceTypes(standing.network(), ids));
        var rows = new ArrayList<Row>();
        for (var item : items) {
            var claim = claims.get(item.contribution());
            if (claim != null) {
                rows.add(row(item, claim, page));
            }
        }
        return rows;
    }

    private static Set<MemberId> people(Iterable<ContributionSummary> claims) {
        var people = new HashSet<MemberId>();
        for (var claim : claims) {
            people.add(claim.by());
            claim.shares().stream().map(Share::contributor).forEach(account -> member(account, people));
        }
        return people;
    }

    private static void member(AccountId account, Set<MemberId> into) {
        if (account.holder() == AccountId.Holder.MEMBER) {
            into.add(new MemberId(account.id()));
        }
    }

    private Row row(QueueItem item, ContributionSummary claim, Page page) {
        var first = claim.shares().getFirst();
        var locale = page.locale();
        var own = isOwn(claim, page.standing());
        var others = others(claim);
        var backing = claim.shares().stream()
                .filter(share -> share.confirmed() != null)
                .map(Share::contributor)
                .filter(account -> account.holder() == AccountId.Holder.MEMBER)
                .map(account -> new MemberId(account.id()))
                .filter(others::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Row(
                claim.contribution().toString(),
                page.place().beside(claim.contribution()).address(),
                item.roles().stream().sorted().findFirst().orElse(null),
                list.title(claim.network(), claim.title(), item.kinds(), locale),
                name(claim.by(), page),
                QueueWords.listed(
                        together(others, page),
                        queueWords.stated(claim.shares(), locale),
                        queueWords.day(first.day(), page.standing(), locale),
                        queueWords.place(first, locale)),
                proofs(page.evidence().getOrDefault(claim.contribution(), List.of()), locale),
                backing.stream().limit(FLOWERS).map(page.flowers()::of).toList(),
                backing.isEmpty()
                        ? ""
                        : words.say(
                                "queue.backed",
                                locale,
                                backing.stream()
                                        .map(member -> name(member, page))
                                        .collect(Collectors.joining(", "))),
                page.reckoning().hundredths(claim.shares()),
                claim.submittedAt(),
                queueWords.ago(claim.submittedAt(), locale),
                item.reasons().stream()
                        // Its link says this and leads there.
                        .filter(reason -> reason != LookCloser.REPLACED)
                        .sorted()
                        .map(reason -> words.say("queue.closer." + reason, locale))
                        .toList(),
                links.of(claim.replaces(), claim.replacedBy(), page.around(), page.place(), locale),
                item.tab() == Tab.DONE ? StateMark.of(item.state()) : null,
                item.tab() != Tab.DONE && !own,
                item.tab() != Tab.DONE && own);
    }

    // Whether one can be refused for more than this, such as another membership, is for the ledger to say.
    private static boolean isOwn(ContributionSummary claim, Standing standing) {
        var own = AccountId.of(standing.member());
        return claim.by().equals(standing.member())
                || claim.shares().stream()
                        .anyMatch(share -> share.contributor().equals(own)
                                || share.helped().contains(standing.member())
                                || share.companions().contains(standing.member())
                                || share.borrowers().contains(standing.member()));
    }

    private static Set<MemberId> others(ContributionSummary claim) {
        var others = new LinkedHashSet<MemberId>();
        claim.shares().stream().map(Share::contributor).forEach(account -> member(account, others));
        others.remove(claim.by());
        return others;
    }

    private String together(Set<MemberId> others, Page page) {
        return switch (others.size()) {
            case 0 -> "";
            case 1 ->
                words.say(
                        "queue.with.one", page.locale(), name(others.iterator().next(), page));
            default -> words.say("queue.with.several", page.locale(), others.size());
        };
    }

    private static String name(MemberId member, Page page) {
        return Objects.requireNonNullElse(page.names().get(member), "");
    }

    private List<Proof> proofs(List<Evidence.Type> types, Locale locale) {
        var counts = new LinkedHashMap<Evidence.Type, Integer>();
        types.forEach(type -> counts.merge(type, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Proof(
                        icon(entry.getKey()), words.say("queue.proof." + entry.getKey(), locale, entry.getValue())))
                .toList();
    }

    private static String icon(Evidence.Type type) {
        return switch (type) {
            case LINK -> "lien";
            case PHOTO -> "photo";
            case PDF -> "fichier";
            case SOUND -> "micro";
        };
    }

    /** What the rows of one page share. */
    private record Page(
            QueuePlace place,
            Map<ContributionId, ContributionSummary> around,
            Standing standing,
            Locale locale,
            Reckoning reckoning,
            Flowers flowers,
            Map<MemberId, String> names,
            Map<ContributionId, List<Evidence.Type>> evidence) {}

    /**
     * A claim in the list.
     *
     * @param role whose mark it bears; null where the tariff knows none
     * @param flowers of those who confirmed, at most three
     * @param backers the same in words; empty for nobody
     * @param hundredths what validating it now would issue, or did
     * @param reasons why it is to be looked at; empty for none
     * @param links to the claim that it corrects, and to the one that corrects it
     * @param state where it was decided; null while open
     * @param open whether it can be chosen for deciding several at once
     * @param own whether it waits for somebody else, since it names oneself
     */
    record Row(
            String id,
            String href,
            @Nullable Role role,
            String title,
            String name,
            String meta,
            List<Proof> proofs,
            List<String> flowers,
            String backers,
            long hundredths,
            Instant at,
            String ago,
            List<String> reasons,
            List<QueueLinks.Link> links,
            @Nullable StateMark state,
            boolean open,
            boolean own) {}

    /** A kind of evidence that the claim has. */
    record Proof(String icon, String text) {}
}
