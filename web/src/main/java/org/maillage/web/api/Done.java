package org.maillage.web.api;

import java.util.UUID;

/**
 * The answer to every command that was not refused. The same key gets the same answer again.
 *
 * @param id of the thing that was made or changed
 * @param position of the last event in the journal; reading after the answer shows it
 */
record Done(UUID id, long position) {}
