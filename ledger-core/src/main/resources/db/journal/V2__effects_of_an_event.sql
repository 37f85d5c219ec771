-- Finds what followed from an event; few events have a cause.

create index event_cause on event (cause) where cause is not null;
