package org.maillage.web.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maillage.web.imports.read.Reading.lines;
import static org.maillage.web.imports.read.Reading.rejected;
import static org.maillage.web.imports.read.Reading.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.web.imports.read.Line.Row;

class GitExportTest {

    private static final String MAPPING = MappingFile.shipped("git");
    private static final String ANA = "Ana\0ana@example.org\0002026-03-04T23:50:00-02:00";
    private static final String IVO = "Ivo\0ivo@example.org\0002026-03-06T09:00:00+01:00";

    private static String commit(int n, String author, String committer, String message) {
        return "%040x".formatted(n) + "\0" + author + "\0" + committer + "\0" + message + "\0";
    }

    private static List<String> told(List<Line> lines) {
        return rows(lines).stream()
                .map(r -> r.kind() + " " + r.contributor().name() + " <- "
                        + (r.validator() == null ? "waits" : r.validator().name()))
                .toList();
    }

    @Test
    void a_commit_is_a_shared_work_of_author_committer_and_trailers() throws IOException {
        var lines = lines(MAPPING, commit(1, ANA, IVO, """
            Fix the kettle

            It whistled. Reviewed-by: nobody in the middle of a line
            Reported-by: Rob <rob@example.org> # on the list
            Suggested-by: "Sam S." <sam@example.org>
            Tested-by: Tim <tim@example.org>
            Reviewed-by: Rita <rita@example.org>
            Acked-by: Aki <aki@example.org>
            Co-authored-by: Cleo <cleo@example.org>
            """));

        assertThat(told(lines))
                .containsExactly(
                        "creation Ana <- Rita",
                        "coordination Ivo <- waits",
                        "essai Rob <- Ivo",
                        "idee Sam S. <- Ivo",
                        "essai Tim <- Ivo",
                        "relecture Rita <- Ivo",
                        "relecture Aki <- Ivo",
                        "creation Cleo <- Rita");
        assertThat(rows(lines).getFirst().day()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(rows(lines).get(1).day()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(lines.toString()).doesNotContain("@example");
    }

    @Test
    void an_author_or_co_author_cannot_confirm_the_commit() throws IOException {
        var lines = lines(MAPPING, commit(1, ANA, IVO, """
            Fix

            Co-authored-by: Cleo <cleo@example.org>
            Acked-by: Ana <ANA@example.org>
            Tested-by: Cleo <cleo@example.org>
            """));

        assertThat(told(lines))
                .containsExactly("creation Ana <- Ivo", "coordination Ivo <- waits", "creation Cleo <- Ivo");
        assertThat(rejected(lines))
                .extracting(Line.Rejected::problem)
                .containsExactly(Problem.SELF_VALIDATION, Problem.SELF_VALIDATION);
    }

    @Test
    void who_commits_their_own_work_integrates_nothing_and_waits() throws IOException {
        assertThat(told(lines(MAPPING, commit(1, ANA, ANA, "Fix")))).containsExactly("creation Ana <- waits");
        assertThat(told(lines(MAPPING, commit(1, ANA, "GitHub\0noreply@github.com\0002026-03-06T09:00:00Z", "Fix"))))
                .containsExactly("creation Ana <- waits");
    }

    @Test
    void the_mailmap_tells_who_is_who() throws IOException {
        var lines = lines(
                MAPPING,
                "# mailmap\nIvo Proper <ivo@example.org> <ivo@old.example>\nRita Proper <rita@example.org>\n\0"
                        + commit(
                                1,
                                ANA,
                                "I\0ivo@old.example\0002026-03-06T09:00:00Z",
                                "Fix\n\nAcked-by: R <rita@example.org>\n")
                        + commit(2, ANA, IVO, "Fix\n\nTested-by: x <ivo@old.example>\n"));

        assertThat(told(lines))
                .containsExactly(
                        "creation Ana <- Rita Proper",
                        "coordination Ivo Proper <- waits",
                        "relecture Rita Proper <- Ivo Proper",
                        "creation Ana <- Ivo",
                        "coordination Ivo <- waits",
                        "essai Ivo Proper <- waits");
    }

    @Test
    void a_bad_commit_is_refused_alone() throws IOException {
        var lines = lines(
                MAPPING,
                commit(1, ANA, IVO, "Fix\n\nReported-by: a machine\n")
                        + commit(2, "Ana\0\0002026-03-04T00:00:00Z", IVO, "No address")
                        + commit(3, "Ana\0ana@example.org\0yesterday", IVO, "No day")
                        + "torn\0apart\0"
                        + commit(4, ANA, IVO, "x".repeat(2 * GitFields.LONGEST))
                        + commit(5, ANA, IVO, "Fix")
                        + "%040x".formatted(6)
                        + "\0Ana");

        assertThat(told(lines)).hasSize(4);
        assertThat(rejected(lines))
                .extracting(Line.Rejected::problem)
                .containsExactly(
                        Problem.PERSON_MISSING,
                        Problem.PERSON_MISSING,
                        Problem.DAY_UNREADABLE,
                        Problem.COLUMNS,
                        Problem.LINE_TOO_LONG,
                        Problem.BROKEN_OFF);
        assertThat(lines).extracting(Line::number).isSorted();
    }

    @Test
    void what_is_no_history_is_refused() {
        assertThatThrownBy(() -> lines(MAPPING, "")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> lines(MAPPING, "commit abc\nAuthor: Ana\n")).isInstanceOf(FileRefused.class);
    }

    @Test
    void what_git_itself_writes_is_read(@TempDir Path repository) throws IOException, InterruptedException {
        run(repository, List.of("git", "init", "-q", "-b", "main", "."));
        Files.writeString(repository.resolve(".mailmap"), "Ana Proper <ana@example.org>\n");
        run(repository, List.of("git", "add", ".mailmap"));
        run(repository, List.of("git", "commit", "-q", "-m", "First\n\nReviewed-by: Rita <rita@example.org>"));
        run(repository, List.of("git", "commit", "-q", "--allow-empty", "-m", "Second, «é»"));
        var export = Files.createTempFile("history", ".git");
        try {
            var mailmap = run(repository, GitCommand.mailmap(repository));
            Files.write(
                    export,
                    ("# mailmap\n" + new String(mailmap, StandardCharsets.UTF_8) + "\0")
                            .getBytes(StandardCharsets.UTF_8));
            Files.write(export, run(repository, GitCommand.log(repository)), StandardOpenOption.APPEND);

            assertThat(told(lines(MAPPING, export)))
                    .containsExactly(
                            "creation Ana Proper <- Rita",
                            "coordination Ivo <- waits",
                            "relecture Rita <- Ivo",
                            "creation Ana Proper <- Ivo",
                            "coordination Ivo <- waits");
            assertThat(rows(lines(MAPPING, export))).extracting(Row::number).containsExactly(1L, 1L, 1L, 2L, 2L);
        } finally {
            Files.delete(export);
        }
    }

    private static byte[] run(Path folder, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(GitCommand.environment());
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_NAME",
                        "Ana",
                        "GIT_AUTHOR_EMAIL",
                        "ana@example.org",
                        "GIT_COMMITTER_NAME",
                        "Ivo",
                        "GIT_COMMITTER_EMAIL",
                        "ivo@example.org",
                        "HOME",
                        folder.toString()));
        var process = builder.start();
        try (InputStream out = process.getInputStream()) {
            var bytes = out.readAllBytes();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            return bytes;
        }
    }
}
