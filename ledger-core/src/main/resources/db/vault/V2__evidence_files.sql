-- Files of evidence, sealed. stream, event and field, with the id, are what the sealed bytes are bound to.
create table vault.evidence_file (
    evidence   uuid        primary key,
    members    uuid[]      not null check (cardinality(members) between 1 and 2),
    stream     text        not null,
    event      text        not null,
    field      text        not null,
    format     text        not null,
    size       integer     not null,
    match      text        not null,
    sha256     text        not null,
    sealed     bytea       not null,
    created_at timestamptz not null default now()
);

-- Ciphertext cannot be compressed.
alter table vault.evidence_file alter column sealed set storage external;

-- Erasure looks for a membership.
create index evidence_file_members on vault.evidence_file using gin (members);
