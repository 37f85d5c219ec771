-- Each letter of an invitation goes once, and a link asked for under a key is answered again.

-- The request whose letter was sent. A row can be purged once nobody sends that request again.
create table invitation_letter (
    key uuid primary key,
    sent_at timestamptz not null default now()
);
insert into invitation_letter (key) select distinct last_key from invited_address where last_key is not null;
alter table invited_address drop column last_key;

-- Links and codes asked for through the API under a key of the requester's; the secret follows from it and is not kept.
create table takeover_request (
    principal text not null,
    key text not null,
    network uuid not null,
    member uuid not null,
    via text not null,
    expires_at timestamptz not null,
    primary key (principal, key)
);
