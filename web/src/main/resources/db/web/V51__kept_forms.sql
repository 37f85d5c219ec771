-- Forms that were sent after a session had ended, until the sender has signed in again: sealed by a key that only a cookie
-- of their browser holds.
create table kept_form (
    id bytea primary key,
    sealed bytea not null,
    expires_at timestamptz not null
);
create index kept_form_expiry on kept_form (expires_at);
