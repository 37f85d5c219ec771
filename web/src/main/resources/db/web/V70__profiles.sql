-- What members let others read about themselves. None of it is history: what is withdrawn is gone.

-- One row a consent; what has none is the member's alone.
create table consent (
    member uuid not null,
    item text not null,
    audience text not null,          -- NETWORK or EVERYONE
    since timestamptz not null,
    primary key (member, item)
);

-- What a member says that they can bring.
create table profile (
    member uuid primary key,
    offers text not null
);

-- The addresses of public pages; the last ones that a member gave up stay theirs.
create table public_address (
    pseudo text primary key,
    network uuid not null,
    member uuid not null,
    current boolean not null,
    since timestamptz not null
);
create unique index public_address_current on public_address (member) where current;
create index public_address_member on public_address (member);
