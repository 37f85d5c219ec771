package org.maillage.web.credits;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.web.frame.FormKey;

/**
 * A gift as it was typed.
 *
 * @param qui a part of the receiver's name
 * @param to the receiver's account, once chosen; empty before
 * @param pour the contribution that it thanks for; empty for none
 * @param step what the button pressed asks: {@link #SEND}, {@link #EDIT}, or else to read it over before sending
 */
record GiftForm(String key, String qui, String to, String amount, String words, String pour, String step) {

    static final String SEND = "envoyer";
    static final String EDIT = "modifier";

    GiftForm {
        key = Objects.requireNonNullElse(key, "");
        qui = Objects.requireNonNullElse(qui, "").strip();
        to = Objects.requireNonNullElse(to, "");
        amount = Objects.requireNonNullElse(amount, "");
        words = Objects.requireNonNullElse(words, "");
        pour = Objects.requireNonNullElse(pour, "");
        step = Objects.requireNonNullElse(step, "");
    }

    /** A new form for a receiver, who may be open yet. */
    static GiftForm blank(String qui, String to, String amount, @Nullable String pour) {
        return new GiftForm(FormKey.next().toString(), qui, to, amount, "", Objects.requireNonNullElse(pour, ""), "");
    }
}
