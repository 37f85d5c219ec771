package org.maillage.badge.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maillage.badge.feed.WeightsText;
import org.maillage.badge.rule.CountedShare;
import org.maillage.badge.rule.Evidence;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.ledger.value.ShareId;

/** What members have to show: three questions, for however many members. */
public final class Evidences {

    private static final String SHARES = """
        select s.member, s.share, s.contribution, s.kind, s.weights, s.day, s.minutes, s.outside, c.place, c.companions
          from badge.share s join badge.claimed_share c on c.share = s.share
         where s.network = ? and s.recorded_at < ? and (s.reversed_at is null or s.reversed_at >= ?)
        """;

    private static final String SHARES_OF_MEMBERS = SHARES + "and s.member = any(?) order by s.day, s.share";

    private static final String SHARES_OF_NETWORK = SHARES + """
           and exists (select from badge.member m where m.member = s.member and m.takes_part)
         order by s.day, s.share
        """;

    private static final String VOICES_OF_MEMBERS = """
        select v.contribution, v.member from badge.voice v
         where v.recorded_at < ? and v.contribution in
             (select s.contribution from badge.share s where s.network = ? and s.member = any(?))
        """;

    private static final String VOICES_OF_NETWORK =
            "select v.contribution, v.member from badge.voice v where v.recorded_at < ? and v.network = ?";

    // Different people: whoever endorses for an organisation too counts once.
    private static final String ENDORSEMENTS = """
        select r.member, r.definition, count(distinct convert_from(e.payload, 'UTF8')::jsonb ->> 'by') as times
          from badge.recognition r join badge.endorsement e on e.subject = r.recognition
         where r.network = ? and (?::uuid[] is null or r.member = any(?::uuid[]))
           and e.recorded_at < ? and (e.withdrawn_at is null or e.withdrawn_at >= ?)
         group by r.member, r.definition
        """;

    private final Reading reading;

    public Evidences(Reading reading) {
        this.reading = reading;
    }

    /**
     * What one member has to show.
     *
     * @param shares theirs, by day
     * @param endorsements how many people endorse the practices that they described, by badge
     */
    public record Shown(List<CountedShare> shares, Map<BadgeDefinitionId, Integer> endorsements) {

        /** Nothing yet. */
        public static final Shown NOTHING = new Shown(List.of(), Map.of());

        /** What counts for one badge. */
        public Evidence of(BadgeDefinitionId definition) {
            return new Evidence(shares, endorsements.getOrDefault(definition, 0));
        }
    }

    /** What a member had to show at a time. */
    public Shown of(NetworkId network, MemberId member, Moment moment) {
        return of(network, Set.of(member), moment).getOrDefault(member, Shown.NOTHING);
    }

    /** What several members had to show at a time; those who had nothing are left out. */
    public Map<MemberId, Shown> of(NetworkId network, Collection<MemberId> members, Moment moment) {
        var ids = members.stream().map(MemberId::value).toArray(UUID[]::new);
        var voices = voices(reading.list(VOICES_OF_MEMBERS, Evidences::voice, moment.until(), network.value(), ids));
        var shares = reading.list(
                SHARES_OF_MEMBERS, new Shares(voices)::read, network.value(), moment.until(), moment.until(), ids);
        return shown(shares, endorsements(network, ids, moment));
    }

    /** What everybody who takes part in a network has to show at a time. */
    Map<MemberId, Shown> all(NetworkId network, Moment moment) {
        var voices = voices(reading.list(VOICES_OF_NETWORK, Evidences::voice, moment.until(), network.value()));
        var shares = reading.list(
                SHARES_OF_NETWORK, new Shares(voices)::read, network.value(), moment.until(), moment.until());
        return shown(shares, endorsements(network, null, moment));
    }

    private record Voice(UUID contribution, UUID member) {}

    private static Voice voice(ResultSet row) throws SQLException {
        return new Voice(Reading.uuid(row, "contribution"), Reading.uuid(row, "member"));
    }

    private static Map<UUID, Set<UUID>> voices(List<Voice> voices) {
        var by = new HashMap<UUID, Set<UUID>>();
        voices.forEach(voice ->
                by.computeIfAbsent(voice.contribution(), _ -> new TreeSet<>()).add(voice.member()));
        return by;
    }

    private record Owned(MemberId member, CountedShare share) {}

    /** Reads rows of shares; what is written alike in many of them is read once. */
    private static final class Shares {

        private final Map<UUID, Set<UUID>> voices;
        private final Map<String, RoleWeights> weights = new HashMap<>();
        private final Map<String, KindCode> kinds = new HashMap<>();

        Shares(Map<UUID, Set<UUID>> voices) {
            this.voices = voices;
        }

        Owned read(ResultSet row) throws SQLException {
            return share(
                    row,
                    voices,
                    kinds.computeIfAbsent(row.getString("kind"), KindCode::new),
                    weights.computeIfAbsent(row.getString("weights"), WeightsText::read));
        }
    }

    private static Owned share(ResultSet row, Map<UUID, Set<UUID>> voices, KindCode kind, RoleWeights weights)
            throws SQLException {
        var member = Reading.uuid(row, "member");
        var contribution = Reading.uuid(row, "contribution");
        var others = voices.getOrDefault(contribution, Set.of()).stream()
                .filter(voice -> !voice.equals(member))
                .collect(Collectors.toSet());
        var companions = Stream.of((UUID[]) row.getArray("companions").getArray())
                .filter(others::contains)
                .map(MemberId::new)
                .collect(Collectors.toSet());
        return new Owned(
                new MemberId(member),
                new CountedShare(
                        new ContributionId(contribution),
                        new ShareId(Reading.uuid(row, "share")),
                        kind,
                        weights,
                        row.getObject("day", LocalDate.class),
                        row.getInt("minutes"),
                        row.getString("place"),
                        row.getBoolean("outside"),
                        others.stream().map(MemberId::new).collect(Collectors.toSet()),
                        companions));
    }

    private record Endorsed(MemberId member, BadgeDefinitionId definition, int times) {}

    private List<Endorsed> endorsements(
            NetworkId network, UUID @org.jspecify.annotations.Nullable [] members, Moment moment) {
        return reading.list(
                ENDORSEMENTS,
                row -> new Endorsed(
                        new MemberId(Reading.uuid(row, "member")),
                        new BadgeDefinitionId(Reading.uuid(row, "definition")),
                        row.getInt("times")),
                network.value(),
                members,
                members,
                moment.until(),
                moment.until());
    }

    private static Map<MemberId, Shown> shown(List<Owned> shares, List<Endorsed> endorsed) {
        var endorsements = new HashMap<MemberId, Map<BadgeDefinitionId, Integer>>();
        endorsed.forEach(e ->
                endorsements.computeIfAbsent(e.member(), _ -> new HashMap<>()).put(e.definition(), e.times()));
        var by = new LinkedHashMap<MemberId, List<CountedShare>>();
        shares.forEach(owned -> by.computeIfAbsent(owned.member(), _ -> new java.util.ArrayList<>())
                .add(owned.share()));
        endorsements.keySet().forEach(member -> by.putIfAbsent(member, List.of()));
        var shown = new LinkedHashMap<MemberId, Shown>();
        by.forEach((member, own) -> shown.put(member, new Shown(own, endorsements.getOrDefault(member, Map.of()))));
        return shown;
    }
}
