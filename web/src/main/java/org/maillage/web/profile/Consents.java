package org.maillage.web.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.maillage.ledger.value.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who let what be read by whom. A consent that is withdrawn is gone at once: pages ask at each reading. */
@Component
final class Consents {

    private final JdbcClient jdbc;
    private final ProfileChanges changes;
    private final Clock clock;

    Consents(JdbcClient jdbc, ProfileChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** What a member lets others read; items that are theirs alone are absent. */
    Map<Item, Consent> of(MemberId member) {
        var consents = new EnumMap<Item, Consent>(Item.class);
        jdbc.sql("select item, audience, since from web.consent where member = ?")
                .param(member.value())
                .query(row -> {
                    consents.put(
                            Item.valueOf(row.getString(1)),
                            new Consent(
                                    Audience.valueOf(row.getString(2)),
                                    row.getObject(3, OffsetDateTime.class).toInstant()));
                });
        return Collections.unmodifiableMap(consents);
    }

    /** Whether a member lets these readers read an item. */
    boolean allows(MemberId member, Item item, Audience readers) {
        return allows(of(member), item, readers);
    }

    static boolean allows(Map<Item, Consent> consents, Item item, Audience readers) {
        var consent = consents.get(item);
        return consent != null && consent.audience().includes(readers);
    }

    /**
     * Lets readers read an item from now on.
     *
     * @throws IllegalArgumentException where the item is not for these readers
     */
    void give(MemberId member, Item item, Audience audience) {
        if (!item.mayBeFor(audience)) {
            throw new IllegalArgumentException(item + " is not for " + audience);
        }
        jdbc.sql("""
            insert into web.consent (member, item, audience, since) values (?, ?, ?, ?)
            on conflict (member, item) do update set audience = excluded.audience, since = excluded.since
                where consent.audience <> excluded.audience
            """)
                .params(
                        member.value(),
                        item.name(),
                        audience.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        changes.happened();
    }

    /** Takes a consent back; the item is the member's alone from now on. */
    void withdraw(MemberId member, Item item) {
        jdbc.sql("delete from web.consent where member = ? and item = ?")
                .params(member.value(), item.name())
                .update();
        changes.happened();
    }

    /** A consent that was given. */
    record Consent(Audience audience, Instant since) {}
}
