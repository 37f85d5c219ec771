package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maillage.web.security.Viewer.Standing;
import org.maillage.web.security.WrittenForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Badges that coordinators of a network have begun to write: for all of them, until one is defined or thrown away. */
@Component
final class BadgeDrafts {

    /** Most of them in a network. */
    static final int MOST = 50;

    // What is of one sending of the form, rather than of the badge.
    private static final Set<String> LEFT_OUT = Set.of("key", "act", "brouillon", "_csrf", "_auteur");

    private final JdbcClient jdbc;
    private final Clock clock;

    BadgeDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One in a list.
     *
     * @param name in the first language that has one; may be empty
     */
    record Draft(UUID id, String name, Instant changedAt) {}

    /** Those of a network, the one changed last first. */
    List<Draft> of(Standing standing) {
        return jdbc.sql("select id, name, changed_at from web.badge_draft where network = ? order by changed_at desc,"
                        + " id")
                .param(standing.network().value())
                .query((row, _) -> new Draft(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What was written; empty where it is of another network, was defined, or is thrown away. */
    Optional<DefinitionForm> find(UUID id, Standing standing) {
        return jdbc.sql("select form from web.badge_draft where id = ? and network = ?")
                .params(id, standing.network().value())
                .query(String.class)
                .optional()
                .map(text -> DefinitionForm.of(
                        new LinkedMultiValueMap<>(WrittenForm.decoded(text).fields())));
    }

    /** Keeps a form, in place of what was kept under the id; returns false where there are too many. */
    boolean keep(UUID id, DefinitionForm form, Standing standing) {
        var fields = new LinkedHashMap<>(form.typed());
        fields.keySet().removeAll(LEFT_OUT);
        var name = form.text("nameFr").isBlank() ? form.text("nameEn") : form.text("nameFr");
        return jdbc.sql("""
            insert into web.badge_draft (id, network, name, form, changed_at)
            select ?, ?, ?, ?, ?
             where (select count(*) from web.badge_draft where network = ?) < ?
                or exists (select from web.badge_draft where id = ?)
            on conflict (id) do update set name = excluded.name, form = excluded.form, changed_at = excluded.changed_at
             where badge_draft.network = excluded.network
            """)
                        .params(
                                id,
                                standing.network().value(),
                                name.strip(),
                                new WrittenForm("", "", fields).encoded(),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                standing.network().value(),
                                MOST,
                                id)
                        .update()
                == 1;
    }

    /** Throws one away; another network's is left alone. */
    void remove(UUID id, Standing standing) {
        jdbc.sql("delete from web.badge_draft where id = ? and network = ?")
                .params(id, standing.network().value())
                .update();
    }
}
