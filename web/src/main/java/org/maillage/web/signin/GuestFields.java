package org.maillage.web.signin;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Reads whom a form names: a name, and the address of somebody to invite. */
@Component
public final class GuestFields {

    private static final int LONGEST_NAME = 120;

    private final RefusalTexts refusals;
    private final Words words;

    GuestFields(RefusalTexts refusals, Words words) {
        this.refusals = refusals;
        this.words = words;
    }

    /** Somebody with a name and an address. */
    public record Named(String name, EmailAddress address) {}

    /** Reads a name; empty where the form keeps a sentence about it. */
    public String name(String field, @Nullable String typed, Form form, Locale locale) {
        return form.text(field, typed, LONGEST_NAME, refusals.ofText("members.name.missing", LONGEST_NAME, locale));
    }

    /**
     * Reads a name and an address; empty where the form keeps a sentence about either.
     *
     * @param prefix of the fields, which are {@code name} and {@code email}
     */
    public Optional<Named> guest(
            String prefix, @Nullable String name, @Nullable String email, Form form, Locale locale) {
        var called = name(prefix + "name", name, form, locale);
        var address = EmailAddress.read(email == null ? "" : email);
        if (address.isEmpty()) {
            form.fault(prefix + "email", words.say("members.email.invalid", locale));
        }
        return form.isRead() ? address.map(read -> new Named(called, read)) : Optional.empty();
    }
}
