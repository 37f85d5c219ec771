package org.maillage.web.imports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.maillage.ledger.value.ImportId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What chunks leave besides counts: refused lines, and who validated whom. */
final class Chunks {

    private Chunks() {}

    static void keep(JdbcClient jdbc, ImportId id, Tally tally) {
        // Kept in the order of the file, which is the order in which they are read again.
        var refusals = tally.refusals.stream()
                .sorted(Comparator.comparingLong(Refusal::line))
                .toList();
        if (!refusals.isEmpty()) {
            jdbc.sql("""
                insert into web.import_refusal (job, line, key, what, reason, detail)
                select ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                """)
                    .param(id.value())
                    .param(refusals.stream().map(Refusal::line).toArray(Long[]::new))
                    .param(texts(refusals, Refusal::key))
                    .param(texts(refusals, r -> r.what().name()))
                    .param(texts(refusals, Refusal::reason))
                    .param(texts(refusals, Refusal::detail))
                    .update();
        }
        if (!tally.pairs.isEmpty()) {
            var pairs = List.copyOf(tally.pairs.entrySet());
            jdbc.sql("""
                insert into web.import_pair (job, validator, contributor, validations)
                select ?, * from unnest(?::uuid[], ?::uuid[], ?::int[])
                on conflict (job, validator, contributor)
                    do update set validations = import_pair.validations + excluded.validations
                """)
                    .param(id.value())
                    .param(texts(pairs, p -> p.getKey().validator().toString()))
                    .param(texts(pairs, p -> p.getKey().contributor().toString()))
                    .param(pairs.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                    .update();
        }
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** How many lines were refused for each reason, most first. */
    static Map<String, Long> byReason(JdbcClient jdbc, ImportId id, Refusal.What what) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
            select reason, count(*) from web.import_refusal where job = ? and what = ?
            group by reason order by 2 desc, 1
            """).param(id.value()).param(what.name()).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    /** Each refusal in the order of the file, a page at a time, so that no number of them fills memory. */
    static void each(JdbcClient jdbc, ImportId id, Consumer<Refusal> to) {
        long after = 0;
        for (int size = 1; size > 0; ) {
            var page = jdbc.sql("""
                select id, line, key, what, reason, detail from web.import_refusal
                where job = ? and id > ? order by id limit 2000
                """)
                    .param(id.value())
                    .param(after)
                    .query((row, _) -> Map.entry(
                            row.getLong(1),
                            new Refusal(
                                    row.getLong(2),
                                    row.getString(3),
                                    Refusal.What.valueOf(row.getString(4)),
                                    row.getString(5),
                                    row.getString(6))))
                    .list();
            page.forEach(entry -> to.accept(entry.getValue()));
            size = page.size();
            after = page.isEmpty() ? after : page.getLast().getKey();
        }
    }
}
