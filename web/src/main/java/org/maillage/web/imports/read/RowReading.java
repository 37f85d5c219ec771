package org.maillage.web.imports.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;

/** What the cells of one row mean, as the mapping says; each reading refuses the line where it cannot be had. */
final class RowReading {

    private static final int LONGEST_KEY = 150;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Mapping mapping;
    private final UnaryOperator<String> match;
    private final DateTimeFormatter dayFormat;

    /** @param match keyed hash of a text */
    RowReading(Mapping mapping, UnaryOperator<String> match) {
        this.mapping = mapping;
        this.match = match;
        this.dayFormat = dayFormat(mapping.dayFormat());
    }

    private static DateTimeFormatter dayFormat(@Nullable String pattern) {
        if (pattern == null) {
            return DateTimeFormatter.ISO_LOCAL_DATE;
        }
        try {
            // yyyy is the year of an era, which a strict reading asks for; who writes a mapping means the year.
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.FRENCH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException invalid) {
            throw new FileRefused(FileRefused.Cause.MAPPING_INVALID, "dayFormat");
        }
    }

    String key(Cells cells) {
        var key = new StringBuilder();
        for (var column : mapping.key()) {
            var cell = cells.get(column);
            if (cell.isEmpty()) {
                throw new LineRefused(Problem.KEY_MISSING, column);
            }
            key.append(key.isEmpty() ? "" : "/").append(cell.replace("%", "%25").replace("/", "%2F"));
        }
        if (mapping.identity() == Mapping.Identity.READABLE) {
            return match.apply("row/" + key);
        }
        if (key.length() > LONGEST_KEY) {
            throw new LineRefused(Problem.KEY_TOO_LONG, "");
        }
        return key.toString();
    }

    SourcePerson person(Cells cells, String column) {
        var cell = cells.get(column);
        if (cell.isEmpty()) {
            throw new LineRefused(Problem.PERSON_MISSING, column);
        }
        return new SourcePerson(identity(cell), name(cells, column, cell));
    }

    /** The same for the same person. */
    String identity(String cell) {
        if (mapping.identity() == Mapping.Identity.OPAQUE) {
            if (cell.length() > LONGEST_KEY) {
                throw new LineRefused(Problem.KEY_TOO_LONG, "");
            }
            return mapping.source() + "/" + cell;
        }
        return cell.indexOf('@') > 0
                ? "email/" + match.apply("email/" + cell.toLowerCase(Locale.ROOT))
                : mapping.source() + "/" + match.apply(mapping.source() + "/" + cell);
    }

    /** The mapping's name is the contributor's; in it, the contributor's column stands for whoever is named. */
    private String name(Cells cells, String column, String cell) {
        var template = mapping.name();
        if (template == null) {
            return Texts.name(cell, "?");
        }
        var person = Objects.requireNonNull(mapping.person());
        if (column.equals(person)) {
            return Texts.name(cells.fill(template, text -> text), cell);
        }
        return template.contains("{" + person + "}")
                ? Texts.name(template.replace("{" + person + "}", cell), cell)
                : Texts.name(cell, "?");
    }

    LocalDate day(Cells cells) {
        var column = Objects.requireNonNull(mapping.day());
        try {
            return LocalDate.parse(cells.get(column), dayFormat);
        } catch (DateTimeException unreadable) {
            throw new LineRefused(Problem.DAY_UNREADABLE, column);
        }
    }

    KindCode kind(Cells cells) {
        var code = cells.get(Objects.requireNonNull(mapping.kind()));
        try {
            return new KindCode(code == null ? "" : code);
        } catch (IllegalArgumentException unknown) {
            throw new LineRefused(Problem.KIND_UNKNOWN, "");
        }
    }

    Part part(Cells cells, Mapping.SharedWork work) {
        var name = cells.get(work.part());
        try {
            return Part.valueOf(name == null ? "" : name);
        } catch (IllegalArgumentException unknown) {
            throw new LineRefused(Problem.PART_UNKNOWN, "");
        }
    }

    Quantity quantity(Cells cells) {
        try {
            if (mapping.minutes() != null) {
                return Quantity.minutes(positive(cells.get(mapping.minutes())));
            }
            return Quantity.units(mapping.units() == null ? 1 : positive(cells.get(mapping.units())));
        } catch (IllegalArgumentException unreadable) {
            throw new LineRefused(Problem.QUANTITY_UNREADABLE, "");
        }
    }

    private static int positive(@Nullable String text) {
        int number = Integer.parseInt(text == null ? "" : text);
        if (number < 1) {
            throw new IllegalArgumentException("a quantity is positive");
        }
        return number;
    }

    @Nullable
    String evidence(Cells cells) {
        if (mapping.evidence() == null) {
            return null;
        }
        var address = cells.fill(mapping.evidence(), text -> URLEncoder.encode(text, StandardCharsets.UTF_8));
        try {
            if (address.length() > LONGEST_ADDRESS || new URI(address).getHost() == null) {
                throw new LineRefused(Problem.EVIDENCE_INVALID, "");
            }
            return address;
        } catch (URISyntaxException invalid) {
            throw new LineRefused(Problem.EVIDENCE_INVALID, "");
        }
    }
}
