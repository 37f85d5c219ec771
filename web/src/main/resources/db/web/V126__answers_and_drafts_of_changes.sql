-- A letter may also say that a question about a badge was answered: what it is about is that question then.
alter table badge_notice rename column award to about;

-- A draft may be of a change: of the badge that there is, and of the version that was to be written when it was begun.
alter table badge_draft add column definition uuid;
alter table badge_draft add column version integer;
