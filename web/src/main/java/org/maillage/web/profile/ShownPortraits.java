package org.maillage.web.profile;

import org.maillage.ledger.value.MemberId;
import org.springframework.stereotype.Component;

/** Whose portrait other members may open, at {@code /portrait/{member}}. */
@Component
public final class ShownPortraits {

    private final Consents consents;

    ShownPortraits(Consents consents) {
        this.consents = consents;
    }

    /** Whether a member shows their portrait to the network at this moment. */
    public boolean isShown(MemberId member) {
        return consents.allows(member, Item.FLOWER, Audience.NETWORK);
    }
}
