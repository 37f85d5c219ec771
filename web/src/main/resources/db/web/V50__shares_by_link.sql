-- Links with which somebody answers for one share without an account; only their hash is kept.
create table share_link (
    token_hash bytea primary key,
    network uuid not null,
    contribution uuid not null,
    share uuid not null,
    member uuid not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Where letters reach a member without account, sealed by the key of the membership; it can be purged.
create table cited_address (
    member uuid primary key,
    address_sealed text not null
);
