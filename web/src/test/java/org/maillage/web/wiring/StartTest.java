package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

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
        var url = ExternalDatabase.at("postgresql://ma%20illage:p%40ss@db.example:5433/ledger?sslmode=require");
        assertThat(url.url()).isEqualTo("jdbc:postgresql://db.example:5433/ledger?sslmode=require");
        assertThat(url.user()).isEqualTo("ma illage");
        assertThat(url.password()).isEqualTo("p@ss");
        assertThat(ExternalDatabase.at("jdbc:postgresql://db/ledger").url()).isEqualTo("jdbc:postgresql://db/ledger");
        assertThat(url.toString()).doesNotContain("p@ss").doesNotContain("p%40ss");
    }
}
