package org.maillage.web.badges;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.question.Award;
import org.maillage.badge.verify.Presented;
import org.maillage.badge.verify.Verdict;
import org.maillage.ledger.value.NetworkId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What of this installation a file is about that somebody sent to be verified. */
@Component
final class SentBadges {

    /** An endorsement is found below the badge that it is of. */
    private static final Pattern OF_BADGE = Pattern.compile("/endorsements/[^/]*$");

    private final PublicBadges badges;
    private final Appraisals appraisals;
    private final KnownAddresses addresses;
    private final @Nullable SignedBadges signed;

    SentBadges(
            PublicBadges badges, Appraisals appraisals, KnownAddresses addresses, ObjectProvider<SignedBadges> signed) {
        this.badges = badges;
        this.appraisals = appraisals;
        this.addresses = addresses;
        this.signed = signed.getIfAvailable();
    }

    /** A public badge that is endorsed, and by whom, as far as they show their name. */
    record Endorsed(String code, String badge, String holder, String by) {}

    /** In which zone the time of a verification is told: that of the badge's network, as its own page tells it. */
    ZoneId zone(Verdict verdict) {
        return verdict.presented().flatMap(this::network).map(badges::zone).orElseGet(badges::zone);
    }

    private Optional<NetworkId> network(Presented badge) {
        return badge.issuer().flatMap(addresses::network).or(() -> award(badge).map(Award::network));
    }

    private Optional<Award> award(Presented badge) {
        return badge.id()
                .map(id -> badge.format().isEndorsement() ? OF_BADGE.matcher(id).replaceFirst("") : id)
                .flatMap(addresses::code)
                .flatMap(badges::shown);
    }

    /** What an endorsement is of that holds; empty for anything else, and where the badge is not public. */
    Optional<Endorsed> endorsed(Verdict verdict, Locale locale) {
        if (!(verdict instanceof Verdict.Good(var badge, var _))
                || !badge.format().isEndorsement()) {
            return Optional.empty();
        }
        return award(badge)
                .flatMap(award -> by(award, badge, locale).map(by -> {
                    var page = badges.page(award, locale);
                    return new Endorsed(page.code(), page.text().name(), page.holder(), by);
                }));
    }

    private Optional<String> by(Award award, Presented badge, Locale locale) {
        return Optional.ofNullable(signed)
                .flatMap(known -> badge.id().flatMap(id -> known.endorsement(award, id)))
                .map(one -> appraisals
                        .shown(award, locale)
                        .get(award.endorsements().indexOf(one))
                        .name());
    }
}
