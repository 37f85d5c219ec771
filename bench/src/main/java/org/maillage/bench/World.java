package org.maillage.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.event.MemberEvent.Via;
import org.maillage.ledger.journal.JournalSchema;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.journal.PostgresSnapshots;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.vault.MasterKey;
import org.maillage.ledger.vault.PostgresMemberKeys;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.VaultSchema;

/** A ledger on a database of its own, with a network and its members. */
final class World implements AutoCloseable {

    static final String KEY = "bWFpbGxhZ2UgbWFpbGxhZ2UgbWFpbGxhZ2UgbWFpbGw=";
    private static final int CHUNK = 1_000;

    /** A prime by which numbers that follow one another are far apart. */
    private static final long SPREAD = 2_147_483_647L;

    /** How far back claims go, in days: no contribution is from before 1970. */
    private static final long DAYS = 18_000;

    final HikariDataSource database;
    final PostgresJournal journal;
    final SealedVault vault;
    final LedgerCore ledger;
    final NetworkId network = NetworkId.next();
    final List<MemberId> members = new ArrayList<>();
    /** Who each of the members is, in the same order. */
    final List<PersonId> people = new ArrayList<>();

    private final Clock clock = Clock.systemUTC();
    private final AtomicLong turns = new AtomicLong();
    private volatile int mostClaimants = Integer.MAX_VALUE;

    World(Server server, int size) {
        database = server.database();
        JournalSchema.migrate(database);
        VaultSchema.migrate(database);
        journal = new PostgresJournal(database, clock);
        vault = new SealedVault(new PostgresMemberKeys(database), MasterKey.fromBase64(KEY));
        ledger = LedgerCore.start(journal, new PostgresSnapshots(database), vault);
        execute(new Create(network, "Bench", null, ZoneId.of("Europe/Paris"), Set.of(), null, null));
        while (members.size() < size) {
            join(Math.min(CHUNK, size - members.size()));
        }
        execute(new AppointCoordinator(network, members.getFirst(), null));
    }

    /** So many at once, as an import does: there may be a million of them. */
    private void join(int count) {
        var first = members.size();
        for (var i = 0; i < count; i++) {
            people.add(PersonId.next());
            members.add(MemberId.next());
        }
        vault.prepare(members.subList(first, first + count));
        var requests = new ArrayList<Ledger.Request>(2 * count);
        for (var i = first; i < first + count; i++) {
            requests.add(new Ledger.Request(new RegisterPerson(people.get(i)), origin()));
            var join = new Join(members.get(i), network, people.get(i), Via.FOUNDING, "Member " + i);
            requests.add(new Ledger.Request(join, origin()));
        }
        for (var result : ledger.executeAll(requests)) {
            if (result instanceof Ledger.Result.Declined declined) {
                throw declined.refusal();
            }
        }
    }

    /** Who claims next, and of which day. */
    record Turn(MemberId by, LocalDate day) {}

    /**
     * The next turn: those who follow one another are spread over all members but the coordinator, and nobody claims the
     * same day twice, as hundreds of claims of one day are nobody's life.
     */
    Turn turn() {
        long number = turns.getAndIncrement();
        int all = members.size() - 1;
        int claimants = Math.min(all, mostClaimants);
        var by = members.get(1 + (int) (number * SPREAD % claimants) * (all / claimants));
        return new Turn(by, LocalDate.now(ZoneOffset.UTC).minusDays(number / claimants % DAYS));
    }

    /** From now on no more than so many claim, spread over all members. */
    void onlyClaim(int most) {
        mostClaimants = most;
    }

    Outcome execute(LedgerCommand command) {
        return ledger.execute(command, origin());
    }

    Origin origin() {
        return Origin.of(Actor.SYSTEM, clock.instant());
    }

    @Override
    public void close() {
        ledger.close();
        journal.close();
        database.close();
    }
}
