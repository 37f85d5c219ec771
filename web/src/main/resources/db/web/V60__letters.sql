-- Letters that tell people what happened to their contributions and what waits for them. Nothing here is history.

-- Addresses that letters go to, each sealed under the key of a membership: it opens no more once that key is destroyed.
-- Only an address that its person signs in with is written to.
create table letter_address (
    member uuid not null,
    email_hmac bytea not null,
    sealed text not null,
    kept_at timestamptz not null,
    primary key (member, email_hmac)
);
create index letter_address_email on letter_address (email_hmac);

-- The language that a person reads; French where none is kept.
create table letter_language (
    person uuid primary key,
    language text not null
);

-- Kinds of letters that a person said something about; who said nothing receives them.
create table notice_choice (
    person uuid not null,
    kind text not null,
    wanted boolean not null,
    primary key (person, kind)
);

-- Up to where the journal was read for letters, by whichever process holds the row; what is older is never written about.
create table notice_feed (
    only_one boolean primary key default true check (only_one),
    position bigint not null,
    since timestamptz not null
);

-- Letters that are to be written; a row goes with its letter.
create table notice (
    id bigint generated always as identity primary key,
    event uuid not null,
    member uuid not null,
    kind text not null,
    what text not null,
    network uuid not null,
    contribution uuid not null,
    position bigint not null,
    unique (event, member)
);
create index notice_member on notice (member, kind, id);

-- The last civil day whose digest was made for a membership.
create table notice_digest (
    member uuid primary key,
    day date not null
);
