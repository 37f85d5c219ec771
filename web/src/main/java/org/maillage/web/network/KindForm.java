package org.maillage.web.network;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.maillage.web.network.NetworkEditing.KindAsked;

/** Reads a new kind: its name, what it counts, what it issues and the roles that it goes to. */
final class KindForm {

    private static final int MOST_CODE = 40;

    private KindForm() {}

    /** What the form says; null, with sentences beside its fields, where it cannot be read. */
    static @Nullable KindAsked read(Map<String, String> typed, Form form, Words words, Locale locale) {
        var label = typed.getOrDefault("label", "").strip();
        var code = form.read("label", () -> code(label), words.say("network.kind.label.missing", locale));
        var measure = form.read(
                "measure",
                () -> Measure.valueOf(typed.getOrDefault("measure", "")),
                words.say("network.kind.measure.missing", locale));
        var rate = form.read(
                "rate",
                () -> TariffForm.rate(typed.getOrDefault("rate", "")),
                words.say("network.rate.unreadable", locale));
        var cap = measure == null
                ? null
                : form.read(
                        "cap",
                        () -> TariffForm.cap(typed.getOrDefault("cap", ""), measure),
                        words.say("network.cap.unreadable", locale));
        RoleWeights weights = Weights.read(typed, "roles", "", form, words, locale);
        if (!form.isRead() || code == null || measure == null || rate == null || weights == null) {
            return null;
        }
        return new KindAsked(new Kind(code, measure, label, 1), rate, cap == null || cap == 0 ? null : cap, weights);
    }

    // The code follows from the name, so that two kinds of one name are refused by the ledger.
    private static KindCode code(String label) {
        if (label.isEmpty() || label.length() > 80) {
            throw new IllegalArgumentException("a kind's name has 1 to 80 characters");
        }
        var plain = Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return new KindCode(plain.substring(0, Math.min(plain.length(), MOST_CODE)));
    }
}
