package org.maillage.web.badges.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.member.Standing;
import org.maillage.web.badges.Appraisals;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.Deeds;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Component;

/** What coordinators read of one person's badge: why it is there, what no longer counts, and what may be decided. */
@Component
final class AwardSheet {

    private final Badges badges;
    private final Deeds deeds;
    private final Appraisals appraisals;
    private final BadgeWords said;
    private final Words words;
    private final Clock clock;

    AwardSheet(Badges badges, Deeds deeds, Appraisals appraisals, BadgeWords said, Words words, Clock clock) {
        this.badges = badges;
        this.deeds = deeds;
        this.appraisals = appraisals;
        this.said = said;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The sheet.
     *
     * @param cause by what it was awarded
     * @param by who awarded it; null where its rule was met
     * @param review why it is to be looked at again; null where it is not
     * @param revocation why and since when it is taken back; null where it is not
     * @param told the contributions that earned it and count
     * @param gone the contributions that earned it and no longer count
     * @param meets whether its rule is met
     * @param peers those of the endorsers whose word earned it
     * @param own whether it is the reader's, on which they decide nothing
     * @param code where its public page is; null where it is not public
     */
    record Sheet(
            Award award,
            String drawing,
            String name,
            BadgeWords.Heading heading,
            String criteria,
            String holder,
            String day,
            String validity,
            String cause,
            @Nullable String by,
            @Nullable String review,
            @Nullable String revocation,
            Deeds.Told told,
            List<String> gone,
            boolean meets,
            List<Appraisals.Endorser> endorsers,
            List<Appraisals.Endorser> peers,
            boolean own,
            @Nullable String code,
            Map<String, String> reasons) {

        /** Whether a coordinator may suspend it or put it up for review. */
        public boolean stands() {
            return award.standing() == Award.Standing.VALID || award.standing() == Award.Standing.EXPIRED;
        }
    }

    Sheet of(Award award, Standing standing, Locale locale) {
        var why = badges.boards().why(award, standing.today(clock));
        var endorsers = appraisals.named(award, locale);
        return new Sheet(
                award,
                BadgeWords.image(award).decoration(),
                BadgeWords.text(award.content(), locale).name(),
                said.heading(award.content(), locale),
                BadgeWords.text(award.content(), locale).criteria(),
                words.name(award.network(), award.member(), locale),
                said.day(award.day(), locale),
                said.validity(award.expires(), locale),
                words.say("work.cause." + award.cause(), locale),
                by(award.by(), award, locale),
                review(award, standing, locale),
                revocation(award, standing, locale),
                deeds.own(award.network(), award.member(), why.standing(), locale),
                why.gone().stream().map(AwardSheet::contribution).distinct().toList(),
                why.meets(),
                endorsers,
                endorsers.stream().filter(Appraisals.Endorser::practice).toList(),
                award.member().equals(standing.member()),
                award.shown() ? award.code().shown() : null,
                reasons(locale));
    }

    private @Nullable String by(@Nullable MemberId by, Award award, Locale locale) {
        return by == null ? null : words.name(award.network(), by, locale);
    }

    private static String contribution(EarnedShare share) {
        return share.contribution().toString();
    }

    private @Nullable String review(Award award, Standing standing, Locale locale) {
        var review = award.review();
        if (review == null) {
            return null;
        }
        var since = said.day(LocalDate.ofInstant(review.since(), standing.zone()), locale);
        return words.say("work.review.since", locale, since, ReviewPages.why(words, review, locale));
    }

    private @Nullable String revocation(Award award, Standing standing, Locale locale) {
        var revocation = award.revocation();
        if (revocation == null) {
            return null;
        }
        var since = said.day(LocalDate.ofInstant(revocation.at(), standing.zone()), locale);
        var published = revocation.published();
        return words.say(
                "work.revoked",
                locale,
                since,
                words.name(award.network(), revocation.by(), locale),
                words.say("work.revoke.reason." + revocation.reason(), locale),
                published == null ? "" : published);
    }

    private Map<String, String> reasons(Locale locale) {
        var reasons = new LinkedHashMap<String, String>();
        reasons.put("", words.say("work.revoke.reason.choose", locale));
        for (var reason : RevocationReason.values()) {
            reasons.put(reason.name(), words.say("work.revoke.reason." + reason, locale));
        }
        return reasons;
    }
}
