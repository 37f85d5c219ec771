package org.maillage.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;
import org.postgresql.PGConnection;

/**
 * 100,000 contributions taken in as validated claims, by the commands and in the chunks that imports use, over COPY of the
 * same event rows into a table with the same indexes.
 */
final class ImportRate {

    private static final String NAME = "import of validated claims over COPY of the same rows";
    private static final String GOAL = "≥ 0.3";
    private static final int CHUNK = 2_000;

    /** A multiple of the chunk; fewer only to see that everything runs. */
    private static final int CLAIMS = Integer.getInteger("maillage.bench.claims", 100_000);

    private static final int PEOPLE = 2_000;
    private static final KindCode KIND = new KindCode("review");

    private final Server server;
    private final int rounds;

    ImportRate(Server server, int rounds) {
        this.server = server;
        this.rounds = rounds;
    }

    List<Figure> measure() {
        var ratios = new ArrayList<Double>();
        var last = "";
        for (var round = 0; round < rounds; round++) {
            try (var world = new World(server, PEOPLE)) {
                var imported = on(world);
                ratios.add(imported.median());
                last = imported.beside();
            }
        }
        return List.of(new Figure(NAME, GOAL, ratios, last));
    }

    /** One import into a world that is there, which has taken none before. */
    Figure on(World world) {
        var before = world.journal.position();
        var jvm = Load.jvmCpu();
        var postgres = server.cpuMicros();
        var ours = seconds(() -> take(world));
        var jvmMicros = (Load.jvmCpu() - jvm) / (double) CLAIMS;
        var postgresMicros = (server.cpuMicros() - postgres) / (double) CLAIMS;
        var rows = world.journal.position() - before;
        if (rows != 3L * CLAIMS) {
            throw new IllegalStateException(rows + " events for " + CLAIMS + " claims");
        }
        var copied = copy(world, before);
        var beside = String.format(
                Locale.ROOT,
                "last round: %.1f s for %d claims (%d events) of %.0f µs CPU (%.0f in PostgreSQL), %.1f s by COPY",
                ours,
                CLAIMS,
                rows,
                jvmMicros + postgresMicros,
                postgresMicros,
                copied);
        return new Figure(NAME, GOAL, List.of(copied / ours), beside);
    }

    private static void take(World world) {
        var batch = ImportId.next();
        var actor = Actor.batch(batch);
        var today = LocalDate.now(ZoneOffset.UTC);
        var people = Math.min(PEOPLE, world.members.size());
        for (var start = 0; start < CLAIMS; start += CHUNK) {
            var requests = new ArrayList<Ledger.Request>(2 * CHUNK);
            for (var i = start; i < start + CHUNK; i++) {
                var claim = ContributionId.next();
                var by = world.members.get(1 + i % (people - 1));
                var share =
                        ClaimedShare.plain(AccountId.of(by), KIND, Quantity.minutes(10), today.minusDays(i / people));
                var submit = new Submit(
                        claim, world.network, by, List.of(share), null, null, List.of(), Set.of(), null, null);
                var validate = new Validate(claim, world.network, world.members.getFirst(), List.of());
                requests.add(new Ledger.Request(submit, origin(world, actor, "row-" + i)));
                requests.add(new Ledger.Request(validate, origin(world, actor, "row-" + i + "/validation")));
            }
            for (var result : world.ledger.executeAll(requests)) {
                if (result instanceof Ledger.Result.Declined declined) {
                    throw declined.refusal();
                }
            }
        }
    }

    private static Origin origin(World world, Actor actor, String key) {
        return new Origin(
                org.maillage.ledger.value.Id.nextUuid(),
                "bench",
                key,
                actor,
                null,
                world.origin().now());
    }

    private double copy(World world, long after) {
        try (Connection connection = world.database.getConnection()) {
            Sql.run(world.database, "create table copied (like journal.event including all)");
            var api = connection.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            api.copyOut(
                    "copy (select * from journal.event where position > " + after
                            + " order by position) to stdout (format binary)",
                    rows);
            var bytes = rows.toByteArray();
            return seconds(() -> {
                try {
                    api.copyIn("copy copied from stdin (format binary)", new ByteArrayInputStream(bytes), 65_536);
                } catch (SQLException | IOException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Fills a world with history, for other measurements. */
    static void fill(World world) {
        take(world);
    }
}
