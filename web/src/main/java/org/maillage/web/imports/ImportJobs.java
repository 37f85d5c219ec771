package org.maillage.web.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.imports.JournalReads.Brought;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports as rows: one process at a time holds the lease of each, and each chunk's progress is one transaction. */
@Component
class ImportJobs {

    /** Mutual validations of a pair from which on they are a ring. */
    static final int RING = 5;

    /** After this, another process goes on with an import whose process said nothing more. */
    static final Duration LEASE = Duration.ofSeconds(20);

    private static final String SELECT = "select *, coalesce(leased_until > now(), false) as held from web.import_job ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final NetworkNames names;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, PlatformTransactionManager transactions, NetworkNames names, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.names = names;
        this.clock = clock;
    }

    /**
     * Stores an import, unless one of its id is there.
     *
     * @param request keyed hash of what was asked
     * @param keptIn the folder that keeps its file
     * @return whether it is this one that is stored
     * @throws NameTaken where the name of the network to make is that of one that is there, or is being made
     */
    boolean create(ImportJob job, String request, UUID keptIn) {
        return transactions.execute(_ -> {
            lockName(job.network(), job.networkName());
            return insert(job, request, keptIn);
        });
    }

    private boolean insert(ImportJob job, String request, UUID keptIn) {
        return jdbc.sql("""
            insert into web.import_job (id, network, network_name, asked_by, asked_at, source, mapping, file,
                file_name, bytes, state, request, kept_in)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict (id) do nothing
            """)
                        .param(job.id().value())
                        .param(job.network().value())
                        .param(job.networkName())
                        .param(job.askedBy().value())
                        .param(at(job.askedAt()))
                        .param(job.source())
                        .param(job.mapping())
                        .param(job.file())
                        .param(job.fileName())
                        .param(job.bytes())
                        .param(request)
                        .param(keptIn)
                        .update()
                == 1;
    }

    /** Whether an import is what was asked; {@code request} as it was stored. */
    boolean answers(ImportId id, String request) {
        return jdbc.sql("select exists (select from web.import_job where id = ? and request = ?)")
                .param(id.value())
                .param(request)
                .query(Boolean.class)
                .single();
    }

    /** Whether a folder is the one that kept the file of an import. */
    boolean keptIn(ImportId id, UUID folder) {
        return jdbc.sql("select exists (select from web.import_job where id = ? and kept_in = ?)")
                .param(id.value())
                .param(folder)
                .query(Boolean.class)
                .single();
    }

    /** Names of the files of imports that have not ended, or ended after a moment. */
    Set<String> files(Instant endedAfter) {
        var files = new HashSet<String>();
        jdbc.sql("select file from web.import_job where state in ('WAITING', 'RUNNING') or ended_at > ?")
                .param(at(endedAfter))
                .query(row -> {
                    files.add(row.getString(1));
                });
        return files;
    }

    Optional<ImportJob> find(ImportId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query((row, _) -> job(row))
                .optional();
    }

    /** The newest imports first. */
    List<ImportJob> newest(int most) {
        return jdbc.sql(SELECT + "order by asked_at desc, id limit ?")
                .param(most)
                .query((row, _) -> job(row))
                .list();
    }

    /** Imports that nobody runs now, oldest first. */
    List<ImportJob> open() {
        return jdbc.sql(SELECT + """
            where state in ('WAITING', 'RUNNING') and (leased_until is null or leased_until < now())
            order by asked_at
            """).query((row, _) -> job(row)).list();
    }

    /** Takes the lease of an import; whether this process holds it now. */
    boolean claim(ImportId id, UUID owner, long journalPosition) {
        return jdbc.sql("""
            update web.import_job set state = 'RUNNING', owner = ?,
                leased_until = now() + make_interval(secs => ?),
                from_position = case when state = 'WAITING' then ? else from_position end,
                started_at = coalesce(started_at, ?)
            where id = ? and state in ('WAITING', 'RUNNING') and (leased_until is null or leased_until < now())
            """)
                        .param(owner)
                        .param((double) LEASE.toSeconds())
                        .param(journalPosition)
                        .param(at(clock.instant()))
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Gives the lease back, so that any process may go on. */
    void release(ImportId id, UUID owner) {
        jdbc.sql("update web.import_job set owner = null, leased_until = null where id = ? and owner = ?")
                .param(id.value())
                .param(owner)
                .update();
    }

    /** How a run goes on after a chunk. */
    enum GoOn {
        YES,
        CANCELLED,
        /** another process holds the lease */
        LOST
    }

    /** Notes what became of a chunk, all of it or nothing, and renews the lease. */
    GoOn progress(ImportId id, UUID owner, long line, long consumed, Duration spent, Tally tally) {
        return transactions.execute(_ -> {
            var cancelled = jdbc.sql("""
                update web.import_job set leased_until = now() + make_interval(secs => ?), line = ?,
                    consumed = ?, running_millis = running_millis + ?, lines = lines + ?, claims = claims + ?,
                    validated = validated + ?, known = known + ?, people = people + ?,
                    coordinators = coordinators + ?
                where id = ? and owner = ? and state = 'RUNNING' returning cancelled
                """)
                    .param((double) LEASE.toSeconds())
                    .param(line)
                    .param(consumed)
                    .param(spent.toMillis())
                    .param(tally.lines)
                    .param(tally.claims)
                    .param(tally.validated)
                    .param(tally.known)
                    .param(tally.people)
                    .param(tally.coordinators)
                    .param(id.value())
                    .param(owner)
                    .query(Boolean.class)
                    .optional();
            if (cancelled.isEmpty()) {
                return GoOn.LOST;
            }
            Chunks.keep(jdbc, id, tally);
            return cancelled.get() ? GoOn.CANCELLED : GoOn.YES;
        });
    }

    /** Ends an import with what it brought, counted in the journal. */
    void end(ImportId id, UUID owner, ImportState state, @Nullable String failure, Brought brought) {
        jdbc.sql("""
            with ring as (
                select count(*) as pairs, coalesce(sum(one.validations + other.validations), 0) as validations
                from web.import_pair one join web.import_pair other on other.job = one.job
                    and other.validator = one.contributor and other.contributor = one.validator
                where one.job = ? and one.validator < one.contributor
                    and one.validations >= ? and other.validations >= ?)
            update web.import_job set state = ?, failure = ?, ended_at = ?, owner = null, leased_until = null,
                claims = ?, validated = ?, people = ?, coordinators = ?, issued = ?,
                ring_pairs = ring.pairs, ring_validations = ring.validations
            from ring where id = ? and owner = ?
            """)
                .param(id.value())
                .param(RING)
                .param(RING)
                .param(state.name())
                .param(failure)
                .param(at(clock.instant()))
                .param(brought.claims())
                .param(brought.validated())
                .param(brought.people())
                .param(brought.coordinators())
                .param(brought.issued().hundredths())
                .param(id.value())
                .param(owner)
                .update();
    }

    /** Whether a line of it, or a validation, was refused, those aside that had been brought before. */
    boolean refusedAny(ImportId id) {
        return jdbc.sql("select exists (select from web.import_refusal where job = ? and reason <> ?)")
                .param(id.value())
                .param(Refusal.KNOWN)
                .query(Boolean.class)
                .single();
    }

    /** Asks an import to stop; one that nobody runs stops at once. */
    void cancel(ImportId id) {
        jdbc.sql("""
            update web.import_job set cancelled = true,
                state = case when state = 'WAITING' then 'CANCELLED' else state end,
                ended_at = case when state = 'WAITING' then cast(? as timestamptz) else ended_at end
            where id = ? and state in ('WAITING', 'RUNNING')
            """).param(at(clock.instant())).param(id.value()).update();
    }

    /**
     * Has an import that was stopped go on where it stood, by whichever process comes first; no other changes.
     *
     * @throws NameTaken where the name of the network to make has become that of another
     */
    void resume(ImportJob job) {
        transactions.executeWithoutResult(_ -> {
            lockName(job.network(), job.networkName());
            jdbc.sql("""
                update web.import_job set cancelled = false, ended_at = null,
                    state = case when started_at is null then 'WAITING' else 'RUNNING' end
                where id = ? and state = 'CANCELLED'
                """).param(job.id().value()).update();
        });
    }

    /** Of two of one name at the same moment, in whichever processes, the later waits here and finds the earlier. */
    private void lockName(NetworkId own, @Nullable String name) {
        if (name != null) {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('web.import_job network_name', 0))")
                    .query(row -> {});
            guardName(own, name);
        }
    }

    /**
     * A second network of one name would get everything again; case does not tell names apart.
     *
     * @throws NameTaken where another network is called so, or is being made
     */
    void guardName(NetworkId own, String name) {
        // In this order: what is made no more by then is there.
        making(name)
                .or(() -> names.find(name))
                .filter(other -> !other.equals(own))
                .ifPresent(other -> {
                    throw new NameTaken(name, other);
                });
    }

    private Optional<NetworkId> making(String name) {
        return openNow().stream()
                .filter(job -> job.networkName() != null && NetworkNames.same(job.networkName(), name))
                .map(ImportJob::network)
                .findFirst();
    }

    private List<ImportJob> openNow() {
        return jdbc.sql(SELECT + "where state in ('WAITING', 'RUNNING') order by asked_at, id")
                .query((row, _) -> job(row))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        var figures = new ImportJob.Figures(
                // A process that lost its lease may have brought claims of lines that it could not count any more.
                Math.max(row.getLong("lines"), row.getLong("claims")),
                row.getLong("claims"),
                row.getLong("validated"),
                row.getLong("known"),
                row.getLong("people"),
                row.getLong("coordinators"),
                new Mailles(row.getLong("issued")),
                row.getLong("ring_pairs"),
                row.getLong("ring_validations"),
                Duration.ofMillis(row.getLong("running_millis")));
        return new ImportJob(
                new ImportId(row.getObject("id", UUID.class)),
                new NetworkId(row.getObject("network", UUID.class)),
                row.getString("network_name"),
                new PersonId(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("source"),
                row.getString("mapping"),
                row.getString("file"),
                row.getString("file_name"),
                row.getLong("bytes"),
                ImportState.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getBoolean("cancelled"),
                row.getBoolean("held"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getLong("from_position"),
                row.getLong("line"),
                row.getLong("consumed"),
                figures);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
