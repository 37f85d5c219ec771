-- Badges in the making, as their form was filled: texts of the network, about nobody. What is defined is in the journal.
create table badge_draft (
    id uuid primary key,
    network uuid not null,
    name text not null,
    form text not null,
    changed_at timestamptz not null
);
create index badge_draft_network on badge_draft (network, changed_at);
