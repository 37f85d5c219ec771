package org.maillage.web.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tables as spreadsheets read them: UTF-8 with a byte order mark, separated by semicolons in French, whose decimals
 * have commas, and by commas in English.
 */
public final class Csv {

    private static final Pattern FORMULA = Pattern.compile("[\\t\\r\\n]|[\\s\\p{Z}]*[=+@＝＋－＠-]");

    private Csv() {}

    /**
     * Begins a table; whoever asks closes it.
     *
     * @throws IOException where nothing can be written
     */
    public static CsvWriter begin(OutputStream out, Locale locale) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Spreadsheets read the file as UTF-8 only with a byte order mark.
        writer.write('\ufeff');
        return CsvWriter.builder().fieldSeparator(isFrench(locale) ? ';' : ',').build(writer);
    }

    /** Whether semicolons separate cells, and commas decimals. */
    public static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals("fr");
    }

    /** A cell that begins like a formula is quoted as text (OWASP, CSV injection); blanks before it hide nothing. */
    public static String text(String cell) {
        return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
    }
}
