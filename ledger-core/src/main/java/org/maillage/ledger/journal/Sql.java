package org.maillage.ledger.journal;

/** The statements of the journal. */
final class Sql {

    private Sql() {}

    /** The advisory lock of all committers on a database. */
    static final long LOCK = 7809914103266832741L;

    /**
     * What the committer's connection is set to, whatever the database's defaults are. Only in READ COMMITTED does a
     * statement see what was committed before it; a commit that is not on disk is none. The statements are prepared
     * once, when the tables may still be empty, so the planner must not choose by their size then.
     */
    static final String OPEN = """
        select set_config('idle_in_transaction_session_timeout', ?, false),
               set_config('lock_timeout', ?, false),
               set_config('default_transaction_isolation', 'read committed', false),
               set_config(
                   'synchronous_commit', coalesce(nullif(current_setting('synchronous_commit'), 'off'), 'on'), false),
               set_config('plan_cache_mode', 'force_generic_plan', false),
               set_config('enable_seqscan', 'off', false),
               set_config('enable_hashjoin', 'off', false),
               set_config('enable_mergejoin', 'off', false),
               set_config('jit', 'off', false)\
        """;

    /** Gives a connection back as it was. */
    static final String CLOSE = """
        reset idle_in_transaction_session_timeout; reset lock_timeout;
        reset default_transaction_isolation; reset synchronous_commit; reset plan_cache_mode;
        reset enable_seqscan; reset enable_hashjoin; reset enable_mergejoin; reset jit\
        """;

    /**
     * The lock of all committers, and what a batch is decided by. Each is a statement of its own, though all travel at
     * once: a statement sees what was committed when it began, and the later ones begin when the lock is held.
     */
    static final String LOCK_AND_READ = """
        select pg_advisory_xact_lock(?);
        select position, recorded_at from journal.event order by position desc limit 1;
        select stream, version, event_id from journal.event where position > ? and position <= ? order by position;
        select s.ord, e.version, e.event_id
          from unnest(?::text[]) with ordinality as s(stream, ord)
          cross join lateral (select version, event_id from journal.event
                               where stream = s.stream order by version desc limit 1) e;
        select c.scope, c.key, c.command_id, c.request_hash, c.last_position, c.events
          from unnest(?::text[], ?::text[]) as k(scope, key)
          join journal.command c on c.scope = k.scope and c.key = k.key\
        """;

    /** Everything of a batch and its commit, in one journey; where one statement fails the commit is not reached. */
    static final String STORE = """
        insert into journal.event
               (position, stream, version, event_id, name, network, actor, cause, command_id, recorded_at, payload)
        select ? + e.ord, e.stream, e.version, e.event_id, e.name, e.network, e.actor, e.cause, e.command_id, ?,
               e.payload
          from unnest(?::text[], ?::bigint[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
                      ?::bytea[]) with ordinality
            as e(stream, version, event_id, name, network, actor, cause, command_id, payload, ord);
        insert into journal.command (scope, key, command_id, request_hash, last_position, events)
        select * from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::int[]);
        commit\
        """;

    /** Whether an event stands where a batch put it. */
    static final String EVENT_STANDS = """
        select from journal.event where position = ? and event_id = ? and command_id = ?\
        """;

    /** Whether a command is remembered as itself, not another of the same key. */
    static final String COMMAND_STANDS = """
        select from journal.command where scope = ? and key = ? and command_id = ?\
        """;

    static final String POSITION = "select coalesce(max(position), 0) from journal.event";

    static final String STREAM = """
        select position, stream, version, event_id, name, actor, cause, command_id, recorded_at, payload, network
          from journal.event where stream = ? and version >= ? order by version\
        """;

    /** Several of those at once. */
    static final String STREAMS = """
        select e.*, s.ord
          from unnest(?::text[], ?::bigint[]) with ordinality as s(stream, since, ord)
          cross join lateral (
              select position, stream, version, event_id, name, actor, cause, command_id, recorded_at, payload, network
                from journal.event e where e.stream = s.stream and e.version >= s.since order by e.version) e
         order by s.ord, e.version\
        """;

    static final String AFTER = """
        select position, stream, version, event_id, name, actor, cause, command_id, recorded_at, payload, network
          from journal.event where position > ? order by position limit ?\
        """;

    static final String ANSWERED = """
        select command_id, request_hash, last_position, events from journal.command where scope = ? and key = ?\
        """;

    static final String SAVE_SNAPSHOT = """
        insert into journal.snapshot as kept (stream, version, type, payload) values (?, ?, ?, ?)
        on conflict (stream) do update
           set version = excluded.version, type = excluded.type, payload = excluded.payload
         where kept.type <> excluded.type or kept.version < excluded.version\
        """;

    static final String LOAD_SNAPSHOT = """
        select version, payload from journal.snapshot where stream = ? and type = ?\
        """;
}
