package org.maillage.web.imports.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who stands behind the names and addresses of a repository (gitmailmap(5)). */
final class Mailmap {

    private static final Pattern ENTRY =
            Pattern.compile("\\s*([^<#]*)<([^<>]*)>(?:\\s*([^<]*)<([^<>]*)>)?\\s*(?:#.*)?");

    private final Map<String, Contact> entries = new HashMap<>();

    /** A name with an address; the name may be empty. */
    record Contact(String name, String email) {}

    /** Reads a mailmap; lines that are not entries are comments. */
    static Mailmap parse(String text) {
        var mailmap = new Mailmap();
        text.lines().forEach(mailmap::add);
        return mailmap;
    }

    private void add(String line) {
        var entry = ENTRY.matcher(line);
        if (!entry.matches()) {
            return;
        }
        var name = entry.group(1).strip();
        @Nullable String committed = entry.group(4);
        if (committed == null) {
            entries.put(key("", entry.group(2)), new Contact(name, ""));
        } else {
            entries.put(key(entry.group(3).strip(), committed), new Contact(name, entry.group(2)));
        }
    }

    /** The contact to use instead; an entry of name and address goes before one of the address alone. */
    Contact proper(Contact contact) {
        var entry = entries.get(key(contact.name(), contact.email()));
        if (entry == null) {
            entry = entries.get(key("", contact.email()));
        }
        if (entry == null) {
            return contact;
        }
        return new Contact(
                entry.name().isEmpty() ? contact.name() : entry.name(),
                entry.email().isEmpty() ? contact.email() : entry.email());
    }

    private static String key(String name, String email) {
        return name.toLowerCase(Locale.ROOT) + "<" + email.toLowerCase(Locale.ROOT);
    }
}
