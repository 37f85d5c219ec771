package org.maillage.badge.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.AwardEvent;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.vault.Vault;

/** Members' badges, now or as of a day. */
public final class Awards {

    private static final String COLUMNS = """
        select a.award, a.network, a.number, c.recorded_at, c.name, c.payload
          from badge.award a join badge.award_change c on c.award = a.award
        """;

    private static final String OF_MEMBER =
            COLUMNS + "where a.network = ? and a.member = any(?) and c.recorded_at < ? order by a.position, c.position";

    private static final String ONE = COLUMNS + "where a.award = ? and c.recorded_at < ? order by c.position";

    private static final String BY_CODE = COLUMNS + "where a.code = ? order by c.position";

    private static final String SOME = COLUMNS + "where a.award = any(?) order by a.position, c.position";

    private static final String SOME_THEN =
            COLUMNS + "where a.award = any(?) and c.recorded_at < ? order by c.position";

    private static final String REVIEWED = COLUMNS + """
         where a.network = ? and c.recorded_at < ? and a.award in
             (select award from badge.award_change where network = ? and what = 'award.review-asked')
         order by a.position, c.position
        """;

    // Of what was said of each award that was ever put up for review, the newest stands.
    private static final String REVIEWED_NOW = """
        select count(*) as waiting
          from (select distinct on (award) award, what from badge.award_change
                 where network = ? and what in ('award.review-asked', 'award.upheld', 'award.reinstated', 'award.revoked')
                 order by award, position desc) newest
         where what = 'award.review-asked'
        """;

    private final Reading reading;
    private final Networks networks;
    private final Definitions definitions;
    private final EventTexts texts;
    private final Appraised appraised;
    private final CommonKnowledge knowledge;

    public Awards(Reading reading, Networks networks, Definitions definitions, Vault vault) {
        this.reading = reading;
        this.networks = networks;
        this.definitions = definitions;
        this.texts = new EventTexts(vault);
        this.appraised = new Appraised(reading, vault);
        this.knowledge = new CommonKnowledge(reading);
    }

    /** One award as of a day; empty where it was not awarded by then, or in another network. */
    public Optional<Award> find(NetworkId network, AwardId award, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        return told(reading.list(ONE, Awards::row, award.value(), moment.until()), _ -> moment).stream()
                .filter(found -> found.network().equals(network))
                .findFirst();
    }

    /** What everybody may see under a public code: a badge that its member accepted and shows, revoked or not. */
    public Optional<Award> shown(BadgeCode code) {
        return byCode(code).filter(Award::shown);
    }

    /** The award that has a public code, shown or not: for its member and for coordinators. */
    public Optional<Award> byCode(BadgeCode code) {
        return told(reading.list(BY_CODE, Awards::row, code.value()), networks::now).stream()
                .findFirst();
    }

    /** These awards as they are now, in the order in which they were awarded. */
    public List<Award> of(List<AwardId> awards) {
        var ids = awards.stream().map(AwardId::value).toArray(UUID[]::new);
        return awards.isEmpty() ? List.of() : told(reading.list(SOME, Awards::row, (Object) ids), networks::now);
    }

    /** The badges of a member as of a day, in the order in which they were awarded. */
    public List<Award> of(NetworkId network, MemberId member, LocalDate asOf) {
        return of(network, List.of(member), networks.asOf(network, asOf));
    }

    /** The badges of several members at a time, in the order in which they were awarded. */
    public List<Award> of(NetworkId network, List<MemberId> members, Moment moment) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return told(reading.list(OF_MEMBER, Awards::row, network.value(), ids, moment.until()), _ -> moment);
    }

    /**
     * The awards of one badge as of a day that others than their members know of, in the order in which those others know
     * them to have been awarded; never by anybody's amounts.
     *
     * @param after the award after which to go on; null, or one that is not among them, from the beginning
     */
    public List<Award> known(
            NetworkId network, BadgeDefinitionId definition, LocalDate asOf, @Nullable AwardId after, int limit) {
        var moment = networks.asOf(network, asOf);
        var ids = knowledge.of(network, definition, after, limit, moment).toArray(UUID[]::new);
        var told = told(reading.list(SOME_THEN, Awards::row, ids, moment.until()), _ -> moment).stream()
                .collect(Collectors.toMap(award -> award.award().value(), Function.identity()));
        return Stream.of(ids).map(told::get).filter(Objects::nonNull).toList();
    }

    /** Whether others than its member know of an award of the network as of a day; nothing of it is read for that. */
    public boolean isKnown(NetworkId network, AwardId award, LocalDate asOf) {
        return knowledge.holds(network, award, networks.asOf(network, asOf));
    }

    /** How many of a badge its rule awarded and no member accepted, as of a day, but for those that are to be decided on. */
    public long kept(NetworkId network, BadgeDefinitionId definition, LocalDate asOf) {
        return knowledge.kept(network, definition, networks.asOf(network, asOf));
    }

    /** The badges of a network that wait to be looked at again, as of a day, the longest waiting first. */
    public List<Award> toReview(NetworkId network, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        return told(reading.list(REVIEWED, Awards::row, network.value(), moment.until(), network.value()), _ -> moment)
                .stream()
                .filter(award -> award.review() != null)
                .sorted(Comparator.comparing(Awards::since))
                .toList();
    }

    /** How many badges of a network wait to be looked at again, now. */
    public long reviews(NetworkId network) {
        return reading.first(REVIEWED_NOW, row -> row.getLong("waiting"), network.value())
                .orElse(0L);
    }

    /** A badge and its last day. */
    public record Ending(NetworkId network, MemberId member, AwardId award, LocalDate expires) {}

    /**
     * The badges of every network that end today, in its zone, or within so many days from then, those too that were taken
     * back.
     */
    public List<Ending> ending(Instant now, int days) {
        // No zone is further than a day from another.
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return reading
                .list(
                        """
                        select a.network, a.member, a.award, a.expires, n.zone from badge.award a
                        join badge.network n on n.network = a.network
                        where a.expires between ? and ? order by a.expires
                        """,
                        row -> new Zoned(
                                new Ending(
                                        new NetworkId(Reading.uuid(row, "network")),
                                        new MemberId(Reading.uuid(row, "member")),
                                        new AwardId(Reading.uuid(row, "award")),
                                        row.getObject("expires", LocalDate.class)),
                                LocalDate.ofInstant(now, ZoneId.of(row.getString("zone")))),
                        day.minusDays(1),
                        day.plusDays(days + 1))
                .stream()
                .filter(one -> one.isWithin(days))
                .map(Zoned::ending)
                .toList();
    }

    /** A badge with its last day, and today where its network is. */
    private record Zoned(Ending ending, LocalDate today) {

        boolean isWithin(int days) {
            return !ending.expires().isBefore(today) && !ending.expires().isAfter(today.plusDays(days));
        }
    }

    private static Instant since(Award award) {
        var review = award.review();
        return review == null ? Instant.MAX : review.since();
    }

    private record Row(UUID award, NetworkId network, long number, Instant at, AwardEvent event) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Reading.uuid(row, "award"),
                new NetworkId(Reading.uuid(row, "network")),
                row.getLong("number"),
                Reading.time(row, "recorded_at"),
                (AwardEvent) EventJson.read(row.getString("name"), row.getBytes("payload")));
    }

    private List<Award> told(List<Row> rows, Function<NetworkId, Moment> at) {
        var stories = new LinkedHashMap<UUID, AwardStory>();
        var awarded = new LinkedHashMap<UUID, Awarded>();
        for (var row : rows) {
            if (row.event() instanceof Awarded first) {
                awarded.put(row.award(), first);
                stories.put(row.award(), new AwardStory(first, row.number(), row.at(), texts));
            }
            var story = stories.get(row.award());
            if (story != null) {
                story.then(row.event(), row.at());
            }
        }
        var known = new LinkedHashMap<NetworkId, Map<BadgeDefinitionId, Definition>>();
        var endorsed = endorsed(stories.values(), at);
        var told = new ArrayList<Award>();
        stories.forEach((id, story) -> {
            var first = Objects.requireNonNull(awarded.get(id));
            var moment = at.apply(first.network());
            var definition = known.computeIfAbsent(first.network(), network -> definitionsOf(network, moment))
                    .get(first.definition());
            var practice = story.recognition();
            told.add(story.on(
                    moment.day(),
                    Objects.requireNonNull(definition),
                    practice == null ? List.of() : endorsed.getOrDefault(practice, List.of())));
        });
        return told;
    }

    /** What others said of the practices that earned some of them: it is said of these badges. */
    private Map<RecognitionId, List<Award.Endorsement>> endorsed(
            Collection<AwardStory> stories, Function<NetworkId, Moment> at) {
        var practices = new LinkedHashMap<NetworkId, List<RecognitionId>>();
        for (var story : stories) {
            var practice = story.recognition();
            if (practice != null) {
                practices
                        .computeIfAbsent(story.network(), _ -> new ArrayList<>())
                        .add(practice);
            }
        }
        var endorsed = new HashMap<RecognitionId, List<Award.Endorsement>>();
        practices.forEach((network, of) -> endorsed.putAll(appraised.of(of, at.apply(network))));
        return endorsed;
    }

    private Map<BadgeDefinitionId, Definition> definitionsOf(NetworkId network, Moment moment) {
        return definitions.of(network, moment).stream()
                .collect(Collectors.toMap(Definition::definition, Function.identity()));
    }
}
