package org.maillage.badge.feed;

/**
 * What is written for events, in the order in which a batch of events writes it. What ends something names the position of
 * its event, so that it never ends what came later in the same batch. Where a row may come twice in a batch it is
 * selected: the driver would make one statement of many values, which PostgreSQL refuses to apply twice to one row.
 */
enum Sql {
    NETWORK("insert into badge.network (network, name, zone) values (?, ?, ?)"),
    KIND("""
        insert into badge.kind (network, kind, weights) select ?::uuid, ?::text, ?::text
        on conflict (network, kind) do update set weights = excluded.weights
        """),
    MEMBER("""
        insert into badge.member (member, network, takes_part) select ?::uuid, ?::uuid, ?::boolean
        on conflict (member) do update set takes_part = excluded.takes_part
        """),
    CLAIMED_SHARE("insert into badge.claimed_share (share, contribution, place, companions) values (?, ?, ?, ?)"),
    VOICE("""
        insert into badge.voice (contribution, member, network, recorded_at) values (?, ?, ?, ?)
        on conflict (contribution, member) do nothing
        """),
    SHARE("""
        insert into badge.share (share, position, network, member, contribution, kind, weights, day, minutes, outside,
            recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """),
    TAKE_BACK("""
        update badge.share set reversed_position = ?, reversed_at = ?
         where contribution = ? and reversed_position is null and position < ?
        """),
    DEFINITION("""
        insert into badge.definition (definition, network, shipped, position, recorded_at) values (?, ?, ?, ?, ?)
        """),
    DEFINITION_VERSION("""
        insert into badge.definition_version (definition, version, recorded_at, name, payload) values (?, ?, ?, ?, ?)
        """),
    RETIRE("update badge.definition set retired_at = ? where definition = ?"),
    AWARD("""
        insert into badge.award (award, network, definition, member, code, position, recorded_at, expires, recognition,
                                 number)
        select ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::text, ?::bigint, ?::timestamptz, ?::date, ?::uuid,
               coalesce(max(number) + 1, 0)
          from badge.award where network = ?
        """),
    AWARD_CHANGE("""
        insert into badge.award_change (award, position, network, recorded_at, what, name, payload)
        values (?, ?, ?, ?, ?, ?, ?)
        """),
    LAST_DAY("update badge.award set expires = ? where award = ?"),
    // Waits for whoever signs the award now, so that what they stored is seen by the next statement.
    SAYS_MORE("update badge.award set signed = null where award = ?"),
    SIGN_ANEW("delete from badge.credential where award = ?"),
    RECOGNITION("""
        insert into badge.recognition (recognition, network, definition, member, position, recorded_at, name, payload)
        select ?::uuid, ?::uuid, ?::uuid, ?::uuid, ?::bigint, ?::timestamptz, ?::text, ?::bytea
        on conflict (recognition) do update set name = excluded.name, payload = excluded.payload
        """),
    ENDORSEMENT("""
        insert into badge.endorsement (subject, position, network, endorser, recorded_at, name, payload)
        values (?, ?, ?, ?, ?, ?, ?)
        """),
    WITHDRAW("""
        update badge.endorsement set withdrawn_position = ?, withdrawn_at = ?
         where subject = ? and endorser = ? and withdrawn_position is null and position < ?
        """),
    // What is said of a practice is said of the badge that it earned, and of no other.
    PRACTICE_SAYS_MORE("update badge.award set signed = null where recognition = ?"),
    PRACTICE_SIGN_ANEW("""
        delete from badge.credential where award in (select award from badge.award where recognition = ?)
        """),
    ISSUER_KEY("""
        insert into badge.issuer_key (network, key, algorithm, public_key, added_at) values (?, ?, ?, ?, ?)
        """),
    RETIRE_KEY("""
        update badge.issuer_key set retired_at = coalesce(retired_at, ?) where network = ? and key = ?
        """),
    COMPROMISED_KEY("update badge.issuer_key set compromised_since = ? where network = ? and key = ?"),
    SAID_BY_STOLEN_KEY("""
        update badge.award set signed = null where award in (select award from badge.credential where key = ?)
        """),
    SIGNED_BY_STOLEN_KEY("delete from badge.credential where key = ?"),
    DUE_MEMBER("""
        insert into badge.due (network, member, position, cause) select ?::uuid, ?::uuid, ?::bigint, ?::uuid
        on conflict (network, member) do update set position = excluded.position, cause = excluded.cause,
            leased_until = '-infinity'
        """),
    DUE_OF_CLAIM("""
        insert into badge.due (network, member, position, cause)
        select distinct network, member, ?::bigint, ?::uuid from badge.share where contribution = ?
        on conflict (network, member) do update set position = excluded.position, cause = excluded.cause,
            leased_until = '-infinity'
        """),
    DUE_OF_RECOGNITION("""
        insert into badge.due (network, member, position, cause)
        select network, member, ?::bigint, ?::uuid from badge.recognition where recognition = ?
        on conflict (network, member) do update set position = excluded.position, cause = excluded.cause,
            leased_until = '-infinity'
        """),
    DUE_OF_NETWORK("""
        insert into badge.due (network, member, position, cause)
        select network, member, ?::bigint, ?::uuid from badge.member where network = ? and takes_part
        on conflict (network, member) do update set position = excluded.position, cause = excluded.cause,
            leased_until = '-infinity'
        """),
    NEW_NETWORK("""
        insert into badge.new_network (network, cause) values (?, ?) on conflict (network) do nothing
        """);

    private final String text;

    Sql(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
