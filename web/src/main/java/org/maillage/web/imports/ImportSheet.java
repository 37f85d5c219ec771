package org.maillage.web.imports;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.NetworkId;

/**
 * An import as its page shows it.
 *
 * @param left time left in words; null where it is not known
 * @param failure why it failed, in words; null unless it did
 * @param mayResume whether it was stopped and can go on
 * @param willWrite whether whoever started it will be written to at its end
 * @param handover null unless the network is there and nobody of its coordination has an account
 * @param refused refused lines, by reason
 * @param notValidated claims that nobody could validate, by reason
 */
record ImportSheet(
        String id,
        String fileName,
        String networkName,
        ImportState state,
        int percent,
        @Nullable String left,
        String time,
        ZonedDateTime askedAt,
        @Nullable String failure,
        boolean cancelled,
        boolean mayResume,
        boolean willWrite,
        @Nullable Handover handover,
        ImportJob.Figures figures,
        List<Counted> refused,
        List<Counted> notValidated) {

    /**
     * A network that nobody can coordinate yet.
     *
     * @param waiting whether contributions wait in it
     */
    record Handover(NetworkId network, boolean waiting) {}

    /** How many lines, and why. */
    record Counted(long count, String why) {}

    static ImportSheet of(
            ImportJob job,
            Imports imports,
            ImportTexts texts,
            String networkName,
            @Nullable Handover handover,
            Locale locale) {
        return new ImportSheet(
                job.id().toString(),
                job.fileName(),
                networkName,
                job.state(),
                job.percent(),
                job.left().map(left -> texts.time(left, locale)).orElse(null),
                texts.time(job.figures().running(), locale),
                job.askedAt().atZone(NetworkZones.USUAL),
                job.failure() == null ? null : texts.failure(job.failure(), locale),
                job.cancelled(),
                imports.mayResume(job),
                imports.willWrite(job),
                handover,
                job.figures(),
                counted(imports.refused(job.id(), Refusal.What.ROW), texts, locale),
                counted(imports.refused(job.id(), Refusal.What.VALIDATION), texts, locale));
    }

    private static List<Counted> counted(Map<String, Long> byReason, ImportTexts texts, Locale locale) {
        return byReason.entrySet().stream()
                .map(entry -> new Counted(entry.getValue(), texts.reason(entry.getKey(), locale)))
                .toList();
    }

    /** Whether nothing more will happen. */
    public boolean ended() {
        return state.ended();
    }

    /** Claims that wait because nobody else of the source reviewed, acknowledged or integrated what they tell. */
    public long unconfirmed() {
        return Math.max(
                0,
                figures.waiting()
                        - notValidated.stream().mapToLong(Counted::count).sum());
    }

    /** All refused lines, without those that had been brought before. */
    public long refusedLines() {
        return refused.stream().mapToLong(Counted::count).sum();
    }
}
