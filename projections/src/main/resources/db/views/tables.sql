-- The tables of one generation of views. The journal is the source: a generation is never changed, it is rebuilt beside
-- the live one and takes its name. Rows that keep their past stand from `since` until the day before `until`.
-- Times and ids are the journal's, accounts are compared byte by byte, amounts are hundredths of a maille; `position` is that
-- of the last event applied.

create table ${schema}.generation (
    version text not null,
    position bigint not null
);

create table ${schema}.partition_position (
    network uuid primary key,
    position bigint not null,
    event uuid  -- the event there: in another history of the journal it is another; null before any
);

create table ${schema}.parked (
    network uuid primary key,
    position bigint not null,
    event text not null,
    cause text not null,
    since timestamptz not null,
    waiting bigint not null,
    last bigint not null -- of those that wait
);

-- Where the events come from a topic: where to go on in each partition of it, and up to which position all of its events
-- are in. The position of the generation is the least of these.
create table ${schema}.copied (
    topic text not null,
    topic_partition int not null,
    kafka_offset bigint not null,
    position bigint not null,
    primary key (topic, topic_partition)
);

create table ${schema}.network (
    network uuid not null,
    name text not null,
    parent uuid,
    zone text not null,
    created_on date not null,
    parent_decides boolean not null,
    position bigint not null,
    primary key (network)
);

create table ${schema}.territory (
    network uuid not null,
    since date not null,
    until date not null,
    communes text not null,
    position bigint not null,
    primary key (network, since)
);

create table ${schema}.kind (
    network uuid not null,
    code text not null,
    version integer not null,
    measure text not null,
    label text not null,
    ordinal integer not null,
    recorded_on date not null,
    position bigint not null,
    primary key (network, code, version)
);

create table ${schema}.organisation (
    network uuid not null,
    organisation uuid not null,
    name text not null,
    siret text,
    informal boolean not null,
    recorded_on date not null,
    position bigint not null,
    primary key (network, organisation)
);

create table ${schema}.tariff (
    network uuid not null,
    version integer not null,
    effective date not null,
    adopted_on date not null,
    decided_by uuid,
    paid_time_to_fund boolean not null,
    floor bigint not null,
    note text not null,
    recorded_on date not null,
    position bigint not null,
    primary key (network, version)
);

create table ${schema}.tariff_line (
    network uuid not null,
    version integer not null,
    ordinal integer not null,
    kind text not null,
    rate bigint not null,
    daily_cap integer,
    weights text not null,
    position bigint not null,
    primary key (network, version, ordinal)
);

create table ${schema}.charter (
    network uuid not null,
    version integer not null,
    decided_by uuid,
    body text not null,
    recorded_on date not null,
    position bigint not null,
    primary key (network, version)
);

create table ${schema}.member (
    network uuid not null,
    member uuid not null,
    since date not null,
    until date not null,
    name text not null,
    sort_name text not null,
    status text not null,
    origin text,
    organisation uuid,
    coordinator boolean not null,
    listed boolean not null,
    charter_version integer not null,
    position bigint not null,
    primary key (network, member, since)
);

create table ${schema}.membership (
    network uuid not null,
    member uuid not null,
    person uuid not null,
    of_network uuid not null,
    position bigint not null,
    primary key (member)
);

create table ${schema}.person (
    network uuid not null,
    person uuid not null,
    administrator boolean not null,
    position bigint not null,
    primary key (person)
);

create table ${schema}.balance (
    network uuid not null,
    account text collate "C" not null,
    since date not null,
    until date not null,
    contributed bigint not null,
    available bigint not null,
    position bigint not null,
    primary key (network, account, since)
);

create table ${schema}.statement_line (
    network uuid not null,
    position bigint not null,
    account text collate "C" not null,
    recorded_at timestamptz not null,
    recorded_on date not null,
    what text not null,
    contributed_change bigint not null,
    amount bigint not null,
    contributed_after bigint not null,
    available_after bigint not null,
    counterpart text,
    contribution uuid,
    share uuid,
    kind text,
    measure text,
    day date,
    minutes integer,
    credited integer,
    tariff_version integer,
    rate bigint,
    weights text,
    computation text,
    transfer uuid,
    reason text,
    words text,
    primary key (network, account, position)
);

create table ${schema}.contribution (
    network uuid not null,
    contribution uuid not null,
    since date not null,
    until date not null,
    claimant uuid not null,
    state text not null,
    appealed boolean not null,
    title text,
    sentence text,
    submitted_at timestamptz not null,
    submitted_on date not null,
    submitted_position bigint not null,
    declared_at timestamptz,
    answered text not null,
    first_day date not null,
    replaces uuid,
    replaced_by uuid,
    entrusted_to uuid,
    decided_by uuid,
    decided_at timestamptz,
    decided_on date,
    decided_position bigint,
    decision_right text,
    independence text,
    tab text not null,
    reasons text not null,
    contributors text not null,
    kinds text not null,
    minutes integer not null,
    units integer not null,
    clues text not null,
    closed_at timestamptz,
    version bigint not null,
    position bigint not null,
    primary key (network, contribution, since)
);

create table ${schema}.share (
    network uuid not null,
    contribution uuid not null,
    share uuid not null,
    since date not null,
    until date not null,
    ordinal integer not null,
    submitted_position bigint not null,
    contributor text collate "C" not null,
    kind text not null,
    day date not null,
    start_time time,
    commune text,
    place uuid,
    remote boolean not null,
    payment text not null,
    capacity text not null,
    organisation uuid,
    on_behalf_of uuid,
    audience text,
    helped text,
    companions text,
    borrowers text,
    import_source text,
    import_batch uuid,
    import_row text,
    claimed text not null,
    answer text not null,
    confirmed text,
    standing boolean not null,
    validated boolean not null,
    minutes integer not null,
    units integer not null,
    outcome text,
    accepted text,
    less_reason text,
    less_text text,
    weights text,
    tariff_version integer,
    rate bigint,
    credited integer,
    amount bigint,
    computation text,
    position bigint not null,
    primary key (network, contribution, share, since)
);

create table ${schema}.evidence (
    network uuid not null,
    contribution uuid not null,
    ordinal integer not null,
    evidence uuid not null,
    type text not null,
    reference text not null,
    match text not null,
    sha256 text,
    position bigint not null,
    primary key (network, contribution, ordinal)
);

create table ${schema}.thread_entry (
    network uuid not null,
    contribution uuid not null,
    position bigint not null,
    since date not null,
    recorded_at timestamptz not null,
    recorded_on date not null,
    what text not null,
    author uuid,
    share uuid,
    quantity text,
    reason text,
    words text,
    primary key (network, contribution, position)
);

create table ${schema}.clue (
    network uuid not null,
    clue uuid not null,
    contribution uuid not null,
    share uuid not null,
    sort text not null,
    day date not null,
    helper uuid,
    standing boolean not null,
    position bigint not null,
    primary key (network, clue, share)
);
