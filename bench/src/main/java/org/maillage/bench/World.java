package org.maillage.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.Origin;
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

    private static final String KEY = "bWFpbGxhZ2UgbWFpbGxhZ2UgbWFpbGxhZ2UgbWFpbGw=";

    final HikariDataSource database;
    final PostgresJournal journal;
    final SealedVault vault;
    final LedgerCore ledger;
    final NetworkId network = NetworkId.next();
    final List<MemberId> members = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();

    World(Server server, int size) {
        database = server.database();
        JournalSchema.migrate(database);
        VaultSchema.migrate(database);
        journal = new PostgresJournal(database, clock);
        vault = new SealedVault(new PostgresMemberKeys(database), MasterKey.fromBase64(KEY));
        ledger = LedgerCore.start(journal, new PostgresSnapshots(database), vault);
        execute(new Create(network, "Bench", null, ZoneId.of("Europe/Paris"), Set.of(), null, null));
        for (var i = 0; i < size; i++) {
            members.add(join("Member " + i));
        }
        execute(new AppointCoordinator(network, members.getFirst(), null));
    }

    private MemberId join(String name) {
        var person = PersonId.next();
        var member = MemberId.next();
        execute(new RegisterPerson(person));
        execute(new Join(member, network, person, Via.FOUNDING, name));
        return member;
    }

    void execute(LedgerCommand command) {
        ledger.execute(command, origin());
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
