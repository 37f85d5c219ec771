package org.maillage.web.demo;

import java.time.Instant;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.value.Actor;

/**
 * One command of the history.
 *
 * @param at when it is asked in the story
 * @param key names it, so that it is done once
 * @param actor the program, or the link of a share
 */
record Step(Instant at, String key, Actor actor, LedgerCommand command) {}
