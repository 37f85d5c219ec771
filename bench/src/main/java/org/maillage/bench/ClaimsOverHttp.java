package org.maillage.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.maillage.ledger.contribution.ContributionCommand.Validate;

/**
 * Claims a second of the whole program, in a process of its own, as browsers send them: a form with session and CSRF token,
 * with its files' empty parts, until the answer leads to the claim. Beside it the whole way: the form is opened, sent, and
 * the claim's page read.
 */
final class ClaimsOverHttp {

    private static final int USERS = 16;
    private static final int WARM = 20_000;
    private static final int DECIDED = 10;

    private final Server server;
    private final int rounds;
    private final int seconds;

    ClaimsOverHttp(Server server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        try (var world = decided();
                var folder = Folder.make();
                var program = Started.maillage(world, folder.path())) {
            var claimants = new ArrayList<Claimant>();
            try {
                for (var user = 0; user < USERS; user++) {
                    claimants.add(new Claimant(world, world.people.get(1 + user), program.port()));
                }
                return rounds(program, claimants);
            } finally {
                claimants.forEach(Claimant::close);
            }
        }
    }

    /** A network in which claims are decided, as they are everywhere soon. */
    private World decided() {
        var world = new World(server, 300);
        for (var i = 0; i < DECIDED; i++) {
            var claim = CommandRate.claim(world);
            world.execute(claim);
            world.execute(new Validate(claim.contribution(), world.network, world.members.getFirst(), List.of()));
        }
        return world;
    }

    private List<Figure> rounds(Started program, List<Claimant> claimants) {
        var rates = new ArrayList<Double>();
        var waits = new ArrayList<Double>();
        var ways = new ArrayList<Double>();
        var last = "";
        var lastWay = "";
        warm(program, claimants, WARM, Claimant::claim);
        warm(program, claimants, WARM / 10, Claimant::claimAndRead);
        for (var round = 0; round < rounds; round++) {
            var claims = round(program, claimants, seconds, Claimant::claim);
            rates.add(claims.load().perSecond());
            waits.add(claims.waits().p99());
            last = claims.toString();
            var way = round(program, claimants, seconds, Claimant::claimAndRead);
            ways.add(way.load().perSecond());
            lastWay = way.toString();
        }
        return List.of(
                new Figure("claims a second by the form over HTTP, " + USERS + " users", "≥ 400", rates, last),
                new Figure("p99 of a claim by the form over HTTP in ms, " + USERS + " users", "≤ 150", waits, last),
                new Figure("the same a second with the form opened and the claim read", "none", ways, lastWay));
    }

    /** What is compiled for speed is so only after some thousands. */
    private void warm(Started program, List<Claimant> claimants, int least, Function<Claimant, String> way) {
        for (var sent = 0; sent < least; ) {
            sent += round(program, claimants, seconds, way).load().done();
        }
    }

    private Round round(Started program, List<Claimant> claimants, int seconds, Function<Claimant, String> way) {
        var waits = new Waits();
        var before = program.cpuMicros();
        var load =
                Load.run(server, USERS, seconds, number -> waits.time(() -> way.apply(claimants.get(number % USERS))));
        return new Round(load, waits, (program.cpuMicros() - before) / (double) load.done());
    }

    /** @param programMicros CPU of each in microseconds, in the program */
    private record Round(Load load, Waits waits, double programMicros) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "last round: %.0f a second, p99 %.1f ms (median %.1f); CPU of each %.0f µs in the program, %.0f in"
                            + " PostgreSQL, %.0f of who asks",
                    load.perSecond(),
                    waits.p99(),
                    waits.median(),
                    programMicros,
                    load.postgresMicros(),
                    load.jvmMicros());
        }
    }
}
