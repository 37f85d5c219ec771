package org.maillage.web.frame;

import java.util.Locale;
import java.util.function.Function;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a refusal in somebody's language: what happened and why, then what to do next. */
@Component
public final class RefusalTexts {

    private final MessageSource messages;

    RefusalTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What happened and why. */
    public String why(Reason reason, Locale locale) {
        return parts(reason, locale)[0];
    }

    /** What to do next. */
    public String next(Reason reason, Locale locale) {
        return parts(reason, locale)[1];
    }

    /** Both, as one paragraph. */
    public String whole(Refused refused, Locale locale) {
        return String.join(" ", parts(refused.reason(), locale));
    }

    /**
     * What a field says of a text that it cannot take: where it is missing, in the field's own words.
     *
     * @param missing key of those words
     * @param most characters that the text may have
     */
    public Function<Reason, String> ofText(String missing, int most, Locale locale) {
        return reason -> {
            if (reason == Reason.TEXT_MISSING) {
                return messages.getMessage(missing, new Object[] {most}, locale);
            }
            return reason == Reason.TEXT_TOO_LONG
                    ? messages.getMessage("frame.tooLong", new Object[] {most}, locale)
                    : whole(new Refused(reason), locale);
        };
    }

    // Written as «why | next» under the reason's name.
    private String[] parts(Reason reason, Locale locale) {
        return messages.getMessage("refusal." + reason.name(), null, locale).split(" \\| ", 2);
    }
}
