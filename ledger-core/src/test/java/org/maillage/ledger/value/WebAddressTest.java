package org.maillage.ledger.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.value.WebAddress.Fault;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://exemple.fr/mon atelier, SPACE",
        "https://, NO_SITE",
        "http://, NO_SITE",
        "https:///photo, UNREADABLE_OR_NO_SITE",
        "https://exem_ple, NO_SITE",
        "exemple.fr/photo, SCHEME",
        "ftp://exemple.fr/photo, SCHEME",
        "javascript:alert(1), SCHEME",
        "mailto:nadia@exemple.fr, SCHEME",
        "https://exemple.fr/%zz, UNREADABLE",
        "https://[1:2, UNREADABLE",
        "https://localhost/photo, AT_HOME",
        "https://portable/photo, AT_HOME",
        "https://nas.local/photo, AT_HOME",
        "http://127.0.0.1:8080/, AT_HOME",
        "http://127.1/, AT_HOME_OR_NO_SITE",
        "http://2130706433/, AT_HOME",
        "http://10.2.3.4/, AT_HOME",
        "http://192.168.1.10/, AT_HOME",
        "http://172.20.0.1/, AT_HOME",
        "http://100.64.0.1/, AT_HOME",
        "http://169.254.169.254/, AT_HOME",
        "http://0.0.0.0/, AT_HOME",
        "http://[::1]/, AT_HOME",
        "http://[fd00::1]/, AT_HOME",
        "http://[fe80::1]/, AT_HOME",
        "http://[::ffff:10.0.0.1]/, AT_HOME",
        "http://[::7f00:1]/, AT_HOME",
        "http://[64:ff9b::7f00:1]/, AT_HOME",
        "http://[2002:7f00:1::]/, AT_HOME",
        "https://nadia:secret@exemple.fr/, PASSWORD"
    })
    void an_address_that_nobody_else_could_open_is_told_by_what_is_wrong_with_it(String address, String fault) {
        assertThat(WebAddress.fault(address)).get().asString().isIn((Object[]) fault.split("_OR_", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://exemple.fr",
                "http://exemple.fr/atelier?jour=2026-11-19#photo",
                "https://exemple.fr:8443/a",
                "https://93.184.216.34/",
                "https://[2606:2800:220:1::1]/",
                "HTTPS://Exemple.FR/",
                "https://exemple.fr./"
            })
    void an_address_that_is_well_written_is_taken_though_nobody_opened_it(String address) {
        assertThat(WebAddress.fault(address)).isEmpty();
    }

    @Test
    void what_another_program_kept_is_readable_wherever_it_leads() {
        assertThat(WebAddress.isReadable("http://intranet/rapport")).isTrue();
        assertThat(WebAddress.isReadable("intranet/rapport")).isFalse();
        assertThat(WebAddress.fault("http://intranet/rapport")).contains(Fault.AT_HOME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:127.0.0.1",
                "224.0.0.1",
                "255.255.255.255"
            })
    void no_number_of_this_machine_or_its_network_is_of_the_open_net(String number) {
        assertThat(WebAddress.isAtHome(InetAddress.ofLiteral(number))).isTrue();
    }

    @Test
    void a_machine_of_the_open_net_is() {
        assertThat(WebAddress.isAtHome(InetAddress.ofLiteral("192.0.32.10"))).isFalse();
        assertThat(WebAddress.isAtHome(InetAddress.ofLiteral("2606:2800:220:1::1")))
                .isFalse();
    }
}
