package org.maillage.web.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each refusal says what happened, why, and the next step (SCREENS), in both languages. */
class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @Test
    void every_refusal_says_what_happened_why_and_what_next_in_both_languages() {
        assertThat(ProblemTexts.codes()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        for (var language : ProblemTexts.LANGUAGES) {
            for (var code : ProblemTexts.codes()) {
                var text = texts.of(code, language);
                assertThat(List.of(text.title(), text.detail(), text.next()))
                        .as("%s in %s", code, language)
                        .noneMatch(String::isBlank);
                assertThat(text.detail()).as(code).endsWith(".");
                assertThat(text.next()).as(code).endsWith(".");
            }
        }
    }

    @Test
    void the_bundles_hold_nothing_else() {
        var expected = Set.copyOf(ProblemTexts.codes());
        for (var language : List.of("fr", "en")) {
            var keys = bundle(language).stringPropertyNames().stream()
                    .filter(key -> !key.startsWith("problem.field."))
                    .map(key -> key.substring("problem.".length()))
                    .collect(Collectors.toSet());
            assertThat(keys).as(language).isEqualTo(expected);
        }
        assertThat(bundle("fr").stringPropertyNames()).isEqualTo(bundle("en").stringPropertyNames());
    }

    @Test
    void the_words_that_the_product_never_says_are_not_said() {
        for (var language : List.of("fr", "en")) {
            assertThat(bundle(language).values().toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("rejeté", "rejected", "score", "classement", "ranking", "tarif ", "·");
        }
    }

    @Test
    void the_language_that_suits_best_is_chosen_and_french_where_none_does() {
        assertThat(ProblemTexts.language("en-GB,en;q=0.9,fr;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(ProblemTexts.language("de,fr;q=0.5,en;q=0.2")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.language("de")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.language(null)).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.language(";;q=x,\u0000")).isEqualTo(Locale.FRENCH);
        assertThat(ProblemTexts.language("en,".repeat(5_000))).isEqualTo(Locale.FRENCH);
    }

    private static Properties bundle(String language) {
        var properties = new Properties();
        try (var in = ProblemTexts.class.getResourceAsStream("/messages/problem_" + language + ".properties")) {
            assertThat(in).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
