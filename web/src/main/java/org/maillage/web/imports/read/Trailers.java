package org.maillage.web.imports.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.web.imports.read.Mailmap.Contact;

/** The lines at the end of a commit's message that say who else had a part in it. */
final class Trailers {

    private static final int MOST = 500;
    private static final int LONGEST = 500;

    private static final Map<String, Part> PARTS = Map.of(
            "reviewed-by", Part.REVIEWER,
            "acked-by", Part.ACKNOWLEDGER,
            "tested-by", Part.TESTER,
            "reported-by", Part.REPORTER,
            "suggested-by", Part.SUGGESTER,
            "co-authored-by", Part.AUTHOR,
            "co-developed-by", Part.AUTHOR);

    private static final Pattern CONTACT = Pattern.compile("\"?([^<\"]{0,300})\"?\\s*<([^<>\\s@]+@[^<>\\s@]+)>.*");

    private Trailers() {}

    /** A part in the commit; {@code who} is null where the line names nobody with an address. */
    record Trailer(Part part, @Nullable Contact who) {}

    static List<Trailer> of(String message) {
        var trailers = new ArrayList<Trailer>();
        var lines = message.lines().skip(1).iterator();
        while (lines.hasNext() && trailers.size() < MOST) {
            var line = lines.next();
            int colon = line.indexOf(':');
            var part = colon < 0 || colon > 20
                    ? null
                    : PARTS.get(line.substring(0, colon).toLowerCase(Locale.ROOT));
            if (part != null) {
                trailers.add(new Trailer(part, contact(line.substring(colon + 1).strip())));
            }
        }
        return trailers;
    }

    private static @Nullable Contact contact(String text) {
        var contact = CONTACT.matcher(text);
        return text.length() <= LONGEST && contact.matches()
                ? new Contact(contact.group(1).strip(), contact.group(2))
                : null;
    }
}
