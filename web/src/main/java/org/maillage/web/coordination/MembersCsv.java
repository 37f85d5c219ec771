package org.maillage.web.coordination;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.frame.Csv;
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

    /**
     * Writes every member of a network, under a line of names in the reader's language.
     *
     * @throws IOException where it cannot be written
     */
    void write(NetworkId network, Locale locale, OutputStream out) throws IOException {
        try (var csv = Csv.begin(out, locale)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> words.say("members.csv." + column, locale))
                    .toList());
            String cursor = null;
            do {
                var page = views.members().all(network, MemberFilter.ALL, AsOf.NOW, cursor, Page.MOST);
                for (var member : page.items()) {
                    csv.writeRecord(
                            cells(member, locale).stream().map(Csv::text).toList());
                }
                cursor = page.next();
            } while (cursor != null);
        }
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
}
