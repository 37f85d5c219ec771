package org.maillage.badge.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.DefinitionEvent;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.NetworkId;

/** The badges of networks, and how many of each there are. */
public final class Definitions {

    private static final String COLUMNS = """
        select d.definition, d.network, d.shipped, d.retired_at < ? as retired, v.version, v.recorded_at, v.name, v.payload
          from badge.definition d join badge.definition_version v on v.definition = d.definition
        """;

    private static final String OF_NETWORK =
            COLUMNS + "where d.network = ? and v.recorded_at < ? order by d.position, v.version";

    private static final String ONE =
            COLUMNS + "where d.definition = ? and v.recorded_at < ? order by d.position, v.version";

    // What stands at a time is what the newest change by then left: an award that was revoked counts as that alone.
    // One that a coordinator awarded too counts twice until it is accepted: the count must not betray that its member
    // had it.
    private static final String COUNTS = """
        select a.definition,
               count(*) filter (where not f.revoked)
                   + count(*) filter (where f.too and not f.accepted) as awarded,
               count(*) filter (where f.accepted and not f.revoked) as accepted,
               count(*) filter (where f.shown and not f.revoked) as shown,
               count(*) filter (where f.reviewed and not f.revoked) as reviewed,
               count(*) filter (where f.revoked) as revoked
          from badge.award a,
               lateral (select coalesce(bool_or(c.what = 'award.revoked'), false) as revoked,
                               coalesce(bool_or(c.what = 'award.awarded-too'), false) as too,
                               coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                                   ('award.accepted', 'award.declined', 'award.awarded-too')))[1] = 'award.accepted', false)
                                   as accepted,
                               coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                                   ('award.published', 'award.unpublished', 'award.declined')))[1]
                                   = 'award.published', false) as shown,
                               coalesce((array_agg(c.what order by c.position desc) filter (where c.what in
                                   ('award.review-asked', 'award.upheld', 'award.reinstated')))[1]
                                   = 'award.review-asked', false) as reviewed
                          from badge.award_change c where c.award = a.award and c.recorded_at < ?) f
         where a.network = ? and a.recorded_at < ?
         group by a.definition
        """;

    private final Reading reading;
    private final Networks networks;

    public Definitions(Reading reading, Networks networks) {
        this.reading = reading;
        this.networks = networks;
    }

    /** How many awards of a badge there are; who has them is not said. */
    public record Counts(long awarded, long accepted, long shown, long reviewed, long revoked) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** A badge and its counts. */
    public record Counted(Definition definition, Counts counts) {}

    /** The badges of a network in the order in which they were defined, those that are retired too. */
    public List<Definition> of(NetworkId network, Moment moment) {
        return List.copyOf(
                gathered(reading.list(OF_NETWORK, Definitions::row, moment.until(), network.value(), moment.until()))
                        .values());
    }

    /** The badges of a network as of a day, with their counts. */
    public List<Counted> counted(NetworkId network, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        var counts = new HashMap<UUID, Counts>();
        reading.list(
                COUNTS,
                row -> counts.put(
                        Reading.uuid(row, "definition"),
                        new Counts(
                                row.getLong("awarded"),
                                row.getLong("accepted"),
                                row.getLong("shown"),
                                row.getLong("reviewed"),
                                row.getLong("revoked"))),
                moment.until(),
                network.value(),
                moment.until());
        return of(network, moment).stream()
                .map(definition -> new Counted(
                        definition, counts.getOrDefault(definition.definition().value(), Counts.NONE)))
                .toList();
    }

    /** One badge as of a day; empty where it was not defined by then. */
    public Optional<Definition> find(NetworkId network, BadgeDefinitionId definition, LocalDate asOf) {
        var moment = networks.asOf(network, asOf);
        return gathered(reading.list(ONE, Definitions::row, moment.until(), definition.value(), moment.until()))
                .values()
                .stream()
                .filter(found -> found.network().equals(network))
                .findFirst();
    }

    /** One badge with every version that is recorded so far, of whichever network. */
    public Optional<Definition> find(BadgeDefinitionId definition) {
        return gathered(reading.list(ONE, Definitions::row, Moment.FOREVER, definition.value(), Moment.FOREVER))
                .values()
                .stream()
                .findFirst();
    }

    private record Row(
            UUID definition, UUID network, @Nullable String shipped, boolean retired, Definition.Version version) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Reading.uuid(row, "definition"),
                Reading.uuid(row, "network"),
                row.getString("shipped"),
                row.getBoolean("retired"),
                new Definition.Version(
                        row.getInt("version"),
                        content(row.getString("name"), row.getBytes("payload")),
                        Reading.time(row, "recorded_at")));
    }

    private static BadgeContent content(String name, byte[] payload) {
        return switch ((DefinitionEvent) EventJson.read(name, payload)) {
            case DefinitionEvent.Defined e -> e.content();
            case DefinitionEvent.Revised e -> e.content();
            case DefinitionEvent.Retired _ -> throw new IllegalStateException("a retirement has no content");
        };
    }

    private static Map<UUID, Definition> gathered(List<Row> rows) {
        var definitions = new LinkedHashMap<UUID, Definition>();
        for (var row : rows) {
            definitions.merge(
                    row.definition(),
                    new Definition(
                            new BadgeDefinitionId(row.definition()),
                            new NetworkId(row.network()),
                            row.shipped(),
                            List.of(row.version()),
                            row.retired()),
                    (before, _) -> {
                        var versions = new ArrayList<>(before.versions());
                        versions.add(row.version());
                        return new Definition(
                                before.definition(), before.network(), before.shipped(), versions, before.retired());
                    });
        }
        return definitions;
    }
}
