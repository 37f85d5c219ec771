-- Pages that answered a form that was not taken, each under an address of its own for an hour, so that going back to one
-- asks for a page and sends no form again: sealed by the secret in that address.
create table form_answer (
    id bytea primary key,
    sealed bytea not null,
    expires_at timestamptz not null
);
create index form_answer_expiry on form_answer (expires_at);
