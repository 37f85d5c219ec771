package org.maillage.web.profile;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a pseudo is. One that somebody gave up stays theirs, so that nobody else takes an address that others know as
 * theirs; only the last few, so that nobody gathers names.
 */
@Component
final class Addresses {

    /** How many given-up pseudos a member keeps. */
    private static final int KEPT = 2;

    private final JdbcClient jdbc;
    private final ProfileChanges changes;
    private final Clock clock;

    Addresses(JdbcClient jdbc, ProfileChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** A member's pseudo; empty where they have chosen none. */
    Optional<Pseudo> of(MemberId member) {
        return jdbc.sql("select pseudo from web.public_address where member = ? and current")
                .param(member.value())
                .query(String.class)
                .optional()
                .map(Pseudo::new);
    }

    /** Whose page it is now; empty where nobody's. */
    Optional<Holder> holder(Pseudo pseudo) {
        return jdbc.sql("select network, member from web.public_address where pseudo = ? and current")
                .param(pseudo.value())
                .query((row, _) -> new Holder(
                        new NetworkId(row.getObject(1, UUID.class)), new MemberId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** Gives a member a pseudo in place of the one before; returns false where it is somebody else's. */
    boolean take(NetworkId network, MemberId member, Pseudo pseudo) {
        jdbc.sql("""
            insert into web.public_address (pseudo, network, member, current, since) values (?, ?, ?, false, ?)
            on conflict (pseudo) do nothing
            """)
                .params(
                        pseudo.value(),
                        network.value(),
                        member.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var theirs = jdbc.sql("select member from web.public_address where pseudo = ?")
                .param(pseudo.value())
                .query(UUID.class)
                .optional();
        if (theirs.isEmpty() || !theirs.get().equals(member.value())) {
            return false;
        }
        // First none, then one: the index allows no two at once.
        jdbc.sql("update web.public_address set current = false where member = ? and current and pseudo <> ?")
                .params(member.value(), pseudo.value())
                .update();
        try {
            jdbc.sql("update web.public_address set current = true, since = ? where member = ? and pseudo = ?")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), member.value(), pseudo.value())
                    .update();
        } catch (DuplicateKeyException _) {
            // Another form of theirs came in between: what it chose stands, and the page shows it.
            return true;
        }
        changes.happened();
        forgetOldest(member);
        return true;
    }

    private void forgetOldest(MemberId member) {
        jdbc.sql("""
            delete from web.public_address where pseudo in (
                select pseudo from web.public_address where member = ? and not current order by since desc offset ?)
            """).params(member.value(), KEPT).update();
    }

    /** Whose page a pseudo is. */
    record Holder(NetworkId network, MemberId member) {}
}
