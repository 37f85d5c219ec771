package org.maillage.web.notices;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events that stop the reading of letters: one that fails time after time is set aside, so that it stops no other for
 * ever. What fails for a while, such as a database that is away, is tried as often before.
 */
final class OddEvents {

    /** An event that failed so often, one try a second, is set aside. */
    static final int MOST_TRIES = 30;

    private static final Logger LOG = LoggerFactory.getLogger(OddEvents.class);

    private final JdbcClient jdbc;
    private long position;
    private int tries;
    private String cause = "";

    OddEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a failure of the event at a position; another position begins anew. */
    synchronized void failed(long at, RuntimeException failure) {
        tries = at == position ? tries + 1 : 1;
        position = at;
        cause = failure.getClass().getName();
    }

    /** Sets the event at a position aside if it failed too often; in the caller's transaction. */
    synchronized boolean aside(long at) {
        if (at != position || tries < MOST_TRIES) {
            return false;
        }
        jdbc.sql("insert into web.notice_aside (position, cause) values (?, ?) on conflict do nothing")
                .params(at, cause)
                .update();
        LOG.warn("nobody is told of event {}: it could not be read ({}) and is tried again later", at, cause);
        return true;
    }

    /** Positions of those set aside, in order. */
    List<Long> positions() {
        return jdbc.sql("select position from web.notice_aside order by position")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Takes one that was read at last from those set aside. */
    void read(long at) {
        jdbc.sql("delete from web.notice_aside where position = ?").param(at).update();
    }
}
