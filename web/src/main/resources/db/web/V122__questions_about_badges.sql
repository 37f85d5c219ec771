-- What members ask coordinators about a badge of theirs, or one that they miss, and what they were answered. Both are
-- sealed; nothing here is history: what follows from an answer is in the journal.
create table badge_question (
    id uuid primary key,
    network uuid not null,
    member uuid not null,
    definition uuid not null,
    words text not null,
    asked_at timestamptz not null,
    answer text,
    answered_by uuid,
    answered_at timestamptz
);
create unique index badge_question_open on badge_question (member, definition) where answered_at is null;
create index badge_question_network on badge_question (network, asked_at) where answered_at is null;
create index badge_question_member on badge_question (member, asked_at);
