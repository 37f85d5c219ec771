-- The name under which a network issues comes from the journal like everything else: all of it is read anew.
truncate badge.partition_position, badge.network, badge.kind, badge.member, badge.claimed_share, badge.voice, badge.share,
    badge.definition, badge.definition_version, badge.award, badge.award_change, badge.recognition, badge.endorsement,
    badge.issuer_key, badge.due, badge.new_network;
update badge.feed set position = 0;

alter table badge.network add column name text not null;

-- Private halves of networks' keys, wrapped by the master key. They follow from nothing: no rebuild empties them.
create table badge.kept_key (
    key uuid primary key,
    network uuid not null,
    kind text not null,
    public_key text not null,
    wrapped bytea not null
);
create index kept_key_by_network on badge.kept_key (network);

-- The same for those who endorse: members, or organisations.
create table badge.endorser_key (
    endorser uuid primary key,
    wrapped bytea not null
);

-- What was signed. It follows from the journal, the keys and the address of the site (root).
-- document is null where words that are sealed stand in it: then it is signed whenever it is asked for.
create table badge.credential (
    award uuid not null,
    language text not null,
    root text not null,
    key uuid not null,
    document bytea,
    primary key (award, language)
);
create index credential_by_key on badge.credential (key);
