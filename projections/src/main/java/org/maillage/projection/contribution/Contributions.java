package org.maillage.projection.contribution;

import io.micronaut.context.BeanContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Cursor;
import org.maillage.projection.Page;
import org.maillage.projection.Texts;

/** Claims, as of a date of recording (rule 15). */
public final class Contributions {

    private final ContributionRepository contributions;
    private final ShareRepository shares;
    private final ThreadRepository threads;
    private final Reading reading;

    public Contributions(BeanContext beans, Texts texts) {
        contributions = beans.getBean(ContributionRepository.class);
        shares = beans.getBean(ShareRepository.class);
        threads = beans.getBean(ThreadRepository.class);
        reading = new Reading(texts);
    }

    /** A claim as it stood at the end of a day; empty where it is unknown, of another network, or was not made yet. */
    public Optional<Contribution> find(NetworkId network, ContributionId contribution, LocalDate asOf) {
        return contributions.find(network.value(), contribution.value(), asOf).map(row -> whole(row, asOf));
    }

    /** Claims that a member made or is a contributor of, newest first. A null cursor asks for the first page. */
    public Page<ContributionSummary> ofMember(
            NetworkId network, MemberId member, LocalDate asOf, @Nullable String cursor, int limit) {
        var most = Page.bounded(limit);
        var rows = contributions.ofMember(
                network.value(),
                member.value(),
                AccountId.of(member).toString(),
                asOf,
                Cursor.number(cursor).orElse(Long.MAX_VALUE),
                most + 1);
        var page = Page.of(rows, most, row -> Cursor.of(Long.toString(row.submittedPosition())));
        return new Page<>(summaries(network, page.items(), asOf), page.next());
    }

    /** These claims as they stand now, in no order; those that are unknown, or of another network, are left out. */
    public List<ContributionSummary> summaries(NetworkId network, Collection<ContributionId> claims) {
        return claims.isEmpty()
                ? List.of()
                : summaries(network, contributions.now(network.value(), list(claims)), AsOf.NOW);
    }

    /** What kinds of evidence these claims have, in order; a claim without any is left out. */
    public Map<ContributionId, List<Evidence.Type>> evidenceTypes(
            NetworkId network, Collection<ContributionId> claims) {
        var types = new LinkedHashMap<ContributionId, List<Evidence.Type>>();
        if (!claims.isEmpty()) {
            threads.evidenceOf(network.value(), list(claims))
                    .forEach(
                            row -> types.computeIfAbsent(new ContributionId(row.contribution()), _ -> new ArrayList<>())
                                    .add(row.type()));
        }
        return types;
    }

    private static String list(Collection<ContributionId> claims) {
        return claims.stream().map(ContributionId::toString).collect(Collectors.joining(","));
    }

    /**
     * Claims that a member made or is a contributor of, as they are now, by their first day, newest first. A null cursor
     * asks for the first page.
     */
    public Page<ContributionSummary> timeline(
            NetworkId network, MemberId member, TimelineFilter filter, @Nullable String cursor, int limit) {
        var most = Page.bounded(limit);
        var after = Cursor.texts(cursor, 2).orElse(List.of(AsOf.FOREVER.toString(), Long.toString(Long.MAX_VALUE)));
        var rows = contributions.timeline(
                network.value(),
                member.value(),
                AccountId.of(member).toString(),
                filter.states().stream().map(State::name).collect(Collectors.joining(",")),
                filter.kinds().stream().map(KindCode::value).collect(Collectors.joining(",")),
                Cursor.day(after.get(0)),
                Cursor.whole(after.get(1)),
                most + 1);
        var page = Page.of(
                rows, most, row -> Cursor.of(row.firstDay().toString(), Long.toString(row.submittedPosition())));
        return new Page<>(summaries(network, page.items(), AsOf.NOW), page.next());
    }

    /** Open claims with a share that this member has not answered yet, oldest first, at most 100. */
    public List<ContributionSummary> waitingFor(NetworkId network, MemberId member) {
        var rows =
                contributions.waitingFor(network.value(), AccountId.of(member).toString());
        return summaries(network, rows, AsOf.NOW);
    }

    /** Claims of this member's that a coordinator has asked about, newest first, at most 500. */
    public List<ContributionSummary> askedOf(NetworkId network, MemberId member) {
        return summaries(network, contributions.askedOf(network.value(), member.value()), AsOf.NOW);
    }

    /** A claim that a member was given the right to decide, whichever network it is of (rule 3); empty where not. */
    public Optional<Contribution> findEntrusted(MemberId member, ContributionId contribution) {
        return contributions.findEntrusted(contribution.value(), member.value()).map(row -> whole(row, AsOf.NOW));
    }

    /** Open claims of any network that this member was given the right to decide, oldest first, at most 100. */
    public List<ContributionSummary> entrustedTo(MemberId member) {
        return contributions.entrustedTo(member.value()).stream()
                .flatMap(row -> summaries(new NetworkId(row.network()), List.of(row), AsOf.NOW).stream())
                .toList();
    }

    /** The claim that names this piece of evidence, if any; the first one where there are several. */
    public Optional<ContributionId> ofEvidence(NetworkId network, EvidenceId evidence) {
        return threads.contribution(network.value(), evidence.value()).map(ContributionId::new);
    }

    /** The claim that holds this share, if any: what a link of a share opens. */
    public Optional<ContributionId> ofShare(NetworkId network, ShareId share) {
        return shares.contribution(network.value(), share.value()).map(ContributionId::new);
    }

    private List<ContributionSummary> summaries(NetworkId network, List<ContributionRow> rows, LocalDate asOf) {
        var shares = shares(network.value(), rows, asOf);
        return rows.stream()
                .map(row -> new ContributionSummary(
                        new ContributionId(row.contribution()),
                        network,
                        new MemberId(row.claimant()),
                        row.state(),
                        reading.submitted(row, row.title(), "title"),
                        row.firstDay(),
                        row.submittedAt(),
                        row.replaces() == null ? null : new ContributionId(row.replaces()),
                        row.replacedBy() == null ? null : new ContributionId(row.replacedBy()),
                        row.version(),
                        shares.getOrDefault(row.contribution(), List.of())))
                .toList();
    }

    private Contribution whole(ContributionRow row, LocalDate asOf) {
        return new Contribution(
                new ContributionId(row.contribution()),
                new NetworkId(row.network()),
                new MemberId(row.claimant()),
                row.state(),
                reading.submitted(row, row.title(), "title"),
                reading.submitted(row, row.sentence(), "sentence"),
                row.submittedAt(),
                row.submittedOn(),
                row.declaredAt(),
                Stream.of(row.answered().split(" ", -1))
                        .filter(name -> !name.isEmpty())
                        .map(Question::valueOf)
                        .collect(Collectors.toSet()),
                row.replaces() == null ? null : new ContributionId(row.replaces()),
                row.replacedBy() == null ? null : new ContributionId(row.replacedBy()),
                row.entrustedTo() == null ? null : new MemberId(row.entrustedTo()),
                Reading.decision(row),
                row.version(),
                shares(row.network(), List.of(row), asOf).getOrDefault(row.contribution(), List.of()),
                threads.evidence(row.network(), row.contribution()).stream()
                        .map(reading::evidence)
                        .toList(),
                Stream.concat(
                                ThreadRows.told(row).stream(),
                                threads.thread(row.network(), row.contribution(), asOf).stream())
                        .sorted(Comparator.comparingLong(ThreadRow::position))
                        .map(reading::entry)
                        .toList());
    }

    private Map<UUID, List<Share>> shares(UUID network, List<ContributionRow> rows, LocalDate asOf) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        var ids = rows.stream().map(row -> row.contribution().toString()).collect(Collectors.joining(","));
        return shares.of(network, ids, asOf).stream()
                .collect(Collectors.groupingBy(
                        ShareRow::contribution, Collectors.mapping(reading::share, Collectors.toList())));
    }
}
