-- The practice that earned an award: what is said of it is said of the badge; what is said of any other practice is not.
alter table badge.award add column recognition uuid;
update badge.award a
   set recognition = (convert_from(c.payload, 'UTF8')::jsonb ->> 'recognition')::uuid
  from badge.award_change c where c.award = a.award and c.what = 'award.awarded';
create index award_by_recognition on badge.award (recognition) where recognition is not null;

-- Those that were signed as though it were.
delete from badge.credential where award in
    (select a.award from badge.award a join badge.recognition r
         on a.network = r.network and a.member = r.member and a.definition = r.definition
      where a.recognition is null);
