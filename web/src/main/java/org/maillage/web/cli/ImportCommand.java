package org.maillage.web.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Malformed;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.cli.CommandLine.NotUnderstood;
import org.maillage.web.cli.ProgramClient.Unanswered;
import org.maillage.web.imports.read.MappingFile;
import tools.jackson.databind.JsonNode;

/** {@code bin/maillage import}: sends a file to the running program and follows the import to its end. */
final class ImportCommand {

    private static final Set<String> OPTIONS =
            Set.of("--mapping", "--network", "--new", "--resume", "--url", "--refused");
    private static final Set<String> ENDED = Set.of("DONE", "CANCELLED", "FAILED");
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Set<String> OF_A_FILE = Set.of("--mapping", "--network", "--new");

    /** What is sent; null where an import that was stopped is to go on. */
    private final @Nullable Path file;

    private final Map<String, String> options;
    private final ProgramClient program;
    private final PrintStream out;

    private ImportCommand(@Nullable Path file, Map<String, String> options, ProgramClient program, PrintStream out) {
        this.file = file;
        this.options = options;
        this.program = program;
        this.out = out;
    }

    /** Understands the arguments. @throws NotUnderstood where they are none of this command */
    static ImportCommand of(List<String> args, Map<String, String> environment, PrintStream out) {
        var options = new HashMap<String, String>();
        String file = null;
        for (int i = 0; i < args.size(); i++) {
            var arg = args.get(i);
            if (OPTIONS.contains(arg) && i + 1 < args.size()) {
                options.put(arg, args.get(++i));
            } else if (arg.startsWith("--") || file != null) {
                throw new NotUnderstood("not understood: " + arg);
            } else {
                file = arg;
            }
        }
        var resumed = options.get("--resume");
        if (resumed == null) {
            checkNew(file, options);
        } else {
            checkResumed(resumed, file, options);
        }
        var token = environment.getOrDefault("MAILLAGE_TOKEN", "");
        if (token.isBlank()) {
            throw new NotUnderstood("MAILLAGE_TOKEN holds no token: make one on the page “Moi”");
        }
        var url = options.getOrDefault("--url", environment.getOrDefault("MAILLAGE_URL", ""));
        var program = new ProgramClient(
                url.isBlank() ? "http://127.0.0.1:8080" : url, token.strip(), CommandLine.language(environment));
        return new ImportCommand(file == null ? null : Path.of(file), options, program, out);
    }

    private static void checkNew(@Nullable String file, Map<String, String> options) {
        if (file == null || !options.containsKey("--mapping")) {
            throw new NotUnderstood("import needs a file and --mapping, or --resume");
        }
        if (options.containsKey("--network") == options.containsKey("--new")) {
            throw new NotUnderstood("import needs one of --network and --new");
        }
    }

    private static void checkResumed(String id, @Nullable String file, Map<String, String> options) {
        if (file != null || options.keySet().stream().anyMatch(OF_A_FILE::contains)) {
            throw new NotUnderstood("an import that goes on has its file, mapping and network: give --resume alone");
        }
        try {
            ImportId.of(id);
        } catch (Malformed _) {
            throw new NotUnderstood("--resume needs the id of an import, which its start and its end tell: " + id);
        }
    }

    /** Imports, and returns the exit status. */
    int run() throws IOException, InterruptedException {
        if (file != null && !Files.exists(file)) {
            throw new NotDone("there is no " + file);
        }
        checkPlaceOfRefused();
        return follow(
                file == null ? program.post(path(options.getOrDefault("--resume", "")) + "/resumption") : send(file));
    }

    private JsonNode send(Path file) throws IOException, InterruptedException {
        var network = options.get("--network");
        var fields = new HashMap<String, String>();
        fields.put("mapping", mapping());
        if (network == null) {
            fields.put("name", options.getOrDefault("--new", ""));
        } else {
            fields.put("network", program.network(network));
        }
        return Files.isDirectory(file)
                ? sendHistory(file, fields)
                : program.send(fields, file, file.getFileName().toString());
    }

    // Before the import, as nobody wants to learn of it after an hour.
    private void checkPlaceOfRefused() {
        var refused = options.get("--refused");
        if (refused == null) {
            return;
        }
        var folder = Path.of(refused).toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NotDone("there is no folder for " + refused + ": name a file in one that is there");
        }
    }

    private String mapping() throws IOException {
        var mapping = options.getOrDefault("--mapping", "");
        if (MappingFile.SHIPPED.contains(mapping)) {
            return mapping;
        }
        if (!Files.isRegularFile(Path.of(mapping))) {
            throw new NotDone("there is no mapping file " + mapping + ": name one, or one of "
                    + MappingFile.SHIPPED.stream().sorted().toList());
        }
        return Files.readString(Path.of(mapping));
    }

    private JsonNode sendHistory(Path file, Map<String, String> fields) throws IOException, InterruptedException {
        var history = Files.createTempFile("history", ".git-log");
        try {
            GitHistory.write(file, history);
            return program.send(
                    fields, history, file.toAbsolutePath().normalize().getFileName() + ".git-log");
        } finally {
            Files.deleteIfExists(history);
        }
    }

    private int follow(JsonNode started) throws IOException, InterruptedException {
        var id = started.path("id").asString();
        out.println("import " + id);
        var job = started;
        while (!ENDED.contains(job.path("state").asString())) {
            Thread.sleep(LOOK_EVERY);
            job = looked(id);
            out.print("\r" + progress(job) + "   ");
            out.flush();
        }
        out.println();
        report(job);
        var refused = options.get("--refused");
        if (refused != null) {
            program.download(path(id) + "/refused.csv", Path.of(refused));
        }
        return job.path("state").asString().equals("DONE") ? 0 : 1;
    }

    private JsonNode looked(String id) throws IOException, InterruptedException {
        try {
            return program.get(path(id));
        } catch (Unanswered away) {
            out.println();
            throw new NotDone(away.getMessage() + " The import goes on by itself once it runs again; until it ends"
                    + " bin/maillage import --resume " + id + " follows it, and "
                    + program.page("/administration/imports/" + id) + " shows it");
        }
    }

    private static String path(String id) {
        return "/api/v1/imports/" + id;
    }

    private static String progress(JsonNode job) {
        var left = job.path("secondsLeft");
        return "%3d %%  %,d lines  %,d claims%s"
                .formatted(
                        job.path("percent").asInt(),
                        job.path("lines").asLong(),
                        job.path("claims").asLong(),
                        left.isNumber() ? "  %d s left".formatted(left.asLong()) : "");
    }

    private void report(JsonNode job) {
        out.println(
                "import " + job.path("id").asString() + " " + job.path("state").asString() + failure(job));
        var why = job.path("why").asString("");
        if (!why.isEmpty()) {
            out.println("  " + why);
        }
        for (var figure : List.of("lines", "claims", "validated", "waiting", "known", "people", "coordinators")) {
            out.println("  %-16s %,d".formatted(figure, job.path(figure).asLong()));
        }
        out.println("  %-16s %.2f"
                .formatted("mailles issued", job.path("issuedHundredths").asLong() / 100.0));
        out.println("  %-16s %,d pairs, %,d validations"
                .formatted(
                        "rings",
                        job.path("ringPairs").asLong(),
                        job.path("ringValidations").asLong()));
        out.println("  %-16s %.1f".formatted("seconds", job.path("milliseconds").asLong() / 1000.0));
        if (job.path("state").asString().equals("CANCELLED")) {
            out.println("  next: within a day, bin/maillage import --resume "
                    + job.path("id").asString() + " has it go on where it stood");
        }
        if (!job.path("networkName").isNull()) {
            out.println("  next: as long as none of its coordinators has an account, hand the network over at "
                    + program.page(
                            "/administration/reseaux/" + job.path("network").asString() + "/coordination"));
        }
        job.path("refused").forEachEntry((reason, count) -> counted("refused", reason, count));
        job.path("notValidated").forEachEntry((reason, count) -> counted("not validated", reason, count));
    }

    private void counted(String what, String reason, JsonNode count) {
        out.println("  %-16s %,d  %s".formatted(what, count.asLong(), reason));
    }

    private static String failure(JsonNode job) {
        @Nullable
        String failure =
                job.path("failure").isNull() ? null : job.path("failure").asString("");
        return failure == null || failure.isEmpty() ? "" : " (" + failure + ")";
    }
}
