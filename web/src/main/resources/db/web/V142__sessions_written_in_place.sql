-- Each request writes when its session ends. With an index on that, all of a session's indexes were written anew each time;
-- without one, and with room on its page, the row alone is. What has ended is looked for every ten minutes, in all rows.
drop index session_expiry;
alter table session set (fillfactor = 60);
alter table session_attributes set (fillfactor = 60);
