-- How far a topic's copy of the journal is, and which process goes on with it.

create table progress (
    topic      text        not null primary key,
    position   bigint      not null default 0,    -- every event up to it was acknowledged by the brokers
    sent       bigint[]    not null,              -- position of the last of them in each partition; 0 for none
    holder     uuid,                              -- null: nobody
    term       bigint      not null default 0,    -- grows with each holder
    held_until timestamptz                        -- by this database's clock: those of the processes may differ
);
