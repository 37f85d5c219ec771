package org.maillage.web.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mailbox of the demonstration: letters that a page shows instead of sending them. */
final class Mailbox implements Post {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean send(Letter letter) {
        jdbc.sql("insert into web.mailbox (recipient, subject, body) values (?, ?, ?)")
                .params(letter.recipient(), letter.subject(), letter.body())
                .update();
        return true;
    }

    /** The newest letters first. */
    List<Delivered> newest() {
        return jdbc.sql("select recipient, subject, body, sent_at from web.mailbox order by id desc limit ?")
                .param(SHOWN)
                .query((row, _) -> new Delivered(
                        new Letter(row.getString(1), row.getString(2), row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A letter and when it came. */
    record Delivered(Letter letter, Instant at) {}
}
