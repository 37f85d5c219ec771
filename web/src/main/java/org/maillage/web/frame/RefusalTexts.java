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
        return messages.getMessage("refusal." + reason.name(), null, locale);
    }

    /** What to do next. */
    public String next(Reason reason, Locale locale) {
        return messages.getMessage("refusal." + reason.name() + ".next", null, locale);
    }

    /** Both, as one paragraph. */
    public String whole(Refused refused, Locale locale) {
        return why(refused.reason(), locale) + " " + next(refused.reason(), locale);
    }
}
