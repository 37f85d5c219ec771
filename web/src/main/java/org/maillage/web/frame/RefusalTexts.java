package org.maillage.web.frame;

import java.util.Locale;
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

    // Written as «why | next» under the reason's name.
    private String[] parts(Reason reason, Locale locale) {
        return messages.getMessage("refusal." + reason.name(), null, locale).split(" \\| ", 2);
    }
}
