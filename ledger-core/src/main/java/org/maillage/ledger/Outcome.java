package org.maillage.ledger;

import java.util.UUID;

/**
 * What became of a command that was not refused.
 *
 * @param commandId the id of the command that did it (the first one's, where repeated)
 * @param position position of its last event in the journal, or of the journal when it changed nothing; a page that
 *     follows waits until the views have reached it
 * @param events how many events it appended
 * @param repeated whether the same key had been answered before, so that nothing was done now
 */
public record Outcome(UUID commandId, long position, int events, boolean repeated) {}
