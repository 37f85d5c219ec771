-- When a badge from elsewhere was verified last: at its arrival, until it is verified again.
alter table elsewhere_badge add column checked_at timestamptz;
update elsewhere_badge set checked_at = arrived_at;
create index elsewhere_badge_checked on elsewhere_badge (checked_at nulls first);
