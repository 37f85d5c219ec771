-- How much each file of evidence weighs, so that what somebody sends without claiming it has a limit. Files that were
-- there before count for nothing: they are claimed or deleted within a day.
alter table evidence_upload add column bytes bigint not null default 0;
