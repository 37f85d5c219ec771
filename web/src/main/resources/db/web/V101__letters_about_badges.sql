-- Letters about badges that are to be written; a row goes with its letter.
create table badge_notice (
    id bigint generated always as identity primary key,
    event uuid not null,
    member uuid not null,
    what text not null,
    network uuid not null,
    award uuid not null,
    tries integer not null default 0,
    next_try timestamptz not null default '-infinity',
    unique (event, member)
);
create index badge_notice_next on badge_notice (next_try, id);
create index badge_notice_member on badge_notice (member, id);

-- Last days of badges that their members were told of: once for each.
create table badge_ending (
    award uuid not null,
    expires date not null,
    primary key (award, expires)
);
