package org.maillage.web.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters in the demonstration's mailbox, once those of invitations have gone. */
public final class Letters {

    private Letters() {}

    /** What was written to an address, oldest first. */
    public static List<String> to(String email, JdbcClient jdbc) {
        Patience.await().until(() -> untried(jdbc) == 0);
        return jdbc.sql("select body from web.mailbox where recipient = ? order by id")
                .param(email)
                .query(String.class)
                .list();
    }

    private static long untried(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from web.invitation_waiting where tries = 0")
                .query(Long.class)
                .single();
    }
}
