-- A letter that the mail server does not take is tried again later, and keeps no other one waiting.
alter table notice add column tries integer not null default 0;
alter table notice add column next_try timestamptz not null default '-infinity';
create index notice_next on notice (next_try, id);

-- The day of each kind of digest is its own, so that one that is not taken is written again without the other.
alter table notice_digest add column kind text not null default 'DIGEST';
alter table notice_digest alter column kind drop default;
alter table notice_digest drop constraint notice_digest_pkey;
alter table notice_digest add primary key (member, kind);
insert into notice_digest (member, kind, day) select member, 'COORDINATION_DIGEST', day from notice_digest;
