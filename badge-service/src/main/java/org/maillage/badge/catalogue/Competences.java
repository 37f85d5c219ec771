package org.maillage.badge.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.Alignment.Framework;

/**
 * The competences of public frameworks with which badges align, by the frameworks' own codes: the 21 of DigComp 2.2 (Joint
 * Research Centre, JRC128415) and the 16 of Pix. ESCO has thousands: of it an address is taken as it is.
 */
public final class Competences {

    private static final Pattern ESCO = Pattern.compile("http://data\\.europa\\.eu/esco/(?:(?:skill|occupation)/"
            + "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|isco/C[0-9]{1,4})");

    private static final List<Competence> ALL = all();

    private Competences() {}

    /**
     * A competence.
     *
     * @param fr its name in French
     * @param en its name in English
     */
    public record Competence(Alignment alignment, String fr, String en) {}

    /** The competences of a framework, in its order; none for ESCO. */
    public static List<Competence> of(Framework framework) {
        return ALL.stream()
                .filter(one -> one.alignment().framework() == framework)
                .toList();
    }

    /** A competence that is known by name; empty for any other code. */
    public static Optional<Competence> find(Alignment alignment) {
        return ALL.stream().filter(one -> one.alignment().equals(alignment)).findFirst();
    }

    /** Whether a framework may have such a code: a competence of its list, or the address of a skill or an occupation. */
    public static boolean isCode(Framework framework, String code) {
        return switch (framework) {
            case DIGCOMP_2_2, PIX -> find(new Alignment(framework, code)).isPresent();
            case ESCO -> ESCO.matcher(code).matches();
        };
    }

    private static List<Competence> all() {
        var french = texts("fr");
        var english = texts("en");
        return Stream.concat(
                        codes(Framework.DIGCOMP_2_2, 3, 6, 4, 4, 4).stream(),
                        codes(Framework.PIX, 3, 4, 4, 3, 2).stream())
                .map(alignment -> new Competence(alignment, said(french, alignment), said(english, alignment)))
                .toList();
    }

    /** Codes of areas that each have so many competences. */
    private static List<Alignment> codes(Framework framework, int... areas) {
        return IntStream.rangeClosed(1, areas.length)
                .boxed()
                .flatMap(area -> IntStream.rangeClosed(1, areas[area - 1])
                        .mapToObj(at -> new Alignment(framework, area + "." + at)))
                .toList();
    }

    private static String said(Properties texts, Alignment alignment) {
        var key = alignment.framework() + "." + alignment.code();
        return Objects.requireNonNull(texts.getProperty(key), key);
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        var file = "competences_" + language + ".properties";
        try (var stream = Objects.requireNonNull(Competences.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
