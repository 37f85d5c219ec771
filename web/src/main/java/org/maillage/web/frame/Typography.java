package org.maillage.web.frame;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Messages as they are printed: French puts a space before some signs, and after «n°», at which no line may break, so that
 * none of them stands alone at an end of a line.
 */
final class Typography extends ResourceBundleMessageSource {

    private static final String AFTER_A_SPACE = ":;!?»%";
    private static final String BEFORE_A_SPACE = "«°";
    private static final char NO_BREAK = '\u00a0';

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        var text = super.getStringOrNull(bundle, key);
        return text != null && bundle.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage())
                ? french(text)
                : text;
    }

    /** The same text, no line of which begins or ends with a sign that its space parts from its word or number. */
    static String french(String text) {
        var printed = new StringBuilder(text);
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == ' ' && BEFORE_A_SPACE.indexOf(text.charAt(i - 1)) >= 0) {
                printed.setCharAt(i, NO_BREAK);
            } else if (text.charAt(i - 1) == ' ' && AFTER_A_SPACE.indexOf(text.charAt(i)) >= 0) {
                printed.setCharAt(i - 1, NO_BREAK);
            }
        }
        return printed.toString();
    }
}
