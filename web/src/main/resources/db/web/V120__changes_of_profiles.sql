-- Moves on with every change of what members show: whoever keeps pages that rest on it sees that it moved.
create sequence web.profile_change minvalue 0 start with 0;
select nextval('web.profile_change');
