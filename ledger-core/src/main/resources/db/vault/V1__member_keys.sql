-- One row a membership that was ever written about. A destroyed key leaves its row, so that none is made again.
create table vault.member_key (
    member        uuid        primary key,
    wrapped       bytea,
    master_key_id text,
    created_at    timestamptz not null default now(),
    destroyed_at  timestamptz,
    constraint kept_or_destroyed check (
        (destroyed_at is null and wrapped is not null and master_key_id is not null)
        or (destroyed_at is not null and wrapped is null and master_key_id is null))
);
