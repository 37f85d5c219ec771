package org.maillage.badge.issue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The few words that credentials hold beside those of definitions. Once signed by a badge they are not to be changed. */
final class Wording {

    private static final Wording FRENCH = new Wording(Language.FR);
    private static final Wording ENGLISH = new Wording(Language.EN);

    private final Properties words = new Properties();

    private Wording(Language language) {
        var file = "words_" + language.tag() + ".properties";
        try (var stream = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Wording in(Language language) {
        return switch (language) {
            case FR -> FRENCH;
            case EN -> ENGLISH;
        };
    }

    /** The words of a key, with {@code {0}} and so on replaced. */
    String say(String key, Object... values) {
        var text = Objects.requireNonNull(words.getProperty(key), key);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }
}
