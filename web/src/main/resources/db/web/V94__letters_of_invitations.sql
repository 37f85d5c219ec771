-- Letters of invitations that wait to go: a page that invites answers at once, whatever the mail server does.
create table invitation_waiting (
    key uuid primary key,
    network uuid not null,
    member uuid not null,
    email_hmac bytea not null,
    language text not null,
    tries integer not null default 0,
    next_try timestamptz not null,
    queued_at timestamptz not null default now()
);
create index invitation_waiting_next on invitation_waiting (next_try, queued_at);
create index invitation_waiting_member on invitation_waiting (member);
