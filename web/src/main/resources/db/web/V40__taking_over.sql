-- How a link lets somebody in, and whose membership an invited address stands for.

-- INVITATION by letter, LINK or CODE made by a coordinator; a row without address wants its holder to prove one.
alter table invitation add column via text not null default 'INVITATION';
create index invitation_member on invitation (member);

-- One membership for each address that a network invited, and the form whose letter went last.
create table invited_address (
    network uuid not null,
    email_hmac bytea not null,
    member uuid not null,
    last_key uuid,
    primary key (network, email_hmac)
);

insert into invited_address (network, email_hmac, member)
select distinct on (network, email_hmac) network, email_hmac, member
from invitation where email_hmac is not null
order by network, email_hmac, expires_at desc;
