-- What readers look up by; made after a rebuild has filled the tables.

create index on ${schema}.member (network, sort_name, member);
create index on ${schema}.membership (person);
create index on ${schema}.statement_line (network, account, position desc);
create index on ${schema}.statement_line (network, contribution) where contribution is not null;
create index on ${schema}.contribution (network, claimant, submitted_position desc);
create index on ${schema}.share (network, contributor, submitted_position desc);
create index on ${schema}.share (network, contributor, day);
create index on ${schema}.share (share);
create index on ${schema}.contribution (entrusted_to) where entrusted_to is not null;
create index on ${schema}.evidence (network, match);
create index on ${schema}.evidence (evidence);
create index on ${schema}.queue_item (network, tab, submitted_position);
create index on ${schema}.queue_item (network, tab, position desc);
-- What every page looks for, of members who may have tens of thousands of claims.
create index on ${schema}.contribution (network, claimant)
    where state = 'CLARIFICATION_ASKED' and until = date '9999-12-31';
create index on ${schema}.share (network, contributor) where answer = 'WAITING' and until = date '9999-12-31';
-- What stands now, beside all that once stood.
create index on ${schema}.queue_item (network, tab, submitted_position) where until = date '9999-12-31';
create index on ${schema}.queue_item (network, position desc) where until = date '9999-12-31' and tab = 'DONE';
create index on ${schema}.queue_item (network, decided_at) where until = date '9999-12-31' and tab = 'DONE';
