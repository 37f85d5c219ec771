-- What an application wrote into a member's profile is its own. Of what is there nobody knows which application wrote it,
-- so that it is given to none.
drop table wallet_profile;
create table wallet_profile (
    person uuid not null,
    client text not null references wallet_client (id) on delete cascade,
    document text not null,
    changed_at timestamptz not null,
    primary key (person, client)
);
create index wallet_profile_client on wallet_profile (client);
