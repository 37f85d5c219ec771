package org.maillage.web.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maillage.ledger.Ledger.Result;
import org.maillage.ledger.Ledger.Result.Declined;
import org.maillage.ledger.Ledger.Result.Done;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.MemberId;
import org.maillage.web.imports.Refusal.What;
import org.maillage.web.imports.read.Line;
import org.maillage.web.imports.read.Line.Rejected;
import org.maillage.web.imports.read.Line.Row;

/** What became of one chunk of lines. */
final class Tally {

    private static final Set<Reason> SEEN = Set.of(Reason.KEY_REUSED, Reason.ALREADY_EXISTS, Reason.ROW_SEEN);

    long lines;
    long claims;
    long validated;
    long known;
    long people;
    long coordinators;
    final List<Refusal> refusals = new ArrayList<>();
    final Map<Pair, Integer> pairs = new HashMap<>();
    private final Set<Row> refused = new HashSet<>();

    /** Who validated whom. */
    record Pair(MemberId validator, MemberId contributor) {}

    void unreadable(Rejected line) {
        refusals.add(
                new Refusal(line.number(), line.key(), What.ROW, line.problem().code(), line.detail()));
    }

    /** A row whose claim was answered before this chunk: by this job, which goes on, or by another. */
    void answered(Row row, boolean byThisJob) {
        if (byThisJob) {
            claims++;
        } else {
            seen(row);
        }
    }

    private void seen(Line row) {
        known++;
        refusals.add(new Refusal(row.number(), row.key(), What.ROW, Refusal.KNOWN, ""));
    }

    void result(Asked asked, Result result) {
        switch (result) {
            case Done(var outcome) -> done(asked, outcome);
            case Declined(var refusal) -> declined(asked, refusal);
        }
    }

    private void done(Asked asked, Outcome outcome) {
        boolean own = outcome.commandId().equals(asked.commandId());
        switch (asked.step()) {
            case ENTER -> people += own && outcome.events() > 0 ? 1 : 0;
            case APPOINT -> coordinators += own && outcome.events() > 0 ? 1 : 0;
            case SUBMIT -> answered(asked.row(), own);
            case VALIDATE -> validated += own ? 1 : 0;
        }
    }

    private void declined(Asked asked, Refused refusal) {
        var row = asked.row();
        switch (asked.step()) {
            // Whoever is there already, in whatever way, is there; else their rows tell what is wrong.
            case ENTER, APPOINT -> {}
            case SUBMIT -> {
                refused.add(row);
                if (SEEN.contains(refusal.reason())) {
                    seen(row);
                } else {
                    refusals.add(refusal(row, What.ROW, refusal));
                }
            }
            case VALIDATE -> {
                if (!refused.contains(row) && !SEEN.contains(refusal.reason())) {
                    refusals.add(refusal(row, What.VALIDATION, refusal));
                }
            }
        }
    }

    private static Refusal refusal(Row row, What what, Refused refusal) {
        return new Refusal(row.number(), row.key(), what, refusal.reason().code(), "");
    }

    void pair(MemberId validator, MemberId contributor) {
        pairs.merge(new Pair(validator, contributor), 1, Integer::sum);
    }
}
