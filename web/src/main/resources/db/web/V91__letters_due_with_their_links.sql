-- A link is written before its claim is sent to the ledger, and says that its letter is due until it went: whoever comes
-- after a stop sends it. The secret of such a link follows from its share and a secret of the installation.
alter table share_link add column language text not null default 'fr';
alter table share_link add column tried_at timestamptz;
alter table share_link add column sent_at timestamptz;
update share_link set sent_at = expires_at - interval '30 days';
create index share_link_due on share_link (expires_at) where sent_at is null;
