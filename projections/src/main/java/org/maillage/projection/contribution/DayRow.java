package org.maillage.projection.contribution;

import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.projection.fold.Row;

/** A share as it is now, found by whose it is and of which day: what the queue compares it with. */
@MappedEntity("share")
public record DayRow(
        UUID network,
        UUID contribution,
        UUID share,
        LocalDate until,
        String contributor,
        LocalDate day,
        @Nullable LocalTime startTime,
        String claimed,
        @Nullable String confirmed,
        boolean standing,
        int minutes,
        long position)
        implements Row {

    /** A share as it is now. */
    public static DayRow of(ShareRow share) {
        return new DayRow(
                share.network(),
                share.contribution(),
                share.share(),
                share.until(),
                share.contributor(),
                share.day(),
                share.startTime(),
                share.claimed(),
                share.confirmed(),
                share.standing(),
                share.minutes(),
                share.position());
    }

    /** The group of the shares of an account and day. */
    public static Object key(AccountId contributor, LocalDate day) {
        return key(contributor.toString(), day);
    }

    static Object key(String contributor, LocalDate day) {
        return List.of(contributor, day);
    }

    @Override
    public Object group() {
        return key(contributor, day);
    }

    @Override
    public Object id() {
        return share;
    }

    /** Whether another row of the same share tells the same of its day. */
    public boolean tellsAs(DayRow other) {
        return standing == other.standing && minutes == other.minutes && Objects.equals(confirmed, other.confirmed);
    }

    /** Whether it counts, and takes time. */
    public boolean takesTime() {
        return standing && QuantityText.read(claimed).creditedMinutes() > 0;
    }

    /** Minute of the day at which its session starts; null where not said. */
    public @Nullable Integer fromMinute() {
        return startTime == null ? null : startTime.toSecondOfDay() / 60;
    }

    /** Minutes of its session, as claimed or confirmed. */
    public int session() {
        return QuantityText.read(confirmed == null ? claimed : confirmed).session();
    }
}
