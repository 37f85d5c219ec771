package org.maillage.web.badges;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maillage.web.badges.RemoteBadges.Fetched;

/** From which other sites badges are fetched, and that they are asked where they were looked at. */
class RemoteBadgesTest {

    private final List<String> resolved = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /** What comes of an address, where the host's name stands for one machine, then for this one. */
    private Fetched fetch(String hosts, String address) {
        var remote = new RemoteBadges(hosts, this::rebound, (uri, machines) -> {
            asked.add(uri + " of " + Arrays.toString(machines));
            return Optional.of("{}".getBytes(US_ASCII));
        });
        return remote.fetch(URI.create(address));
    }

    private InetAddress[] rebound(String host) {
        resolved.add(host);
        return new InetAddress[] {InetAddress.ofLiteral(resolved.size() == 1 ? "93.184.215.14" : "127.0.0.1")};
    }

    @Test
    void a_name_is_resolved_once_and_the_machine_that_was_checked_is_asked() {
        assertThat(fetch("badges.example", "https://badges.example/b/1?lang=fr"))
                .isInstanceOfSatisfying(
                        Fetched.Found.class,
                        found -> assertThat(found.bytes()).asString(US_ASCII).isEqualTo("{}"));
        assertThat(resolved).containsExactly("badges.example");
        assertThat(asked).containsExactly("https://badges.example/b/1?lang=fr of [/93.184.215.14]");
    }

    @ParameterizedTest
    @CsvSource({
        "badges.example, https://badges.example:8443/b",
        "badges.example:8443, https://badges.example/b",
        "badges.example, https://u@badges.example/b",
        "badges.example, http://badges.example/b",
        "badges.example, https://other.example/b",
        "'', https://badges.example/b"
    })
    void what_the_installation_does_not_name_is_neither_resolved_nor_asked(String hosts, String address) {
        assertThat(fetch(hosts, address)).isInstanceOf(Fetched.Elsewhere.class);
        assertThat(resolved).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void another_port_is_named_with_its_host() {
        assertThat(fetch("badges.example:8443", "https://BADGES.example:8443")).isInstanceOf(Fetched.Found.class);
        assertThat(asked).containsExactly("https://BADGES.example:8443 of [/93.184.215.14]");
    }

    @Test
    void a_name_that_stands_for_a_machine_of_this_network_too_is_not_asked() {
        var remote = new RemoteBadges(
                "badges.example",
                _ -> new InetAddress[] {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1")},
                (_, _) -> {
                    throw new AssertionError("asked");
                });
        assertThat(remote.fetch(URI.create("https://badges.example/b"))).isInstanceOf(Fetched.Elsewhere.class);
    }
}
