-- Imports: what was asked, how far each has come, and what it refused. What they brought is in the journal.

create table import_job (
    id uuid primary key,
    network uuid not null,
    network_name text,                  -- of a network that the import makes; null where it is there
    asked_by uuid not null,
    asked_at timestamptz not null,
    source text not null,
    mapping text not null,
    file text not null,                 -- its name in the data folder
    file_name text not null,            -- as whoever sent it called it
    bytes bigint not null,
    state text not null,
    failure text,
    cancelled boolean not null default false,
    owner uuid,                         -- the process that runs it, until the lease ends
    leased_until timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    running_millis bigint not null default 0,
    from_position bigint not null default 0,    -- of the journal, before its first command
    line bigint not null default 0,     -- number of the last line that is done
    consumed bigint not null default 0, -- bytes of the file up to there
    lines bigint not null default 0,
    claims bigint not null default 0,
    validated bigint not null default 0,
    known bigint not null default 0,
    people bigint not null default 0,
    coordinators bigint not null default 0,
    issued bigint not null default 0,   -- hundredths of a maille
    ring_pairs bigint not null default 0,
    ring_validations bigint not null default 0
);
create index import_job_open on import_job (asked_at) where state in ('WAITING', 'RUNNING');

create table import_refusal (
    id bigint generated always as identity primary key,
    job uuid not null references import_job (id) on delete cascade,
    line bigint not null,
    key text not null,
    what text not null,                 -- ROW, or VALIDATION where only that was refused
    reason text not null,
    detail text not null
);
create index import_refusal_job on import_refusal (job, id);

-- Who confirmed whom how often: pairs that do so over and over, both ways, are rings.
create table import_pair (
    job uuid not null references import_job (id) on delete cascade,
    validator uuid not null,
    contributor uuid not null,
    validations int not null,
    primary key (job, validator, contributor)
);
