package org.maillage.web.badges.documents;

import java.util.Optional;
import org.maillage.badge.Badges;
import org.maillage.badge.issue.Issuing;
import org.maillage.badge.issue.Language;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Sources;
import org.maillage.web.badges.SignedBadges;
import org.springframework.stereotype.Component;

/** What this installation signed, for the pages that verify it. */
@Component
final class SignedHere implements SignedBadges {

    private final Issuing issuing;

    SignedHere(Badges badges) {
        this.issuing = badges.issuing();
    }

    @Override
    public Optional<byte[]> json(Award award) {
        return issuing.badges()
                .of(award.code())
                .flatMap(badge -> issuing.badges().document(badge, Language.FR));
    }

    @Override
    public Optional<Award.Endorsement> endorsement(Award award, String id) {
        return issuing.badges()
                .of(award.code())
                .flatMap(badge -> award.endorsements().stream()
                        .filter(one -> badge.endorsement(one).toString().equals(id))
                        .findFirst());
    }

    @Override
    public Sources sources() {
        return issuing.sources();
    }
}
