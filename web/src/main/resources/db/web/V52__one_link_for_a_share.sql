-- One link, and so one letter, for each share, however often its claim is sent.
create unique index share_link_share on share_link (share);
