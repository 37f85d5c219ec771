package org.maillage.web.coordination;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** The directory as a table for a spreadsheet: by name, without any amount, time or figure of anybody (rule 14). */
@Component
final class MembersCsv {

    private static final List<String> COLUMNS = List.of("name", "status", "organisation", "coordination", "charter");

    private final Projections views;
    private final Words words;

    MembersCsv(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** Every member of a network, under a line of names in the reader's language; UTF-8 with its mark. */
    String of(NetworkId network, Locale locale) {
        var text = new StringBuilder("\uFEFF");
        text.append(line(COLUMNS.stream()
                .map(column -> words.say("members.csv." + column, locale))
                .toList()));
        String cursor = null;
        do {
            var page = views.members().all(network, MemberFilter.ALL, AsOf.NOW, cursor, Page.MOST);
            page.items().forEach(member -> text.append(line(cells(member, locale))));
            cursor = page.next();
        } while (cursor != null);
        return text.toString();
    }

    private List<String> cells(Member member, Locale locale) {
        return List.of(
                member.name().isEmpty() ? words.say("words.nobody", locale) : member.name(),
                words.say("members.status." + member.status(), locale),
                orEmpty(member.organisationName()),
                member.coordinator() ? words.say("members.csv.yes", locale) : "",
                member.charterVersion() == 0 ? "" : Integer.toString(member.charterVersion()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MembersCsv::quoted).collect(Collectors.joining(";")) + "\r\n";
    }

    // A cell that a spreadsheet would compute is text.
    private static String quoted(String cell) {
        var text = cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
