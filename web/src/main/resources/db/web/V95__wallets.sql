-- Applications that members let read or bring their badges (OAuth 2), and what they may do. Secrets are kept as hashes.
-- Lists of scopes and addresses are written with a space between.

create table wallet_client (
    id text primary key,
    secret_hash bytea,               -- null: a public client, which proves itself by PKCE alone
    name text not null,
    site text,
    policy text,
    terms text,
    redirects text not null,
    scopes text not null,
    registered_at timestamptz not null,
    used_at timestamptz              -- null: nobody has let it do anything yet
);
create index wallet_client_unused on wallet_client (registered_at) where used_at is null;

-- One row from the moment that a member is asked until the last of its tokens ends.
create table wallet_authorization (
    id text primary key,
    client text not null references wallet_client (id) on delete cascade,
    person uuid not null,
    version int not null,
    asked text not null,
    scopes text not null,
    redirect text,
    state text,
    challenge text,
    consent_hash bytea unique,
    code_hash bytea unique,
    code_issued_at timestamptz,
    code_expires_at timestamptz,
    code_ended boolean not null default false,
    access_hash bytea unique,
    access_issued_at timestamptz,
    access_expires_at timestamptz,
    access_ended boolean not null default false,
    access_scopes text,
    refresh_hash bytea unique,
    refresh_issued_at timestamptz,
    refresh_expires_at timestamptz,
    refresh_ended boolean not null default false,
    refresh_before bytea,            -- the one that was exchanged last: whoever sends it again has stolen it, or was stolen from
    used_at timestamptz,
    ends_at timestamptz not null
);
create index wallet_authorization_person on wallet_authorization (person, client);
create index wallet_authorization_before on wallet_authorization (refresh_before);
create index wallet_authorization_ends on wallet_authorization (ends_at);

-- What a member said yes to, and when.
create table wallet_consent (
    client text not null references wallet_client (id) on delete cascade,
    person uuid not null,
    scopes text not null,
    given_at timestamptz not null,
    primary key (client, person)
);
create index wallet_consent_person on wallet_consent (person);

-- Badges that members earned elsewhere and brought; never mixed with those of this installation, never counted.
create table elsewhere_badge (
    id uuid primary key,
    person uuid not null,
    identity bytea not null,         -- hash of the issuer's id and the credential's
    form text not null,              -- JSON or JWS
    document text not null,
    credential text not null,
    name text not null,
    issuer text not null,
    issuer_name text not null,
    valid_from timestamptz not null,
    verdict text not null,           -- what was found when it arrived
    brought_by text,                 -- the application that brought it; null: the member
    arrived_at timestamptz not null,
    unique (person, identity)
);

-- The profile that a member's applications read, where one of them changed it; their name in the network is the journal's.
create table wallet_profile (
    person uuid primary key,
    document text not null,
    changed_at timestamptz not null
);
