package org.maillage.badge.verify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Sources.Endorsed;

/** Who gives an endorsement that names a badge of this installation: the keys of those who endorse here are known here. */
final class Endorsers {

    private final Sources sources;

    Endorsers(Sources sources) {
        this.sources = sources;
    }

    /**
     * The checks of an endorsement with what is known here of who gave it, and of whether they still do; the same for
     * anything else, and where the signature does not hold.
     */
    List<Check> recognised(Presented badge, Signed signed, List<Check> checks) {
        return Optional.of(badge)
                .filter(it -> it.format().isEndorsement() && signed.isGood())
                .flatMap(Presented::id)
                .flatMap(Endorsers::uri)
                .flatMap(sources::endorsement)
                .map(known -> with(checks, told(known, badge)))
                .orElse(checks);
    }

    private static List<Check> told(Endorsed known, Presented badge) {
        return switch (known) {
            case Endorsed.By(var endorser)
            when badge.issuer().equals(Optional.of(endorser.toString())) ->
                List.of(
                        Check.passed(Kind.ISSUER, Reason.ENDORSER_KNOWN),
                        Check.passed(Kind.STATUS, Reason.ENDORSEMENT_STANDS));
            case Endorsed.By _, Endorsed.Nobody _ -> List.of(Check.failed(Kind.ISSUER, Reason.ENDORSEMENT_NOT_HERE));
        };
    }

    private static List<Check> with(List<Check> checks, List<Check> told) {
        var kinds = told.stream().map(Check::kind).toList();
        var all = new ArrayList<>(
                checks.stream().filter(check -> !kinds.contains(check.kind())).toList());
        all.addAll(told);
        return all;
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
