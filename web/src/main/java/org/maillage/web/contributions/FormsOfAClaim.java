package org.maillage.web.contributions;

import java.util.Locale;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.member.Standing;
import org.maillage.web.contributions.Answering.Asked;
import org.maillage.web.security.Viewer;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the forms of a claim's page have in common: who sent which, about which claim. */
abstract class FormsOfAClaim {

    final Answering answering;

    FormsOfAClaim(Answering answering) {
        this.answering = answering;
    }

    /** Who asks, under which key; made before each of the methods that answer a form. */
    @ModelAttribute
    Asked asked(
            @PathVariable ContributionId id,
            @RequestParam(defaultValue = "") String key,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        return answering.asked(id, key, viewer, standing, locale, after);
    }
}
