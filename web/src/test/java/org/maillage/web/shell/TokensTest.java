package org.maillage.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast by WCAG 2.2: text 4.5 (criterion 1.4.3), edges and drawings 3 (criterion 1.4.11), by day and by night. */
class TokensTest {

    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*#([0-9a-f]{6})\\b");

    @ParameterizedTest
    @CsvSource({
        "texte, fond",
        "texte, surface",
        "texte-2, fond",
        "texte-2, surface",
        "texte-2, surface-2",
        "sur-marque, marque",
        "sur-marque-2, marque",
        "sur-action, action",
        "lien, surface",
        "lien, fond",
        "succes, surface",
        "succes, succes-teinte",
        "attention, surface",
        "attention, attention-teinte",
        "erreur, surface",
        "erreur, erreur-teinte",
        "info, info-teinte",
        "texte, info-teinte",
        "texte, succes-teinte",
        "texte, attention-teinte",
        "texte, erreur-teinte",
        "encre-fixe, gaude",
        "texte, filet"
    })
    void text_is_legible_on_its_ground(String text, String ground) {
        assertContrast(text, ground, 4.5);
    }

    @ParameterizedTest
    @CsvSource({"bord-champ, surface", "bord-champ, fond", "focus, surface", "focus, fond"})
    void edges_are_visible(String edge, String ground) {
        assertContrast(edge, ground, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garance", "gaude", "orseille", "pastel", "indigo", "cochenille", "nerprun", "noyer"})
    void a_dye_carries_text_and_drawing(String dye) {
        assertContrast(dye + "-fort", "surface", 4.5);
        assertContrast(dye + "-fort", dye + "-teinte", 4.5);
        assertContrast("texte", dye + "-teinte", 4.5);
        assertContrast("sur-" + dye, dye, 3);
        // Yellow cannot stand out on white: its marks bear a dark pictogram and always a word.
        if (!"gaude".equals(dye)) {
            assertContrast(dye, "surface", 3);
        }
    }

    private static void assertContrast(String text, String ground, double least) {
        var day = tokens(":root {");
        var night = new HashMap<>(day);
        night.putAll(tokens(":root[data-theme=\"dark\"] {"));
        assertThat(contrast(day, text, ground))
                .as(text + " on " + ground + " by day")
                .isGreaterThanOrEqualTo(least);
        assertThat(contrast(night, text, ground))
                .as(text + " on " + ground + " by night")
                .isGreaterThanOrEqualTo(least);
    }

    private static Map<String, Integer> tokens(String block) {
        var css = Shell.resource("/static/css/jetons.css");
        var from = css.indexOf(block);
        var colours = new HashMap<String, Integer>();
        TOKEN.matcher(css.substring(from, css.indexOf('}', from)))
                .results()
                .forEach(token -> colours.put(token.group(1), Integer.parseInt(token.group(2), 16)));
        assertThat(colours).hasSizeGreaterThan(40);
        return colours;
    }

    private static double contrast(Map<String, Integer> colours, String one, String other) {
        assertThat(colours).containsKeys(one, other);
        var a = luminance(colours.getOrDefault(one, 0));
        var b = luminance(colours.getOrDefault(other, 0));
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    /** Relative luminance, as WCAG 2.2 defines it. */
    private static double luminance(int colour) {
        return .2126 * linear(colour >> 16) + .7152 * linear(colour >> 8) + .0722 * linear(colour);
    }

    private static double linear(int channel) {
        var value = (channel & 255) / 255.0;
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }
}
