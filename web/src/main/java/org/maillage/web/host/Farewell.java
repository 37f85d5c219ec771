package org.maillage.web.host;

import org.maillage.ledger.value.PersonId;
import org.maillage.web.badges.elsewhere.BroughtBadges;
import org.maillage.web.host.oauth.ConnectedApplications;
import org.springframework.stereotype.Component;

/** What goes with somebody who leaves the last network that they were in. */
@Component
public final class Farewell {

    private final ConnectedApplications applications;
    private final BroughtBadges brought;
    private final WalletProfiles profiles;

    Farewell(ConnectedApplications applications, BroughtBadges brought, WalletProfiles profiles) {
        this.applications = applications;
        this.brought = brought;
        this.profiles = profiles;
    }

    /** Ends what applications may do for them, and removes what they brought. */
    public void say(PersonId person) {
        applications.endAll(person);
        brought.forget(person);
        profiles.forget(person);
    }
}
