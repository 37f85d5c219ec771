package org.maillage.web.credits;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.web.frame.FormKey;

/**
 * A gift as it was typed.
 *
 * @param qui a part of the receiver's name
 * @param to the receiver's account, once chosen; empty before
 * @param pour the contribution that it thanks for; empty for none
 * @param step what the button pressed asks: {@link #SEND}, or else to read it over before sending
 */
record GiftForm(String key, String qui, String to, String amount, String words, String pour, String step) {

    static final String SEND = "envoyer";

    GiftForm {
        key = Objects.requireNonNullElse(key, "");
        qui = Objects.requireNonNullElse(qui, "").strip();
        to = Objects.requireNonNullElse(to, "");
        amount = Objects.requireNonNullElse(amount, "");
        words = Objects.requireNonNullElse(words, "");
        pour = Objects.requireNonNullElse(pour, "");
        step = Objects.requireNonNullElse(step, "");
    }

    /** What is kept of it while it is read over. */
    Map<String, String> kept() {
        return Map.of("qui", qui, "to", to, "amount", amount, "words", words, "pour", pour);
    }

    /** The form that was kept so. */
    static GiftForm of(String key, Map<String, String> kept) {
        return new GiftForm(
                key,
                kept.getOrDefault("qui", ""),
                kept.getOrDefault("to", ""),
                kept.getOrDefault("amount", ""),
                kept.getOrDefault("words", ""),
                kept.getOrDefault("pour", ""),
                "");
    }

    /** A new form for a receiver, who may be open yet. */
    static GiftForm blank(String qui, String to, String amount, @Nullable String pour) {
        return new GiftForm(FormKey.next().toString(), qui, to, amount, "", Objects.requireNonNullElse(pour, ""), "");
    }
}
