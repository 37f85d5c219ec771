package org.maillage.web.profile;

import java.util.List;
import org.maillage.ledger.value.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members say of themselves beside the journal, in their own words. */
@Component
public final class Profiles {

    /** Most characters of what somebody offers. */
    public static final int LONGEST_OFFERS = 600;

    private final JdbcClient jdbc;
    private final ProfileChanges changes;
    private final List<KeptOfMembers> others;

    Profiles(JdbcClient jdbc, ProfileChanges changes, List<KeptOfMembers> others) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.others = List.copyOf(others);
    }

    /** What a member says that they can bring; empty for nothing. */
    public String offers(MemberId member) {
        return jdbc.sql("select offers from web.profile where member = ?")
                .param(member.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Keeps what a member says that they can bring. */
    public void say(MemberId member, String offers) {
        jdbc.sql("""
            insert into web.profile (member, offers) values (?, ?)
            on conflict (member) do update set offers = excluded.offers
            """).params(member.value(), offers).update();
    }

    /** Removes all that is kept of a member beside the journal: consents, addresses, their own words, what they asked. */
    public void forget(MemberId member) {
        jdbc.sql("delete from web.consent where member = ?")
                .param(member.value())
                .update();
        jdbc.sql("delete from web.public_address where member = ?")
                .param(member.value())
                .update();
        jdbc.sql("delete from web.profile where member = ?")
                .param(member.value())
                .update();
        others.forEach(kept -> kept.forget(member));
        changes.happened();
    }
}
