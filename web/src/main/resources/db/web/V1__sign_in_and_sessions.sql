-- What the pages keep beside the journal. All of it can be purged: nothing here is history.

-- Who signs in with an address; the address itself is not kept.
create table sign_in (
    email_hmac bytea primary key,
    person uuid not null,
    since timestamptz not null default now()
);
create index sign_in_person on sign_in (person);

-- Links of a mail that open a session once; only their hash is kept.
create table one_time_link (
    token_hash bytea primary key,
    person uuid not null,
    expires_at timestamptz not null
);
create index one_time_link_person on one_time_link (person);

-- Links that let somebody take a membership; only their hash is kept.
create table invitation (
    token_hash bytea primary key,
    network uuid not null,
    member uuid not null,
    email_hmac bytea,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Letters of the demonstration, which has no mail server.
create table mailbox (
    id bigint generated always as identity primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    sent_at timestamptz not null default now()
);

-- People of the demonstration who sign in with one press.
create table demo_person (
    person uuid primary key,
    place int not null,
    name text not null,
    line_fr text not null,
    line_en text not null,
    network uuid            -- the one that the pages speak of first; null: any
);

-- Personal tokens of the API; only their hash is kept.
create table api_token (
    id uuid primary key,
    token_hash bytea not null unique,
    person uuid not null,
    name text not null,
    writes boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_token_person on api_token (person);

-- Sessions, as Spring Session reads and writes them.
create table session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index session_id on session (session_id);
create index session_expiry on session (expiry_time);
create index session_principal on session (principal_name);

create table session_attributes (
    session_primary_id char(36) not null references session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
