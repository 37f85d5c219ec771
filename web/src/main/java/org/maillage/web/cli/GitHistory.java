package org.maillage.web.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maillage.web.cli.CommandLine.NotDone;
import org.maillage.web.imports.read.GitCommand;

/** The history of a git repository as a file, its mailmap first. */
final class GitHistory {

    private GitHistory() {}

    static void write(Path repository, Path to) throws IOException, InterruptedException {
        try (var out = Files.newOutputStream(to)) {
            var mailmap = Files.createTempFile("mailmap", null);
            try (var kept = Files.newOutputStream(mailmap)) {
                // A repository without one makes the command fail: then there is nothing to say first.
                if (run(GitCommand.mailmap(repository), kept)) {
                    out.write("# mailmap\n".getBytes(StandardCharsets.UTF_8));
                    Files.copy(mailmap, out);
                    out.write(0);
                }
            } finally {
                Files.deleteIfExists(mailmap);
            }
            if (!run(GitCommand.log(repository), out)) {
                throw new NotDone("git cannot read the history of " + repository);
            }
        }
    }

    private static boolean run(List<String> command, OutputStream out) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).redirectInput(Redirect.from(nothing()));
        builder.environment().putAll(GitCommand.environment());
        var process = builder.start();
        try (var in = process.getInputStream()) {
            in.transferTo(out);
            return process.waitFor() == 0;
        } finally {
            process.destroy();
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
