package org.maillage.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;

/**
 * Durable commands a second over the whole path (handler, aggregate, vault, journal, PostgreSQL with fsync), over what
 * PostgreSQL does by itself: one insert of a row of the same columns and size a transaction.
 */
final class CommandRate {

    static final String TABLE = """
        create table if not exists one_insert (
            position bigserial primary key, stream text not null, version bigint not null,
            event_id uuid not null unique, name text not null, network uuid, actor text not null, cause uuid,
            command_id uuid not null, recorded_at timestamptz not null, payload bytea not null,
            unique (stream, version))
        """;

    static final String INSERT = """
        insert into one_insert (stream, version, event_id, name, network, actor, cause, command_id, recorded_at,
        payload) values ('contribution/' || gen_random_uuid(), 0, gen_random_uuid(), 'contribution.submitted.1',
        gen_random_uuid(), 'person:0198f0f4-0000-7000-8000-000000000000', null, gen_random_uuid(), now(),
        decode(repeat('7b', 700), 'hex'))
        """;

    private final Server server;
    private final int rounds;
    private final int seconds;

    CommandRate(Server server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        try (var world = new World(server, 300)) {
            return on(world);
        }
    }

    /** The same in a world that is there. */
    List<Figure> on(World world) {
        var figures = new ArrayList<Figure>();
        Sql.run(world.database, TABLE);
        var pgbench = new Pgbench(server, world.database);
        claims(server, world, 64, Math.max(5, seconds)); // warm
        for (var inFlight : new int[] {32, 256}) {
            figures.addAll(at(world, pgbench, inFlight));
        }
        return figures;
    }

    private List<Figure> at(World world, Pgbench pgbench, int inFlight) {
        var ratios = new ArrayList<Double>();
        var micros = new ArrayList<Double>();
        var last = "";
        for (var round = 0; round < rounds; round++) {
            var limit = pgbench.rate(INSERT.replace('\n', ' '), inFlight, seconds);
            var ours = claims(server, world, inFlight, seconds);
            ratios.add(ours.perSecond() / limit);
            micros.add(ours.cpuMicros());
            last = String.format(
                    Locale.ROOT,
                    "last round: %.0f commands/s of %.0f µs CPU (%.0f in PostgreSQL), %.0f inserts/s by PostgreSQL"
                            + " alone",
                    ours.perSecond(),
                    ours.cpuMicros(),
                    ours.postgresMicros(),
                    limit);
        }
        return List.of(
                new Figure(
                        "durable commands over one insert a transaction, " + inFlight + " in flight",
                        inFlight == 32 ? "≥ 0.9" : "≥ 2.5",
                        ratios,
                        last),
                new Figure(
                        "CPU a command in µs, JVM and PostgreSQL, " + inFlight + " in flight", "≤ 60", micros, last));
    }

    /** Claims by everybody of a world in turn. */
    static Load claims(Server server, World world, int inFlight, int seconds) {
        return Load.run(server, inFlight, seconds, _ -> world.execute(claim(world)));
    }

    /** The next claim, of one share. */
    static Submit claim(World world) {
        var turn = world.turn();
        var by = turn.by();
        var share =
                ClaimedShare.plain(AccountId.of(by), new KindCode("workshop-led"), Quantity.minutes(90), turn.day());
        return new Submit(
                ContributionId.next(), world.network, by, List.of(share), null, null, List.of(), Set.of(), null, null);
    }
}
