-- Everything here follows from the journal: it can be emptied and is made again from position 0.

create table badge.feed (
    only_one boolean primary key default true check (only_one),
    position bigint not null
);
insert into badge.feed (position) values (0);

-- How far each network is; where an event could not be applied, it and the later ones of its network wait.
create table badge.partition_position (
    network uuid primary key,
    position bigint not null,
    parked_position bigint,
    parked_event text,
    parked_cause text,
    parked_since timestamptz,
    waiting bigint not null default 0
);

create table badge.network (
    network uuid primary key,
    zone text not null
);

create table badge.kind (
    network uuid not null,
    kind text not null,
    weights text not null,
    primary key (network, kind)
);

create table badge.member (
    member uuid primary key,
    network uuid not null,
    takes_part boolean not null
);
create index member_by_network on badge.member (network);

-- What was claimed of a share that its outcome does not repeat.
create table badge.claimed_share (
    share uuid primary key,
    contribution uuid not null,
    place text,
    companions uuid[] not null
);

-- Who confirmed a share of a claim of theirs, or attested it.
create table badge.voice (
    contribution uuid not null,
    member uuid not null,
    network uuid not null,
    recorded_at timestamptz not null,
    primary key (contribution, member)
);
create index voice_by_network on badge.voice (network);

-- A share that counts, from its validation until it was taken back; validated again, it is another row.
create table badge.share (
    share uuid not null,
    position bigint not null,
    network uuid not null,
    member uuid not null,
    contribution uuid not null,
    kind text not null,
    weights text not null,
    day date not null,
    minutes integer not null,
    outside boolean not null,
    recorded_at timestamptz not null,
    reversed_position bigint,
    reversed_at timestamptz,
    primary key (share, position)
);
create index share_by_member on badge.share (network, member, day);
create index share_by_contribution on badge.share (contribution);

create table badge.definition (
    definition uuid primary key,
    network uuid not null,
    shipped text,
    position bigint not null,
    recorded_at timestamptz not null,
    retired_at timestamptz
);
create index definition_by_network on badge.definition (network, position);

create table badge.definition_version (
    definition uuid not null references badge.definition,
    version integer not null,
    recorded_at timestamptz not null,
    name text not null,
    payload bytea not null,
    primary key (definition, version)
);

-- number: the how manieth award of its network, from 0; its place in a status list follows from it.
create table badge.award (
    award uuid primary key,
    network uuid not null,
    definition uuid not null,
    member uuid not null,
    code text not null unique,
    number bigint not null,
    position bigint not null,
    recorded_at timestamptz not null,
    expires date,
    unique (network, number)
);
create index award_by_member on badge.award (network, member);
create index award_by_definition on badge.award (definition, position);
create index award_by_last_day on badge.award (expires) where expires is not null;

-- Every event of an award, the first too: what an award is at a time follows from those that were recorded by then.
create table badge.award_change (
    award uuid not null,
    position bigint not null,
    network uuid not null,
    recorded_at timestamptz not null,
    what text not null,
    name text not null,
    payload bytea not null,
    primary key (award, position)
);
create index award_change_by_kind on badge.award_change (network, what);

create table badge.recognition (
    recognition uuid primary key,
    network uuid not null,
    definition uuid not null,
    member uuid not null,
    position bigint not null,
    recorded_at timestamptz not null,
    name text not null,
    payload bytea not null
);
create index recognition_by_member on badge.recognition (network, member);

-- Endorsements of practices and of awards, from when they were given until they were taken back.
create table badge.endorsement (
    subject uuid not null,
    position bigint not null,
    network uuid not null,
    endorser uuid not null,
    recorded_at timestamptz not null,
    withdrawn_position bigint,
    withdrawn_at timestamptz,
    name text not null,
    payload bytea not null,
    primary key (subject, position)
);
create index endorsement_by_network on badge.endorsement (network);

create table badge.issuer_key (
    network uuid not null,
    key uuid not null,
    algorithm text not null,
    public_key text not null,
    added_at timestamptz not null,
    retired_at timestamptz,
    compromised_since timestamptz,
    primary key (network, key)
);

-- Members whose badges are to be looked at, since something changed; whoever takes one has it for a while.
create table badge.due (
    network uuid not null,
    member uuid not null,
    position bigint not null,
    cause uuid not null,
    leased_until timestamptz not null default '-infinity',
    primary key (network, member)
);
create index due_in_order on badge.due (position);

-- Networks that have not been given what the program ships.
create table badge.new_network (
    network uuid primary key,
    cause uuid not null
);
