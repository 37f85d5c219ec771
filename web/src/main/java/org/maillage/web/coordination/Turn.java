package org.maillage.web.coordination;

import java.util.Locale;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A form of the queue that was sent about one claim. */
record Turn(
        ContributionId claim,
        FormKey key,
        QueuePlace place,
        Viewer viewer,
        Standing standing,
        Locale locale,
        RedirectAttributes after) {}
