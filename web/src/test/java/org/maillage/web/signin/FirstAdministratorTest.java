package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Projections;
import org.maillage.web.MaillageApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program started several times on one folder, with another administrator named each time. */
class FirstAdministratorTest {

    @TempDir
    Path folder;

    @Test
    void only_an_installation_without_administrator_gets_one_from_its_settings() {
        PersonId nadia;
        try (var first = start("--maillage.demonstrate=false")) {
            nadia = PersonId.next();
            first.getBean(SignIns.class).allow(email("nadia@exemple.fr"), nadia);
            assertThat(administrators(first)).isEmpty();
        }
        try (var second = start("--maillage.administrator=nadia@exemple.fr")) {
            assertThat(administrators(second)).containsExactly(nadia);
        }
        try (var third = start("--maillage.administrator=other@exemple.fr")) {
            assertThat(administrators(third)).containsExactly(nadia);
            assertThat(third.getBean(SignIns.class).find(email("other@exemple.fr")))
                    .isEmpty();
        }
    }

    private static EmailAddress email(String text) {
        return EmailAddress.read(text).orElseThrow();
    }

    private static List<PersonId> administrators(ConfigurableApplicationContext program) {
        var views = program.getBean(Projections.class);
        assertThat(views.awaitPosition(program.getBean(Journal.class).position(), Duration.ofSeconds(60)))
                .isTrue();
        return views.members().administrators();
    }

    private ConfigurableApplicationContext start(String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--maillage.data=" + folder));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(MaillageApplication.class).run(arguments.toArray(String[]::new));
    }
}
