package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartTest {

    @Test
    void a_port_that_is_taken_is_said_with_the_variable_that_names_another() {
        var failure = new IllegalStateException("outer", new PortInUseException(8080));
        assertThat(Start.explained(failure)).hasValue("Port 8080 is taken: set MAILLAGE_PORT to another.");
    }

    @Test
    void what_the_program_knows_is_said_in_its_own_words() {
        var failure = new IllegalStateException("outer", new StartupFailure("Set this."));
        assertThat(Start.explained(failure)).hasValue("Set this.");
        assertThat(Start.explained(new IllegalStateException("unknown"))).isEmpty();
    }

    @Test
    void an_external_database_is_read_from_either_kind_of_address() {
        var url = ExternalDatabase.at(
                "postgresql://ma%20illage:p%40ss@db.example:5433/ledger?sslmode=require", "MAILLAGE_DATABASE_URL");
        assertThat(url.url()).isEqualTo("jdbc:postgresql://db.example:5433/ledger?sslmode=require");
        assertThat(url.user()).isEqualTo("ma illage");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(ExternalDatabase.at("jdbc:postgresql://db/ledger", "MAILLAGE_DATABASE_URL")
                        .url())
                .isEqualTo("jdbc:postgresql://db/ledger");
        assertThat(url.toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
    }

    @Test
    void views_that_cannot_be_reached_or_are_kept_nowhere_are_said_with_their_setting_and_the_next_step() {
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> ViewsDatabase.reached("jdbc:postgresql://localhost:1/vues"))
                .withMessageStartingWith("MAILLAGE_VIEWS_DATABASE_URL names a PostgreSQL that does not answer: ")
                .withMessageEndingWith(" Start it, or correct the address.")
                .withMessageNotContaining("\n");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> ViewsDatabase.reached("vues"))
                .withMessageStartingWith("MAILLAGE_VIEWS_DATABASE_URL is not a PostgreSQL address: write ");
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() -> new ViewsWiring.Views("ailleurs", "").where())
                .withMessage(
                        "MAILLAGE_VIEWS is not here or elsewhere: write elsewhere where processes of their own keep"
                                + " the views, else leave it out.");
        assertThat(new ViewsWiring.Views("", "").where()).isEqualTo(ViewsWiring.Kept.HERE);
        assertThat(new ViewsWiring.Views("Elsewhere", "").where()).isEqualTo(ViewsWiring.Kept.ELSEWHERE);
    }

    @Test
    void whoever_asks_a_database_that_is_known_to_be_away_does_not_wait_again() {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://localhost:1/vues");
            pool.setInitializationFailTimeout(-1);
            pool.setConnectionTimeout(250);
            var views = new KnownAway(pool);

            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(views::getConnection)
                    .withMessageContaining("request timed out");
            assertThatExceptionOfType(SQLTransientConnectionException.class)
                    .isThrownBy(views::getConnection)
                    .withMessage(KnownAway.SAID);
        }
    }
}
