package org.maillage.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCore;
import org.maillage.ledger.feed.EventFeed;
import org.maillage.ledger.feed.JournalFeed;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.journal.PostgresJournal;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.Projections;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.ClassUtils;

@RunningProgram
class WiringTest {

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient jdbc;

    @Test
    void each_part_is_the_one_that_keeps_what_it_is_given() {
        assertThat(program.getBean(Journal.class)).isInstanceOf(PostgresJournal.class);
        assertThat(program.getBean(Ledger.class)).isInstanceOf(LedgerCore.class);
        assertThat(program.getBean(Vault.class)).isInstanceOf(SealedVault.class);
        assertThat(program.getBean(EventFeed.class)).isInstanceOf(JournalFeed.class);
        assertThat(program.getBean(Projections.class)).isNotNull();
        assertThat(program.getBean(PlatformTransactionManager.class)).isInstanceOf(JdbcTransactionManager.class);
        assertThat(program.getBean(SessionRepository.class))
                .extracting("sessions")
                .isInstanceOf(JdbcIndexedSessionRepository.class);
        assertThat(program.getBean(Database.class)).isInstanceOf(EmbeddedDatabase.class);
    }

    @Test
    void axon_wires_nothing_by_itself() {
        assertThat(program.getBeanDefinitionNames()).isNotEmpty().noneMatch(name -> {
            var type = program.getType(name);
            return type != null && type.getPackageName().startsWith("org.axonframework");
        });
        assertThat(ClassUtils.isPresent(
                        "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                        getClass().getClassLoader()))
                .as("its starter, which keeps no events, writes XStream and asks for updates")
                .isFalse();
    }

    @Test
    void what_the_database_acknowledges_is_on_the_disk() {
        for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(jdbc.sql("select current_setting(?)")
                            .param(setting)
                            .query(String.class)
                            .single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void the_database_lets_nobody_in_without_the_password() {
        var database = program.getBean(Database.class);
        assertThatExceptionOfType(StartupFailure.class)
                .isThrownBy(() ->
                        DatabaseSettings.of(new ExternalDatabase(database.url(), database.user(), "not the password")))
                .withMessageContaining("password");
        assertThat(DatabaseSettings.of(database).version()).isGreaterThanOrEqualTo(150_000);
    }

    @Test
    void connections_come_from_one_pool() {
        assertThat(program.getBeansOfType(DataSource.class)).hasSize(1);
    }
}
