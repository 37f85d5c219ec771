-- What readers look up by; made after a rebuild has filled the tables, those first that take longest.

create index on ${schema}.share (network, contributor, submitted_position desc);
create index on ${schema}.contribution (network, claimant, submitted_position desc);
-- A claim is looked for among those that wait or among those that are done, never among both.
create index on ${schema}.contribution (network, position desc) where tab = 'DONE';
create index on ${schema}.contribution (network, closed_at) where tab = 'DONE' and until = date '9999-12-31';
create index on ${schema}.statement_line (network, contribution) where contribution is not null;
create index on ${schema}.share (share);
-- Those that still wait are few beside all that once did. Two of the same columns need names of their own: they may be
-- made at once.
create index contribution_waited on ${schema}.contribution (network, tab, submitted_position) where tab <> 'DONE';
create index contribution_waiting on ${schema}.contribution (network, tab, submitted_position)
    where tab <> 'DONE' and until = date '9999-12-31';
create index on ${schema}.contribution (entrusted_to) where entrusted_to is not null;
-- What every page looks for, of members who may have tens of thousands of claims.
create index on ${schema}.contribution (network, claimant)
    where state = 'CLARIFICATION_ASKED' and until = date '9999-12-31';
create index on ${schema}.share (network, contributor) where answer = 'WAITING' and until = date '9999-12-31';
create index on ${schema}.evidence (network, match);
create index on ${schema}.evidence (evidence);
create index on ${schema}.member (network, sort_name, member);
create index on ${schema}.membership (person);
