package org.maillage.badge.verify;

import java.time.Instant;
import java.util.stream.Stream;

/** Whether a document is asked about within its time. */
final class Period {

    private Period() {}

    static Check check(Presented badge, Instant now) {
        var document = badge.document();
        var from = Stream.of("validFrom", "issuanceDate", "issuedOn")
                .flatMap(name -> Shape.time(document.path(name)).stream())
                .findFirst();
        var until = Stream.of("validUntil", "expirationDate", "expires")
                .flatMap(name -> Shape.time(document.path(name)).stream())
                .findFirst();
        if (from.isPresent() && from.get().isAfter(now)) {
            return Check.failed(Check.Kind.PERIOD, Reason.NOT_YET_VALID)
                    .with("time", from.get().toString());
        }
        if (until.isPresent() && until.get().isBefore(now)) {
            return Check.failed(Check.Kind.PERIOD, Reason.EXPIRED)
                    .with("time", until.get().toString());
        }
        var check = Check.passed(Check.Kind.PERIOD, Reason.WITHIN_PERIOD);
        return until.map(instant -> check.with("until", instant.toString())).orElse(check);
    }
}
