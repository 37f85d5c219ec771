-- Lists of badges to award, from when they were sent until some days after: what a list says of people is sealed under the
-- membership of the coordinator who sent it. Nothing here is history: what was awarded is in the journal.
create table badge_list (
    id uuid primary key,
    network uuid not null,
    member uuid not null,
    sealed text not null,
    outcomes text,
    sent_at timestamptz not null
);
create index badge_list_sent on badge_list (sent_at);
