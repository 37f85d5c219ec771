package org.maillage.web.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The commands of {@code bin/maillage}. Exit status: 0 done, 1 not done, 2 not understood. */
public final class CommandLine {

    private static final String USAGE = """
        usage: bin/maillage <command> [arguments]

        import FILE --mapping M --network NAME   import contributions into a network that is there (its name or id)
        import FILE --mapping M --new NAME       import them into a network that is made for them
        import --resume ID                       have an import that was stopped go on where it stood
          FILE         a CSV, XML or JSON file, which may be compressed by gzip, or the folder of a git repository
          --mapping    dpdk, git, openstreetmap, mediawiki, or a JSON file that says which column is what
          --resume     the id of the import, which its page and the end of its command tell; its file is kept for a day
          --url        address of the program (default: MAILLAGE_URL, else http://127.0.0.1:8080)
          --refused F  writes the refused lines to a CSV file
          The token of an administrator is read from MAILLAGE_TOKEN.

        verify FILE [--key K]… [--with DOCUMENT]…   say whether a file is a badge that holds, without any network
          FILE         JSON, a token, or a PNG or SVG picture that holds one
          --key        the issuer's public key, or a file with it: z6Mk…, did:key:…, a profile, a DID document, a JWKS
          --with       a document that the badge names, such as its status list, as its issuer publishes it
          Exit status: 0 where it holds, 1 where it does not or nobody can say.
        """;

    private CommandLine() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0 || "help".equals(args[0]) || "--help".equals(args[0])) {
            System.out.print(USAGE);
            return;
        }
        // In UTF-8 whatever the terminal says of itself: names have accents.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Arrays.asList(args), out, err));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        try {
            if (args.getFirst().equals("import")) {
                return ImportCommand.of(args.subList(1, args.size()), System.getenv(), out)
                        .run();
            }
            if (args.getFirst().equals("verify")) {
                return VerifyCommand.of(
                                args.subList(1, args.size()),
                                Clock.system(ZoneId.systemDefault()),
                                language(System.getenv()))
                        .run(out);
            }
            throw new NotUnderstood("unknown command: " + args.getFirst());
        } catch (NotUnderstood told) {
            err.println("maillage: " + told.getMessage());
            err.print(USAGE);
            return 2;
        } catch (NotDone told) {
            err.println("maillage: " + told.getMessage());
            return 1;
        }
    }

    /** What the shell asks for (POSIX, section 8.2), also where the machine lacks that locale. */
    static Locale language(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(asked -> !asked.isEmpty())
                .findFirst()
                .filter(asked -> asked.matches("fr([^a-z].*)?"))
                .map(_ -> Locale.FRENCH)
                .orElse(Locale.ENGLISH);
    }

    /** The command cannot be understood. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message, null, false, false);
        }
    }

    /** The command was understood and could not be done. */
    static class NotDone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotDone(String message) {
            super(message, null, false, false);
        }
    }
}
