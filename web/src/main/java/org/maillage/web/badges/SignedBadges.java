package org.maillage.web.badges;

import java.util.Optional;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Sources;

/** What this installation signed, and what it knows beyond the documents: read by whoever verifies here. */
public interface SignedBadges {

    /** The signed credential of an award, as JSON; empty where it is not signed yet. */
    Optional<byte[]> json(Award award);

    /** The endorsement of an award that has this id; empty where none that stands has. */
    Optional<Award.Endorsement> endorsement(Award award, String id);

    /** Keys, lists and awards of this installation. */
    Sources sources();
}
