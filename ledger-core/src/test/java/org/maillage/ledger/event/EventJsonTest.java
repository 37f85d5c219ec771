package org.maillage.ledger.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.event.NetworkEvent.OrganisationRegistered;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.AudienceKind;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.InseeCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

class EventJsonTest {

    private static final NetworkId NETWORK = NetworkId.of("01990000-0000-7001-8000-000000000001");
    private static final MemberId MEMBER = MemberId.of("01990000-0000-7002-8000-000000000002");

    @Test
    void an_event_is_written_in_the_order_of_its_components_with_nulls_left_out() {
        var event = new NetworkEvent.CoordinatorAppointed(NETWORK, MEMBER, null);

        assertThat(written(event))
                .isEqualTo("{\"network\":\"01990000-0000-7001-8000-000000000001\","
                        + "\"member\":\"01990000-0000-7002-8000-000000000002\"}");
        assertThat(EventJson.nameOf(event)).isEqualTo("network.coordinator-appointed.1");
        assertThat(EventJson.unversioned(event.getClass())).isEqualTo("network.coordinator-appointed");
    }

    @Test
    void the_same_set_is_written_as_the_same_bytes_whatever_its_order() {
        var random = new Random(20_260_102);
        var communes = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(n -> new Commune(new InseeCode("51%03d".formatted(n)), 2020 + n % 5))
                .toList());
        var first = written(new NetworkEvent.TerritoryChanged(NETWORK, Set.copyOf(communes)));

        for (int round = 0; round < 50; round++) {
            Collections.shuffle(communes, random);
            var again = new NetworkEvent.TerritoryChanged(NETWORK, new LinkedHashSet<>(communes));
            assertThat(written(again)).isEqualTo(first);
        }
        assertThat(first).contains("{\"code\":\"51000\",\"year\":2020},{\"code\":\"51001\",\"year\":2021}");
    }

    @Test
    void the_same_map_is_written_as_the_same_bytes_whatever_its_order() {
        var kinds = new ArrayList<>(List.of(AudienceKind.values()));
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(kinds, random);
            var counts = new LinkedHashMap<AudienceKind, Integer>();
            kinds.forEach(
                    kind -> counts.put(kind, List.of(AudienceKind.values()).indexOf(kind) + 1));

            var json = EventMapper.MAPPER.writeValueAsString(new Audience(counts, false));

            assertThat(json)
                    .isEqualTo("{\"counts\":{\"CHILDREN_UNDER_15\":1,\"TEENAGERS_15_TO_17\":2,\"ADULTS\":3,"
                            + "\"SENIORS\":4,\"PEOPLE_WITH_DISABILITIES\":5,\"PROFESSIONALS\":6},\"estimated\":false}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"network.renamed.1", "network.coordinator-appointed.2", "network.coordinator-appointed", ""})
    void an_unknown_name_or_version_is_told_apart_from_a_bad_payload(String name) {
        assertThatThrownBy(() -> EventJson.read(name, "{}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnknownEvent.class, e -> assertThat(e.name()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "\"text\"",
                "{}",
                "{\"network\":\"01990000-0000-7001-8000-000000000001\"}",
                "{\"network\":\"01990000-0000-7001-8000-000000000001\",\"member\":null}",
                "{\"network\":\"01990000-0000-7001-8000-000000000001\",\"member\":\"no uuid\"}",
                "{\"network\":\"01990000-0000-7001-8000-000000000001\","
                        + "\"member\":\"01990000-0000-7002-8000-000000000002\",\"more\":1}",
                "{\"network\":\"01990000-0000-7001-8000-000000000001\","
                        + "\"member\":\"01990000-0000-7002-8000-000000000002\"} {}",
            })
    void a_payload_with_a_property_too_many_too_few_or_wrong_is_unreadable(String payload) {
        assertThatThrownBy(() -> EventJson.read("network.coordinator-appointed.1", payload.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"network\":", "[]", "null", "{\"name\":1}"})
    void a_bad_payload_of_a_past_version_is_unreadable_too(String payload) {
        assertThatThrownBy(() -> EventJson.read("network.organisation-registered.1", payload.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"version\":\"1\"", "\"version\":1.5", "\"version\":null", "\"other\":1"})
    void a_number_is_a_number_and_must_be_there(String property) {
        var payload = "{\"member\":\"%s\",\"network\":\"%s\",%s}".formatted(MEMBER, NETWORK, property);

        assertThatThrownBy(() -> EventJson.read("member.charter-signed.1", payload.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_organisation_of_version_1_is_informal_where_it_has_no_siret() throws IOException {
        var with = (OrganisationRegistered) golden("network.organisation-registered.1", "full");
        var without = (OrganisationRegistered) golden("network.organisation-registered.1", "least");

        assertThat(with.siret()).isEqualTo("73282932000074");
        assertThat(with.informal()).isFalse();
        assertThat(without.siret()).isNull();
        assertThat(without.informal()).isTrue();
        assertThat(without.name()).isEqualTo("Café des voisins");
    }

    @Test
    void names_hold_what_is_written_now_and_what_was_written_once() {
        assertThat(EventJson.names())
                .contains("network.organisation-registered.1", "network.organisation-registered.2")
                .containsAll(EventJson.current().keySet())
                .hasSizeGreaterThan(EventJson.current().size());
    }

    @Test
    void text_of_any_script_and_control_characters_comes_back() {
        var text = "é «œ» \u0000\u001f\u202e \uD83E\uDDF6 中文 \"\\ </script>";
        var event = new GovernanceEvent.CharterPublished(NETWORK, 1, MEMBER, text);

        var read = EventJson.read(EventJson.nameOf(event), EventJson.write(event));

        assertThat(read).isEqualTo(event);
    }

    @Test
    void a_zone_is_read_by_its_name() {
        var event = new NetworkEvent.Created(NETWORK, "Réseau", null, ZoneId.of("Europe/Paris"), Set.of(), List.of());

        assertThat(written(event)).contains("\"zone\":\"Europe/Paris\"");
        assertThat(EventJson.read("network.created.1", EventJson.write(event))).isEqualTo(event);
    }

    private static LedgerEvent golden(String name, String which) throws IOException {
        var path = Path.of("src/test/resources/golden", name + "." + which + ".json");
        return EventJson.read(name, Files.readAllBytes(path));
    }

    private static String written(LedgerEvent event) {
        return new String(EventJson.write(event), UTF_8);
    }
}
