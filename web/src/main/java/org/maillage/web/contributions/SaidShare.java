package org.maillage.web.contributions;

import java.time.LocalDate;
import java.util.Locale;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Projections;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** Says what somebody says that another did with them: «Nadia dit que vous avez animé 2 h ensemble.» */
@Component
class SaidShare {

    private final Projections views;
    private final Words words;

    SaidShare(Projections views, Words words) {
        this.views = views;
        this.words = words;
    }

    /** The sentence, by the verb of the kind's first role on that day. */
    String together(NetworkId network, String by, KindCode kind, Quantity quantity, LocalDate day, Locale locale) {
        var verb = Kinds.of(views, network, day).verb(kind.value());
        return words.say(
                "share.together." + (verb.isEmpty() ? ClaimForm.OTHER_VERB : verb),
                locale,
                by,
                words.quantity(quantity, locale));
    }
}
