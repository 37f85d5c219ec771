package org.maillage.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.TransferId;

/** Everyone gives to one common fund, over the usual way: one row that each transaction locks and updates. */
final class HotAccount {

    private static final int GIVERS = 300;
    /** Days on which nobody else claims anything. */
    private static final int LONG_AGO = 5_000;

    private static final String UPDATE = "update hot_row set balance = balance + 1 where id = 1";

    private final Server server;
    private final int rounds;
    private final int seconds;

    HotAccount(Server server, int rounds, int seconds) {
        this.server = server;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    List<Figure> measure() {
        try (var world = new World(server, GIVERS)) {
            return on(world);
        }
    }

    /** The same in a world that is there. */
    List<Figure> on(World world) {
        var figures = new ArrayList<Figure>();
        Sql.run(world.database, "create table hot_row (id int primary key, balance bigint not null)");
        Sql.run(world.database, "insert into hot_row values (1, 0)");
        givers(world).stream().skip(1).forEach(member -> earn(world, member));
        gifts(world, 32, Math.max(3, seconds)); // warm
        for (var inFlight : new int[] {32, 256}) {
            figures.add(at(world, inFlight));
        }
        return figures;
    }

    /** As many as give, however many members there are: what is measured is the account that they give to. */
    private static List<MemberId> givers(World world) {
        return world.members.subList(0, Math.min(GIVERS, world.members.size()));
    }

    /** Everybody has something to give. */
    private static void earn(World world, MemberId member) {
        for (var day = 1; day <= 3; day++) {
            var claim = ContributionId.next();
            var on = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(LONG_AGO + day);
            var share =
                    ClaimedShare.plain(AccountId.of(member), new KindCode("workshop-led"), Quantity.minutes(700), on);
            world.execute(new Submit(
                    claim,
                    world.network,
                    member,
                    List.of(share),
                    null,
                    null,
                    List.of(),
                    java.util.Set.of(),
                    null,
                    null));
            world.execute(new Validate(claim, world.network, world.members.getFirst(), List.of()));
        }
    }

    private Figure at(World world, int inFlight) {
        var pgbench = new Pgbench(server, world.database);
        var ratios = new ArrayList<Double>();
        var last = "";
        for (var round = 0; round < rounds; round++) {
            var limit = pgbench.rate(UPDATE, inFlight, seconds);
            var ours = gifts(world, inFlight, seconds);
            ratios.add(ours.perSecond() / limit);
            last = String.format(
                    Locale.ROOT,
                    "last round: %.0f gifts/s of %.0f µs CPU (%.0f in PostgreSQL), %.0f updates/s of one row",
                    ours.perSecond(),
                    ours.cpuMicros(),
                    ours.postgresMicros(),
                    limit);
        }
        return new Figure(
                "gifts to one fund over one row lock a transaction, " + inFlight + " in flight",
                inFlight == 32 ? "≥ 15" : "≥ 40",
                ratios,
                last);
    }

    private Load gifts(World world, int inFlight, int seconds) {
        var fund = AccountId.fundOf(world.network);
        var givers = givers(world);
        return Load.run(server, inFlight, seconds, number -> {
            var by = givers.get(1 + number % (givers.size() - 1));
            world.execute(
                    new Give(TransferId.next(), world.network, by, AccountId.of(by), fund, new Mailles(1), null, null));
        });
    }
}
