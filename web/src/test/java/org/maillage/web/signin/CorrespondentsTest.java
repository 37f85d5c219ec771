package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.vault.SealedVault;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is written to, where and in which language. */
@RunningProgram
class CorrespondentsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Correspondents correspondents;

    @Autowired
    SignIns signIns;

    @Autowired
    SealedVault vault;

    @Autowired
    JdbcClient jdbc;

    private TestNetwork.Made made;
    private EmailAddress address;

    @BeforeEach
    void somebody() {
        made = network.make();
        address = EmailAddress.read(UUID.randomUUID() + "@exemple.fr").orElseThrow();
    }

    @Test
    void who_signs_in_by_letter_is_written_to_there_in_the_language_of_that_visit() {
        signIns.allow(address, made.nadia().person());
        var browser = new Browser(port, "en");
        assertThat(correspondents.of(made.nadia().member())).isEmpty();

        browser.submit("/connexion", Map.of("email", address.value()));
        Patience.await()
                .untilAsserted(() ->
                        assertThat(correspondents.of(made.nadia().member())).isPresent());
        assertThat(correspondents.of(made.nadia().member()).orElseThrow().locale())
                .as("until the link is opened, anybody may have asked")
                .isEqualTo(Locale.FRENCH);
        var link = jdbc.sql("select substring(body from 'https?://[^[:space:]]+') from web.mailbox where recipient = ?"
                        + " order by id desc limit 1")
                .param(address.value())
                .query(String.class)
                .single();
        browser.submit(
                "/connexion/lien", Map.of("jeton", URI.create(link).getQuery().substring("jeton=".length())));

        assertThat(correspondents.of(made.nadia().member())).hasValueSatisfying(found -> {
            assertThat(found.address()).isEqualTo(address);
            assertThat(found.person()).isEqualTo(made.nadia().person());
            assertThat(found.locale()).isEqualTo(Locale.ENGLISH);
        });
    }

    @Test
    void an_address_that_signs_nobody_in_is_not_written_to() {
        correspondents.keep(made.nadia().member(), address);
        assertThat(correspondents.of(made.nadia().member())).isEmpty();

        signIns.allow(address, made.claire().person());
        assertThat(correspondents.of(made.nadia().member())).isEmpty();
        assertThat(correspondents.of(made.claire().member()))
                .as("sealed for somebody else")
                .isEmpty();
    }

    @Test
    void an_address_is_kept_sealed_and_goes_with_the_key_of_its_membership() {
        signIns.allow(address, made.nadia().person());
        correspondents.keep(made.nadia().member(), address);
        assertThat(correspondents.of(made.nadia().member())).isPresent();
        assertThat(jdbc.sql("select sealed from web.letter_address where member = ?")
                        .param(made.nadia().member().value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .allSatisfy(kept -> assertThat(kept).doesNotContain(address.value()));

        vault.destroy(made.nadia().member());

        assertThat(correspondents.of(made.nadia().member())).isEmpty();
    }

    @Test
    void the_language_that_somebody_chooses_is_that_of_their_letters() {
        signIns.allow(address, made.nadia().person());
        correspondents.keep(made.nadia().member(), address);
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());

        nadia.submit("/preferences", Map.of("language", "en"));

        assertThat(correspondents.of(made.nadia().member()).orElseThrow().locale())
                .isEqualTo(Locale.ENGLISH);
    }
}
