package org.maillage.web.host.oauth;

import java.time.Duration;
import org.maillage.web.security.Throttle;
import org.springframework.stereotype.Component;

/** How often applications may ask, by where they ask from. */
@Component
final class WalletThrottles {

    /** A wallet registers once an installation. */
    static final int REGISTRATIONS = 120;

    private final Throttle registrations = new Throttle(REGISTRATIONS, Duration.ofHours(1));
    private final Throttle tokens = new Throttle(300, Duration.ofMinutes(5));
    private final Throttle requests = new Throttle(1_200, Duration.ofMinutes(5));

    Throttle registrations() {
        return registrations;
    }

    /** Codes, secrets and tokens that are tried. */
    Throttle tokens() {
        return tokens;
    }

    Throttle requests() {
        return requests;
    }
}
