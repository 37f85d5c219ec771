package org.maillage.badge.verify;

import java.net.URI;
import java.util.Optional;
import org.maillage.badge.verify.Check.Kind;
import org.maillage.badge.verify.Check.State;
import org.maillage.badge.verify.Sources.Award;

/** What this installation's own register says of a badge that it issued. */
final class Register {

    private final Sources sources;

    Register(Sources sources) {
        this.sources = sources;
    }

    /**
     * Empty where the badge is of another issuer, or not as its issuer signed it: whoever only uses the id of a badge
     * learns nothing of that badge.
     *
     * @param signature the check of its signature
     */
    Optional<Check> check(Presented badge, Optional<String> issuer, Check signature) {
        return signature.state() == State.FAILED
                ? Optional.empty()
                : issuer.flatMap(Register::uri)
                        .filter(sources::knows)
                        .flatMap(_ -> badge.id().flatMap(Register::uri).flatMap(sources::award))
                        .map(Register::told);
    }

    private static Check told(Award award) {
        return switch (award) {
            case Award.Standing _ -> Check.passed(Kind.STATUS, Reason.NOT_REVOKED);
            case Award.Suspended(var since) ->
                Check.failed(Kind.STATUS, Reason.SUSPENDED).with("time", since.toString());
            case Award.Revoked(var since, var reason) -> {
                var check = Check.failed(Kind.STATUS, Reason.REVOKED).with("time", since.toString());
                yield reason == null ? check : check.with("reason", reason);
            }
        };
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
