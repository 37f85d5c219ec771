package org.maillage.web.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;

/**
 * An import and how far it has come. While it runs, figures are those of this moment; once it has ended they are counted
 * in the journal.
 *
 * @param networkName name of the network that it makes; null where the network was there
 * @param askedBy the administrator who asked for it
 * @param fileName as whoever sent it called it
 * @param bytes size of the file
 * @param failure code and detail of why it failed, or null
 * @param cancelled whether somebody asked to stop it
 * @param held whether a process runs it at this moment
 * @param startedAt null before its turn
 * @param endedAt null until it has ended
 * @param line number of the last line that is done
 * @param consumed bytes of the file up to there
 * @param figures what it brought
 */
public record ImportJob(
        ImportId id,
        NetworkId network,
        @Nullable String networkName,
        PersonId askedBy,
        Instant askedAt,
        String source,
        String mapping,
        String file,
        String fileName,
        long bytes,
        ImportState state,
        @Nullable String failure,
        boolean cancelled,
        boolean held,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long fromPosition,
        long line,
        long consumed,
        Figures figures) {

    /**
     * What an import brought.
     *
     * @param lines lines read
     * @param claims rows that became claims
     * @param validated claims that were validated; the others wait
     * @param known rows that an earlier import, or an earlier line, had brought
     * @param people members without account that were entered
     * @param coordinators validators who were appointed
     * @param ringPairs pairs who validated each other {@link ImportJobs#RING} times or more, both ways
     * @param ringValidations validations within those pairs
     * @param running time that was spent on it, over all of its starts
     */
    public record Figures(
            long lines,
            long claims,
            long validated,
            long known,
            long people,
            long coordinators,
            Mailles issued,
            long ringPairs,
            long ringValidations,
            Duration running) {

        /** Claims that nobody of the source confirmed. */
        public long waiting() {
            return claims - validated;
        }
    }

    /** Share of the file that is done, in percent. */
    public int percent() {
        if (state == ImportState.DONE || bytes == 0) {
            return state == ImportState.DONE ? 100 : 0;
        }
        return (int) Math.min(99, 100 * consumed / bytes);
    }

    /** Time left at the pace so far; empty before there is one, where nobody runs it, and where it has ended. */
    public Optional<Duration> left() {
        if (state != ImportState.RUNNING
                || !held
                || consumed == 0
                || figures.running().isZero()) {
            return Optional.empty();
        }
        double share = (double) (bytes - consumed) / consumed;
        return Optional.of(Duration.ofSeconds(Math.round(figures.running().toMillis() * share / 1000)));
    }
}
