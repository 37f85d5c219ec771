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
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.security.WrittenForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/**
 * Badges, and changes of badges, that coordinators of a network have begun to write: for all of them, until one is published
 * or thrown away.
 */
@Component
final class BadgeDrafts {

    /** Most of them in a network. */
    static final int MOST = 50;

    // What is of one sending of the form, rather than of the badge.
    private static final Set<String> LEFT_OUT =
            Set.of("key", "act", "brouillon", "version", "definition", "_csrf", "_auteur");

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
     * @param of the badge that it changes; null for a new one
     */
    record Draft(UUID id, String name, @Nullable BadgeDefinitionId of, Instant changedAt) {}

    /**
     * What was written.
     *
     * @param of the badge that it changes; null for a new one
     * @param version the one that it was to be when it was begun; 1 for a new badge
     */
    record Begun(DefinitionForm form, @Nullable BadgeDefinitionId of, int version) {}

    /** Those of a network, the one changed last first. */
    List<Draft> of(Standing standing) {
        return jdbc.sql("""
            select id, name, definition, changed_at from web.badge_draft where network = ? order by changed_at desc, id
            """)
                .param(standing.network().value())
                .query((row, _) -> new Draft(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        definition(row.getObject(3, UUID.class)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable BadgeDefinitionId definition(@Nullable UUID id) {
        return id == null ? null : new BadgeDefinitionId(id);
    }

    /** What was written; empty where it is of another network, was published, or is thrown away. */
    Optional<Begun> find(UUID id, Standing standing) {
        return jdbc.sql("select form, definition, coalesce(version, 1) from web.badge_draft where id = ? and network ="
                        + " ?")
                .params(id, standing.network().value())
                .query((row, _) -> new Begun(
                        DefinitionForm.of(new LinkedMultiValueMap<>(
                                WrittenForm.decoded(row.getString(1)).fields())),
                        definition(row.getObject(2, UUID.class)),
                        row.getInt(3)))
                .optional();
    }

    /** Keeps a form, in place of what was kept of the same badge under the id; returns false where there are too many. */
    boolean keep(UUID id, Begun begun, Standing standing) {
        var form = begun.form();
        var of = begun.of();
        var fields = new LinkedHashMap<>(form.typed());
        fields.keySet().removeAll(LEFT_OUT);
        var name = form.text("nameFr").isBlank() ? form.text("nameEn") : form.text("nameFr");
        return jdbc.sql("""
            insert into web.badge_draft (id, network, name, form, definition, version, changed_at)
            select ?, ?, ?, ?, ?, ?, ?
             where (select count(*) from web.badge_draft where network = ?) < ?
                or exists (select from web.badge_draft where id = ?)
            on conflict (id) do update set name = excluded.name, form = excluded.form, version = excluded.version,
                changed_at = excluded.changed_at
             where badge_draft.network = excluded.network and badge_draft.definition is not distinct from excluded.definition
            """)
                        .param(id)
                        .param(standing.network().value())
                        .param(name.strip())
                        .param(new WrittenForm("", "", fields).encoded())
                        .param(of == null ? null : of.value())
                        .param(begun.version())
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(standing.network().value())
                        .param(MOST)
                        .param(id)
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
