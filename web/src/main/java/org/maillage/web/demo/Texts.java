package org.maillage.web.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the people of the demonstration write, by section; read from {@code demonstration/texts.txt}. */
final class Texts {

    private final Map<String, List<String>> sections = new HashMap<>();

    Texts() {
        var stream = Objects.requireNonNull(Texts.class.getResourceAsStream("/demonstration/texts.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var section = "";
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.indexOf(']'));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One text of a section. */
    String one(String section, Dice dice) {
        return dice.pick(of(section));
    }

    /** Every text of a section, in order; at least one. */
    List<String> of(String section) {
        return Objects.requireNonNull(sections.get(section), () -> "no texts for " + section);
    }
}
