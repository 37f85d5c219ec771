-- For which address of the site an award is signed; null while it waits. Asked after every event, so what waits has an index.
alter table badge.award add column signed text;
update badge.award a set signed = c.root
  from (select award, min(root) as root from badge.credential group by award having min(root) = max(root)) c
 where c.award = a.award;
create index award_to_sign on badge.award (position) where signed is null;
