package org.maillage.web.api.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The sentences of problems in French and English, from {@code messages/problem_*}. */
public final class ProblemTexts {

    /** The languages of the product, the first one where none is asked for. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public ProblemTexts() {
        messages.setBasename("messages/problem");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
    }

    /**
     * What is said of one code.
     *
     * @param title what happened
     * @param detail why
     * @param next what to do next
     */
    public record Text(String title, String detail, String next) {}

    /** The text of a code of {@link #codes()}. */
    public Text of(String code, Locale language) {
        var parts = messages.getMessage("problem." + code, null, language).split(" \\| ", -1);
        if (parts.length != 3) {
            throw new IllegalStateException("a problem has title, detail and next step: " + code);
        }
        return new Text(parts[0], parts[1], parts[2]);
    }

    /** The sentence about one field. */
    public String field(String code, Locale language, List<Object> arguments) {
        return messages.getMessage("problem.field." + code, arguments.toArray(), language);
    }

    /** Every code that a problem may have: the API's own, then the ledger's. */
    public static List<String> codes() {
        return Stream.concat(
                        Arrays.stream(Fault.values()).map(Fault::code),
                        Arrays.stream(Reason.values()).map(Reason::code))
                .toList();
    }

    /** The language of the product that suits an {@code Accept-Language} best; French where none does. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 1_000) {
            return Locale.FRENCH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(acceptLanguage);
            return Objects.requireNonNullElse(Locale.lookup(ranges, LANGUAGES), Locale.FRENCH);
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH;
        }
    }
}
