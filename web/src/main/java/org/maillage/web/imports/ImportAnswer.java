package org.maillage.web.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.NetworkId;

/**
 * An import as the API tells it.
 *
 * @param networkName name of the network that it makes; null where the network was there
 * @param failure code of why it failed; null unless it did
 * @param why the same in words, with what to do
 * @param secondsLeft null where that is not known
 * @param milliseconds time that was spent on it
 * @param known rows that an earlier import, or an earlier line, had brought
 * @param refused lines by the code of the reason
 * @param notValidated claims that stand and that nobody could validate, by the code of the reason
 * @param issuedHundredths mailles issued, in hundredths; 0 until it has ended
 */
record ImportAnswer(
        ImportId id,
        NetworkId network,
        @Nullable String networkName,
        String file,
        String source,
        ImportState state,
        @Nullable String failure,
        @Nullable String why,
        int percent,
        @Nullable Long secondsLeft,
        long milliseconds,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long lines,
        long claims,
        long validated,
        long waiting,
        long known,
        Map<String, Long> refused,
        Map<String, Long> notValidated,
        long people,
        long coordinators,
        long issuedHundredths,
        long ringPairs,
        long ringValidations) {

    static ImportAnswer of(ImportJob job, Imports imports, ImportTexts texts, Locale locale) {
        var figures = job.figures();
        return new ImportAnswer(
                job.id(),
                job.network(),
                job.networkName(),
                job.fileName(),
                job.source(),
                job.state(),
                job.failure(),
                job.failure() == null ? null : texts.failure(job.failure(), locale),
                job.percent(),
                job.left().map(Duration::toSeconds).orElse(null),
                figures.running().toMillis(),
                job.askedAt(),
                job.startedAt(),
                job.endedAt(),
                figures.lines(),
                figures.claims(),
                figures.validated(),
                figures.waiting(),
                figures.known(),
                imports.refused(job.id(), Refusal.What.ROW),
                imports.refused(job.id(), Refusal.What.VALIDATION),
                figures.people(),
                figures.coordinators(),
                figures.issued().hundredths(),
                figures.ringPairs(),
                figures.ringValidations());
    }
}
