-- The journal. Rows of event and command are only ever inserted, by the committer, under one advisory lock.

create table event (
    position    bigint      not null primary key,
    stream      text        collate "C" not null,
    version     bigint      not null,
    event_id    uuid        not null unique,
    name        text        not null,               -- with its version
    network     uuid,                               -- null: the installation
    actor       text        not null,
    cause       uuid,
    command_id  uuid        not null,
    recorded_at timestamptz not null,               -- never decreases with the position
    payload     bytea       not null,               -- JSON as appended, never encoded anew: its hash must stay true
    unique (stream, version)
);

create table command (
    scope         text   collate "C" not null,
    key           text   collate "C" not null,
    command_id    uuid   not null,
    request_hash  text   not null,
    last_position bigint not null,
    events        int    not null,
    primary key (scope, key)
);

create table snapshot (
    stream  text   collate "C" not null primary key,
    version bigint not null,
    type    text   not null,
    payload text   not null
);
