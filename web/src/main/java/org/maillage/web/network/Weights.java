package org.maillage.web.network;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;

/** How a kind weighs on the roles: read from a form in percent, and shown in it. */
final class Weights {

    private Weights() {}

    /**
     * Reads the percents of a form's fields {@code <prefix>-<role>}; null, with a sentence kept beside the
     * first of them, where they do not make a whole.
     *
     * @param about the kind that the sentence names; empty where the form has one alone
     */
    static @org.jspecify.annotations.Nullable RoleWeights read(
            Map<String, String> typed, String prefix, String about, Form form, Words words, Locale locale) {
        var points = new EnumMap<Role, Integer>(Role.class);
        int sum = 0;
        for (var role : Role.values()) {
            var field = field(prefix, role);
            var read = form.read(
                    field,
                    () -> (int) Decimals.hundredths(typed.getOrDefault(field, "")),
                    named(about, words.say("network.weights.unreadable", locale), words, locale));
            if (read == null) {
                return null;
            }
            if (read > 0) {
                points.put(role, read);
            }
            sum += read;
        }
        if (sum != RoleWeights.WHOLE) {
            var total = words.percent(sum, locale);
            var sentence = words.say("network.weights.sum", locale, total);
            form.fault(field(prefix, Role.LEAD), named(about, sentence, words, locale));
            return null;
        }
        return new RoleWeights(points);
    }

    /** Puts weights into the values of a form. */
    static void show(RoleWeights weights, String prefix, Map<String, String> values) {
        weights.basisPoints().forEach((role, points) -> values.put(field(prefix, role), Decimals.typed(points)));
    }

    private static String named(String about, String sentence, Words words, Locale locale) {
        return about.isEmpty() ? sentence : words.say("words.colon", locale, about) + " " + sentence;
    }

    private static String field(String prefix, Role role) {
        return prefix + "-" + role;
    }
}
