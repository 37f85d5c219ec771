package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.time.Instant;
import java.util.regex.Pattern;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.badge.IssuerCommand.AddIssuerKey;
import org.maillage.ledger.badge.IssuerCommand.ReportKeyCompromised;
import org.maillage.ledger.badge.IssuerCommand.RetireIssuerKey;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.IssuerState;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyAdded;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyCompromised;
import org.maillage.ledger.event.IssuerEvent.IssuerKeyRetired;

/** Decides by which keys a network signs. Private halves never come here. */
public final class IssuerHandler {

    private static final Pattern PUBLIC_KEY = Pattern.compile("[A-Za-z0-9_-]{40,2000}");

    // Before this there was no program whose keys could be stolen.
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    public void handle(IssuerCommand command, Decision decision) {
        decision.network(command.network());
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        switch (command) {
            case AddIssuerKey c -> add(c, decision);
            case RetireIssuerKey c -> retire(c, decision);
            case ReportKeyCompromised c -> report(c, decision);
        }
    }

    private static void add(AddIssuerKey command, Decision decision) {
        when(!PUBLIC_KEY.matcher(command.publicKey()).matches(), Reason.INVALID_VALUE);
        var event = new IssuerKeyAdded(
                command.key(), command.network(), command.by(), command.algorithm(), command.publicKey());
        var known = decision.issuer(command.network()).key(command.key());
        when(known.filter(key -> !key.added().equals(event)).isPresent(), Reason.ALREADY_EXISTS);
        if (known.isEmpty()) {
            decision.append(event);
        }
    }

    private static void retire(RetireIssuerKey command, Decision decision) {
        if (!key(command, decision).retired()) {
            decision.append(new IssuerKeyRetired(command.key(), command.network(), command.by()));
        }
    }

    /** An earlier day than was said before is news; a later one would make valid again what nobody should trust. */
    private static void report(ReportKeyCompromised command, Decision decision) {
        when(command.since().isAfter(decision.now()) || command.since().isBefore(EARLIEST), Reason.INVALID_VALUE);
        var known = key(command, decision).compromised();
        if (known == null || command.since().isBefore(known)) {
            decision.append(new IssuerKeyCompromised(command.key(), command.network(), command.by(), command.since()));
        }
    }

    private static IssuerState.Key key(IssuerCommand command, Decision decision) {
        return decision.issuer(command.network())
                .key(command.key())
                .orElseThrow(() -> new Refused(Reason.UNKNOWN_ISSUER_KEY));
    }
}
