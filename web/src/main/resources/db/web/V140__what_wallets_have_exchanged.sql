-- Refresh tokens that were exchanged, each until it would have ended: whoever sends one again has stolen it, or was stolen from.
create table wallet_refresh_spent (
    hash bytea primary key,
    authorization_id text not null references wallet_authorization (id) on delete cascade,
    ends_at timestamptz not null
);
create index wallet_refresh_spent_authorization on wallet_refresh_spent (authorization_id);
create index wallet_refresh_spent_ends on wallet_refresh_spent (ends_at);

insert into wallet_refresh_spent (hash, authorization_id, ends_at)
select refresh_before, id, ends_at from wallet_authorization where refresh_before is not null
on conflict do nothing;

drop index wallet_authorization_before;
alter table wallet_authorization drop column refresh_before;
