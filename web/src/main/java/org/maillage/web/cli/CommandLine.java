package org.maillage.web.cli;

/** The commands of {@code bin/maillage}. Exit status: 0 done, 2 not understood. */
public final class CommandLine {

    private static final String USAGE = """
        usage: bin/maillage <command> [arguments]

        There is no command yet.
        """;

    private CommandLine() {}

    public static void main(String[] args) {
        if (args.length == 0 || "help".equals(args[0]) || "--help".equals(args[0])) {
            System.out.print(USAGE);
            return;
        }
        System.err.println("maillage: unknown command: " + args[0]);
        System.err.print(USAGE);
        System.exit(2);
    }
}
