package org.maillage.web.imports.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How git is asked for a history, as {@link GitExport} reads it. The arguments are fixed, and nothing that the
 * repository's own configuration names is run.
 */
public final class GitCommand {

    private static final String COMMIT = "--format=%H%x00%aN%x00%aE%x00%aI%x00%cN%x00%cE%x00%cI%x00%B";

    private GitCommand() {}

    /** The whole command for a repository. */
    public static List<String> log(Path repository) {
        return List.of(
                "git",
                "-C",
                repository.toAbsolutePath().toString(),
                "-c",
                "core.fsmonitor=false",
                "-c",
                "log.showSignature=false",
                "--no-pager",
                "log",
                "-z",
                "--reverse",
                "--no-merges",
                "--no-color",
                "--no-show-signature",
                "--no-ext-diff",
                "--no-textconv",
                "--encoding=UTF-8",
                COMMIT,
                "HEAD",
                "--");
    }

    /** The command that prints the repository's mailmap, and fails where it has none. */
    public static List<String> mailmap(Path repository) {
        return List.of(
                "git",
                "-C",
                repository.toAbsolutePath().toString(),
                "-c",
                "core.fsmonitor=false",
                "--no-pager",
                "cat-file",
                "blob",
                "HEAD:.mailmap");
    }

    /** What is set in the environment of both, so that neither asks anything nor reads other configuration. */
    public static Map<String, String> environment() {
        return Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_CONFIG_NOSYSTEM", "1", "GIT_OPTIONAL_LOCKS", "0");
    }
}
