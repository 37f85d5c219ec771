package org.maillage.ledger.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one version of a badge's definition says.
 *
 * @param role the role that it tells of; null where it tells of every role alike
 * @param step how far the practice has been carried
 * @param texts name, description and criteria in both languages
 * @param rule when a member has earned it
 * @param alignments competences of public frameworks, at most 20, each once
 * @param validMonths after how many months from its day it expires, 1 to 120; null where it never does
 */
public record BadgeContent(
        @Nullable Role role,
        BadgeStep step,
        BadgeTexts texts,
        BadgeRule rule,
        List<Alignment> alignments,
        @Nullable Integer validMonths) {

    private static final int MOST_ALIGNMENTS = 20;
    private static final int MOST_MONTHS = 120;

    public BadgeContent {
        alignments = List.copyOf(alignments);
        if (alignments.size() > MOST_ALIGNMENTS
                || alignments.stream().distinct().count() != alignments.size()) {
            throw new Malformed("a badge has at most 20 alignments, each once");
        }
        if (validMonths != null && (validMonths < 1 || validMonths > MOST_MONTHS)) {
            throw new Malformed("a badge is valid for 1 to 120 months, or without limit");
        }
    }
}
