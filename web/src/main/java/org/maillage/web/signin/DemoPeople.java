package org.maillage.web.signin;

import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.wiring.Installation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the demonstration who sign in with one press; elsewhere there are none. */
@Component
public final class DemoPeople {

    private final JdbcClient jdbc;
    private final Installation installation;
    private volatile int percent = -1;

    DemoPeople(JdbcClient jdbc, Installation installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    /** Whether this is the demonstration. */
    public boolean open() {
        return installation.demonstration();
    }

    /** How far the making of their network is, 0 to 100; empty where it is not being made by this process. */
    OptionalInt making() {
        return percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent);
    }

    /** Keeps how far the making is; below 0 once it has ended. */
    void making(int percent) {
        this.percent = percent;
    }

    /**
     * Offers somebody; who was offered before is changed.
     *
     * @param place order in the list
     * @param network the one of theirs that the pages speak of first; null for any
     * @param lineFr who they are in a few words, such as «coordinatrice, Grand Est»
     */
    public void offer(
            PersonId person, int place, @Nullable NetworkId network, String name, String lineFr, String lineEn) {
        jdbc.sql("""
            insert into web.demo_person (person, place, name, line_fr, line_en, network)
            values (?, ?, ?, ?, ?, ?)
            on conflict (person) do update set place = excluded.place, name = excluded.name,
                line_fr = excluded.line_fr, line_en = excluded.line_en,
                network = excluded.network
            """)
                .param(1, person.value())
                .param(2, place)
                .param(3, name)
                .param(4, lineFr)
                .param(5, lineEn)
                .param(6, network == null ? null : network.value(), Types.OTHER)
                .update();
    }

    /** Who is offered, in order; nobody outside of the demonstration. */
    List<Offered> people(Locale locale) {
        if (!open()) {
            return List.of();
        }
        var english = locale.getLanguage().equals("en");
        return jdbc.sql("select person, name, line_fr, line_en from web.demo_person order by place, name")
                .query((row, _) -> new Offered(
                        new PersonId(row.getObject(1, UUID.class)), row.getString(2), row.getString(english ? 4 : 3)))
                .list();
    }

    /** Somebody who is offered; refuses anybody else. */
    PersonId require(PersonId person) {
        var found = jdbc.sql("select count(*) from web.demo_person where person = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
        Refused.when(found == 0, Reason.UNKNOWN_PERSON);
        return person;
    }

    /** The network that the pages speak of first to somebody who is offered. */
    Optional<NetworkId> networkOf(PersonId person) {
        return jdbc.sql("select network from web.demo_person where person = ? and network is not null")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .map(NetworkId::new);
    }

    /** Somebody as the sign-in page offers them. */
    record Offered(PersonId person, String name, String line) {}
}
