package org.maillage.badge.award;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** Whose badges are to be looked at. Whoever takes somebody has them for a while; if they stop, another takes over. */
final class Due {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String TAKE = """
        update badge.due set leased_until = ?
         where (network, member) in
             (select network, member from badge.due where leased_until <= ? order by position limit ?
                 for update skip locked)
        returning network, member, position, cause
        """;

    // Only as it was taken: what changed meanwhile is looked at again.
    private static final String DONE = "delete from badge.due where network = ? and member = ? and position = ?";

    private static final String TAKE_BEFORE_LAST_DAY = """
        insert into badge.due (network, member, position, cause)
        select distinct a.network, a.member, 0::bigint, ?::uuid from badge.award a
         where a.expires between ? and ?
            on conflict (network, member) do nothing
        """;

    private final Reading reading;
    private final Clock clock;

    Due(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Somebody whose badges are to be looked at.
     *
     * @param position of the newest event that asks for it; 0 where a last day does
     * @param cause that event's id
     */
    record Somebody(NetworkId network, MemberId member, long position, UUID cause) {}

    List<Somebody> take(int most) {
        var now = clock.instant();
        return reading.list(
                TAKE,
                row -> new Somebody(
                        new NetworkId(Reading.uuid(row, "network")),
                        new MemberId(Reading.uuid(row, "member")),
                        row.getLong("position"),
                        Reading.uuid(row, "cause")),
                now.plus(LEASE),
                now,
                most);
    }

    void done(Somebody somebody) {
        reading.change(DONE, somebody.network().value(), somebody.member().value(), somebody.position());
    }

    /** Those whose badges end soon, or have just ended; returns how many were not waiting already. */
    int expiring(int days) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return reading.change(TAKE_BEFORE_LAST_DAY, Id.nextUuid(), today.minusDays(days), today.plusDays(days));
    }

    /** Whether nobody waits. */
    boolean isEmpty() {
        return reading.list("select 1 from badge.due union all select 1 from badge.new_network limit 1", _ -> true)
                .isEmpty();
    }
}
