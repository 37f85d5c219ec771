-- Badges that tell one platform the e-mail address of their member, hashed with this salt: only where the member asked for
-- it, until they take it back or leave.
create table badge_telling (
    award uuid primary key,
    member uuid not null,
    hash text not null,
    salt text not null,
    asked_at timestamptz not null
);
create index badge_telling_member on badge_telling (member);
