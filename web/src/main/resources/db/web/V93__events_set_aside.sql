-- Events of which the letters could not be gathered: set aside, so that those after them are read, and tried again.
create table notice_aside (
    position bigint primary key,
    cause text not null,
    aside_at timestamptz not null default now()
);
