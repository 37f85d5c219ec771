package org.maillage.web.imports;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.maillage.ledger.Reason;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.imports.read.FileRefused;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in somebody's language what an import refused, and how long it still takes. */
@Component
class ImportTexts {

    private final MessageSource messages;
    private final RefusalTexts refusals;

    ImportTexts(MessageSource messages, RefusalTexts refusals) {
        this.messages = messages;
        this.refusals = refusals;
    }

    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** What a reason's code means: one of the readers' own, or one of the ledger's. */
    String reason(String code, Locale locale) {
        var own = messages.getMessage("imports.problem." + code, null, null, locale);
        if (own != null) {
            return own;
        }
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(reason -> refusals.why(reason, locale))
                .orElse(code);
    }

    /** Why a file was refused, and what to do. */
    String file(FileRefused refused, Locale locale) {
        return say("imports.file." + refused.why().code(), locale, words(refused.why(), refused.detail(), locale));
    }

    /** What helps, in words: a mapping's wrong place is told by what is wrong there rather than by its code. */
    private String words(FileRefused.Cause why, String detail, Locale locale) {
        if (why != FileRefused.Cause.MAPPING_INVALID) {
            return detail;
        }
        if (detail.startsWith("line ")) {
            return say("imports.mapping.wrong.line", locale, detail.substring("line ".length()));
        }
        var known = messages.getMessage("imports.mapping.wrong." + detail, null, null, locale);
        return known != null ? known : say("imports.mapping.wrong.field", locale, detail);
    }

    /** Why an import failed. */
    String failure(String failure, Locale locale) {
        int colon = failure.indexOf(':');
        var code = colon < 0 ? failure : failure.substring(0, colon);
        var detail = colon < 0 ? "" : failure.substring(colon + 1).strip();
        return Arrays.stream(FileRefused.Cause.values())
                .filter(cause -> cause.code().equals(code))
                .findFirst()
                .map(cause -> say("imports.file." + code, locale, words(cause, detail, locale)))
                .orElseGet(() -> reason(code, locale));
    }

    /** A time in hours, minutes or seconds. */
    String time(Duration duration, Locale locale) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 60) {
            return say("imports.seconds", locale, seconds);
        }
        return seconds < 3600
                ? say("imports.minutes", locale, seconds / 60, seconds % 60)
                : say("imports.hours", locale, seconds / 3600, seconds % 3600 / 60);
    }
}
