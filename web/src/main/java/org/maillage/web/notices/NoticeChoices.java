package org.maillage.web.notices;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.maillage.ledger.value.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which letters a person wants; all, until they say otherwise. */
@Component
public final class NoticeChoices {

    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every kind, in order, and whether the person wants its letters. */
    public Map<NoticeKind, Boolean> get(PersonId person) {
        var choices = new EnumMap<NoticeKind, Boolean>(NoticeKind.class);
        for (var kind : NoticeKind.values()) {
            choices.put(kind, true);
        }
        jdbc.sql("select kind, wanted from web.notice_choice where person = ?")
                .param(person.value())
                .query(row -> {
                    choices.put(NoticeKind.valueOf(row.getString(1)), row.getBoolean(2));
                });
        return Collections.unmodifiableMap(choices);
    }

    /** Whether the person wants letters of a kind. */
    public boolean wants(PersonId person, NoticeKind kind) {
        return jdbc.sql("select wanted from web.notice_choice where person = ? and kind = ?")
                .params(person.value(), kind.name())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Keeps what the person wants of a kind, from the next letter on. */
    public void set(PersonId person, NoticeKind kind, boolean wanted) {
        jdbc.sql("""
            insert into web.notice_choice (person, kind, wanted) values (?, ?, ?)
            on conflict (person, kind) do update set wanted = excluded.wanted
            """).params(person.value(), kind.name(), wanted).update();
    }
}
