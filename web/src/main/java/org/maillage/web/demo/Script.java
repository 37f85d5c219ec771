package org.maillage.web.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ShareId;

/** The commands of one network, to be given in the order of their time. What would come after the end is not written. */
final class Script {

    private final Instant end;
    private final List<Step> steps = new ArrayList<>();

    Script(Instant end) {
        this.end = end;
    }

    /** Writes a command of the program's. @return whether it lies within the story */
    boolean add(Instant at, String key, LedgerCommand command) {
        return add(new Step(at, key, Actor.SYSTEM, command));
    }

    /** Writes what somebody answers who opened the link of one share. */
    boolean byLink(Instant at, String key, ShareId share, LedgerCommand command) {
        return add(new Step(at, key, Actor.link(share), command));
    }

    private boolean add(Step step) {
        if (step.at().isAfter(end)) {
            return false;
        }
        steps.add(step);
        return true;
    }

    /** All steps by time; those of one time as they were written. */
    List<Step> inOrder() {
        return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }
}
