package org.maillage.badge.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.JsonNode;

/** What is signed straight from the template is what a JSON-LD processor makes of the document. */
class FixedTemplateTest {

    private static final int SEEDS = 600;

    private final JsonLdBox box = new JsonLdBox();

    @Test
    void the_template_and_the_processor_sign_the_same_of_every_badge() throws Malformed {
        var straight = 0;
        for (var seed = 0; seed < SEEDS; seed++) {
            var generator = new CredentialGenerator(seed);
            var badge = generator.badge(generator.profile(seed % 7 == 0), seed % 5 == 0);
            straight += same(badge, seed);
        }
        assertThat(straight).as("badges that needed no processor").isGreaterThan(SEEDS * 2 / 3);
    }

    @Test
    void and_of_every_endorsement() throws Malformed {
        var straight = 0;
        for (var seed = 0; seed < SEEDS / 4; seed++) {
            var generator = new CredentialGenerator(seed);
            straight += same(generator.endorsement(generator.profile(seed % 3 == 0)), seed);
        }
        assertThat(straight).isGreaterThan(SEEDS / 8);
    }

    @Test
    void two_parts_that_cannot_be_told_apart_are_left_to_the_processor() throws Malformed {
        var generator = new CredentialGenerator(1);
        var badge = generator.badge();
        var twice = new Evidence(null, "one", null, null, null);
        var same = new Credential.Badge(
                badge.id(),
                badge.issuer(),
                badge.achievement(),
                badge.recipient(),
                List.of(),
                badge.awarded(),
                badge.validFrom(),
                null,
                null,
                null,
                null,
                List.of(twice, twice),
                List.of());

        assertThat(same.canonical()).isEmpty();
        assertThat(box.canonical(same.json())).isNotEmpty();
    }

    @Test
    void every_term_and_type_of_the_template_is_among_what_was_compared() {
        var generator = new CredentialGenerator(3);
        var keys = new HashSet<String>();
        for (var i = 0; i < 40; i++) {
            collect(generator.badge(generator.profile(true), true).json(), keys);
            collect(generator.endorsement(generator.profile(true)).json(), keys);
        }
        assertThat(keys)
                .containsAll(Arrays.stream(Term.values())
                        .filter(term -> term != Term.ENDORSEMENT)
                        .map(term -> term.key)
                        .collect(Collectors.toSet()))
                .containsAll(Arrays.stream(Type.values()).map(type -> type.key).toList());
    }

    /** 1 where the template could be used at all. */
    private int same(Credential credential, int seed) throws Malformed {
        var straight = credential.canonical();
        if (straight.isPresent()) {
            assertThat(new String(straight.get(), UTF_8))
                    .as("seed %d: %s", seed, credential.json())
                    .isEqualTo(new String(box.canonical(read(credential)), UTF_8));
        }
        return straight.isPresent() ? 1 : 0;
    }

    /** As others read it: from its bytes. */
    private static tools.jackson.databind.node.ObjectNode read(Credential credential) throws Malformed {
        return StrictJson.readObject(StrictJson.write(credential.json()));
    }

    private static void collect(JsonNode node, Set<String> keys) {
        node.properties().forEach(property -> {
            keys.add(property.getKey());
            if (property.getKey().equals("type")) {
                (property.getValue().isArray()
                                ? property.getValue()
                                : StrictJson.texts(List.of(property.getValue().stringValue())))
                        .forEach(type -> keys.add(type.stringValue()));
            }
        });
        node.forEach(child -> collect(child, keys));
    }
}
