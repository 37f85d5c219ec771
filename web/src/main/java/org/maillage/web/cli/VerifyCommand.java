package org.maillage.web.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.Malformed;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.verify.BakedPictures;
import org.maillage.badge.verify.GivenKey;
import org.maillage.badge.verify.GivenKeys;
import org.maillage.badge.verify.Question;
import org.maillage.badge.verify.Verdict;
import org.maillage.badge.verify.Verifier;
import org.maillage.web.badges.Verdicts;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;
import org.maillage.web.frame.Languages;

/** {@code bin/maillage verify}: whether a file is a badge that holds, told without program, database or network. */
final class VerifyCommand {

    /** The largest file that is looked at; a badge is smaller. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Path file;
    private final List<GivenKey> keys;
    private final Map<URI, byte[]> documents;
    private final Clock clock;
    private final Locale locale;

    private VerifyCommand(Path file, List<GivenKey> keys, Map<URI, byte[]> documents, Clock clock, Locale locale) {
        this.file = file;
        this.keys = keys;
        this.documents = documents;
        this.clock = clock;
        this.locale = locale;
    }

    /**
     * Understands the arguments, and reads what is given beside the file.
     *
     * @param locale of the answer: French, or English for any other
     * @throws NotUnderstood where they are none of this command
     * @throws NotDone where what is given cannot be read
     */
    static VerifyCommand of(List<String> args, Clock clock, Locale locale) throws IOException {
        var keys = new ArrayList<GivenKey>();
        var documents = new HashMap<URI, byte[]>();
        @Nullable Path file = null;
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (arg.equals("--key") && i + 1 < args.size()) {
                keys.addAll(keys(args.get(++i)));
            } else if (arg.equals("--with") && i + 1 < args.size()) {
                document(path(args.get(++i)), documents);
            } else if (arg.startsWith("--") || file != null) {
                throw new NotUnderstood("not understood: " + arg);
            } else {
                file = path(arg);
            }
        }
        if (file == null) {
            throw new NotUnderstood("verify needs a file");
        }
        return new VerifyCommand(
                file, keys, documents, clock, locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** Verifies, tells, and returns the exit status: 0 where the badge holds, 1 where it does not or nobody can say. */
    int run(PrintStream out) throws IOException {
        var bytes = read(file);
        var verifier = new Verifier(new JsonLdBox(), new GivenDocuments(documents), new BakedPictures());
        var verdict = verifier.verify(bytes, new Question(clock.instant(), null, keys));
        tell(verdict, out);
        return verdict instanceof Verdict.Good ? 0 : 1;
    }

    private void tell(Verdict verdict, PrintStream out) {
        var messages = Languages.messages();
        var told = new Verdicts(messages, clock).tell(verdict, clock.getZone(), locale);
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .localizedBy(locale);
        out.println(told.title());
        out.println(messages.getMessage("verify.at", null, locale) + " " + time.format(told.at()));
        out.println();
        for (var line : told.lines()) {
            out.println("  " + sign(line.state()) + " " + line.title() + ": " + line.text());
        }
        if (!told.facts().isEmpty()) {
            out.println();
            out.println(messages.getMessage(told.good() ? "verify.facts" : "verify.facts.doubtful", null, locale));
            told.facts().forEach(fact -> out.println("  " + fact.name() + ": " + printable(fact.value())));
        }
    }

    private static String sign(String state) {
        return switch (state) {
            case "PASSED" -> "[ok]";
            case "FAILED" -> "[!!]";
            case "UNKNOWN" -> "[? ]";
            default -> "[--]";
        };
    }

    /** What strangers write never moves the cursor of a terminal, nor turns its text round. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    private static List<GivenKey> keys(String given) throws IOException {
        var path = Path.of(given);
        var keys = GivenKeys.read(Files.isRegularFile(path) ? read(path) : given.getBytes(StandardCharsets.UTF_8));
        if (keys.isEmpty()) {
            throw new NotDone("no public key can be read in " + given);
        }
        return keys;
    }

    /** A document counts as what its own address gives. */
    private static void document(Path path, Map<URI, byte[]> documents) throws IOException {
        var bytes = read(path);
        try {
            var id = StrictJson.readObject(bytes).path("id").stringValue("");
            if (id.isEmpty()) {
                throw new NotDone(path + " has no id: it cannot be told what it is");
            }
            documents.put(URI.create(id), bytes);
        } catch (Malformed | IllegalArgumentException e) {
            throw new NotDone(path + " is no JSON document: " + e.getMessage());
        }
    }

    private static byte[] read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NotDone("there is no file " + path);
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new NotDone(path + " is too large for a badge");
        }
        return Files.readAllBytes(path);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new NotUnderstood("no file: " + text);
        }
    }
}
