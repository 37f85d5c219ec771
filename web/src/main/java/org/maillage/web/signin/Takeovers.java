package org.maillage.web.signin;

import java.time.Clock;
import java.time.Instant;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Links and printed codes that a coordinator hands to somebody whose membership waits without an account. */
@Component
public final class Takeovers {

    private final JoinSecrets secrets;
    private final Projections views;
    private final PublicAddress address;
    private final Clock clock;

    Takeovers(JoinSecrets secrets, Projections views, PublicAddress address, Clock clock) {
        this.secrets = secrets;
        this.views = views;
        this.address = address;
        this.clock = clock;
    }

    /**
     * What is handed over, shown once.
     *
     * @param text the whole address of a link, or the code in its groups
     * @param page the address where a code is typed
     * @param until when it stops working
     */
    public record Takeover(String text, String page, Instant until) {}

    /** A new link; an older link or code of the membership ends. */
    public Takeover link(NetworkId network, MemberId member) {
        requireWaiting(network, member);
        return handed(
                address.of("/rejoindre?jeton=" + secrets.link(network, member).text()));
    }

    /** A new code; an older link or code of the membership ends. */
    public Takeover code(NetworkId network, MemberId member) {
        requireWaiting(network, member);
        return handed(secrets.code(network, member).printed());
    }

    private Takeover handed(String text) {
        return new Takeover(text, address.of("/rejoindre"), clock.instant().plus(JoinSecrets.LIFE));
    }

    private void requireWaiting(NetworkId network, MemberId member) {
        var found =
                views.members().find(network, member, AsOf.NOW).orElseThrow(() -> new Refused(Reason.UNKNOWN_MEMBER));
        switch (found.status()) {
            case ENTERED, INVITED -> {}
            case JOINED -> throw new Refused(Reason.ALREADY_LINKED);
            case LEFT -> throw new Refused(Reason.HAS_LEFT);
        }
    }
}
