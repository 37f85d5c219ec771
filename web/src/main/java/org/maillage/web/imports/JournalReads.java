package org.maillage.web.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Mailles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import asks the journal in bulk: a question a row would cost more than the rows. */
@Component
class JournalReads {

    private final JdbcClient jdbc;

    JournalReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which keys of a scope were answered, and by which command. */
    Map<String, UUID> answered(String scope, Collection<String> keys) {
        var answered = new HashMap<String, UUID>();
        if (!keys.isEmpty()) {
            jdbc.sql("select key, command_id from journal.command where scope = ? and key = any (?)")
                    .param(scope)
                    .param(keys.toArray(new String[0]))
                    .query(row -> {
                        answered.put(row.getString(1), row.getObject(2, UUID.class));
                    });
        }
        return answered;
    }

    /** Position of the newest event; 0 where there is none. */
    long position() {
        return jdbc.sql("select coalesce(max(position), 0) from journal.event")
                .query(Long.class)
                .single();
    }

    /** What an import stored after a position. */
    Brought brought(ImportId job, long fromPosition) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
            select name, count(*) from journal.event where position > ? and actor = ? group by name
            """).param(fromPosition).param(Actor.batch(job).toString()).query(row -> {
            counts.put(row.getString(1).replaceFirst("\\.\\d+$", ""), row.getLong(2));
        });
        var issued = jdbc.sql("""
            select coalesce(sum((convert_from(payload, 'UTF8')::jsonb ->> 'amount')::bigint), 0)
            from journal.event where position > ? and actor = ? and name like 'credit.issued.%'
            """)
                .param(fromPosition)
                .param(Actor.batch(job).toString())
                .query(Long.class)
                .single();
        return new Brought(
                counts.getOrDefault("contribution.submitted", 0L),
                counts.getOrDefault("contribution.validated", 0L),
                counts.getOrDefault("member.entered", 0L),
                counts.getOrDefault("network.coordinator-appointed", 0L),
                new Mailles(issued));
    }

    /** Counts of an import's events. */
    record Brought(long claims, long validated, long people, long coordinators, Mailles issued) {}
}
