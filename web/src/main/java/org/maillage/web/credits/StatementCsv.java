package org.maillage.web.credits;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.projection.Page;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Csv;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** One's statement as a spreadsheet reads it, with the decimals of the reader's language. */
@Component
final class StatementCsv {

    private static final List<String> COLUMNS = List.of(
            "recorded",
            "what",
            "day",
            "credited",
            "amount",
            "contributed",
            "available",
            "tariff",
            "computation",
            "words",
            "contribution",
            "position");

    private final Projections views;
    private final Statements statements;
    private final Words words;

    StatementCsv(Projections views, Statements statements, Words words) {
        this.views = views;
        this.statements = statements;
        this.words = words;
    }

    /** Writes the lines asked for, newest first, a page of the view at a time. */
    void write(Standing standing, Asked.Read asked, Locale locale, OutputStream out) throws IOException {
        var french = Csv.isFrench(locale);
        try (var csv = Csv.begin(out, locale)) {
            csv.writeRecord(COLUMNS.stream()
                    .map(column -> words.say("credits.csv." + column, locale))
                    .toList());
            String cursor = null;
            do {
                var page = page(standing, asked, cursor);
                for (var line : page.items()) {
                    csv.writeRecord(cells(standing, line, french, locale));
                }
                cursor = page.next();
            } while (cursor != null);
        }
    }

    private Page<StatementLine> page(Standing standing, Asked.Read asked, @Nullable String cursor) {
        return views.accounts()
                .statement(
                        standing.network(),
                        AccountId.of(standing.member()),
                        asked.filter(),
                        asked.asOf(),
                        cursor,
                        Page.MOST);
    }

    private List<String> cells(Standing standing, StatementLine line, boolean french, Locale locale) {
        var issue = line.issue();
        var cells = new ArrayList<String>();
        cells.add(line.recordedOn().toString());
        cells.add(Csv.text(statements.title(standing, line, locale)));
        cells.add(issue == null ? "" : issue.day().toString());
        cells.add(issue == null ? "" : Integer.toString(issue.credited()));
        cells.add(amount(line.amount(), french));
        cells.add(amount(line.after().contributed(), french));
        cells.add(amount(line.after().available(), french));
        cells.add(issue == null ? "" : Integer.toString(issue.tariffVersion()));
        cells.add(issue == null ? "" : Csv.text(issue.computation()));
        cells.add(Csv.text(Objects.requireNonNullElse(line.words(), "")));
        cells.add(line.contribution() == null ? "" : line.contribution().toString());
        cells.add(Long.toString(line.position()));
        return cells;
    }

    private static String amount(Mailles amount, boolean french) {
        var number = BigDecimal.valueOf(amount.hundredths(), 2).toPlainString();
        return french ? number.replace('.', ',') : number;
    }
}
