package org.maillage.web.notices;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.maillage.badge.Badges;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Acceptance;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.value.AwardId;
import org.maillage.projection.AsOf;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.badges.asking.BadgeQuestions;
import org.maillage.web.frame.Words;
import org.maillage.web.notices.BadgeNotice.What;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Says what is news about a badge, as long as it is still so. */
@Component
final class BadgeNews {

    private final Badges badges;
    private final BadgeQuestions questions;
    private final BadgeWords said;
    private final Words words;
    private final PublicAddress address;

    BadgeNews(Badges badges, BadgeQuestions questions, BadgeWords said, Words words, PublicAddress address) {
        this.badges = badges;
        this.questions = questions;
        this.said = said;
        this.words = words;
        this.address = address;
    }

    /**
     * News in words.
     *
     * @param subject of a letter that says this alone
     * @param part of one that says more
     */
    record Told(String subject, String part) {}

    /** A notice in words; empty where it is no longer so. */
    Optional<Told> of(BadgeNotice notice, Locale locale) {
        return notice.what() == What.ANSWERED ? answered(notice, locale) : awarded(notice, locale);
    }

    private Optional<Told> awarded(BadgeNotice notice, Locale locale) {
        return badges.awards()
                .find(notice.network(), new AwardId(notice.about()), AsOf.NOW)
                .filter(award -> isStillSo(notice.what(), award))
                .map(award -> {
                    var name = BadgeWords.text(award.content(), locale).name();
                    var page = address.of("/badges/" + award.award());
                    return told(notice.what(), locale, name, page, more(notice.what(), award, locale));
                });
    }

    private Optional<Told> answered(BadgeNotice notice, Locale locale) {
        return questions.answered(notice.about()).flatMap(question -> {
            var answer = question.answer();
            return badges.definitions()
                    .find(notice.network(), question.definition(), AsOf.NOW)
                    .filter(_ -> answer != null && !answer.isBlank())
                    .map(definition -> {
                        var name = BadgeWords.text(definition.content(), locale).name();
                        var page = address.of("/badges/questions/" + question.definition());
                        var quoted = words.say("words.quote", locale, Objects.requireNonNull(answer));
                        return told(notice.what(), locale, name, page, quoted);
                    });
        });
    }

    private Told told(What what, Locale locale, String name, String page, String more) {
        return new Told(
                words.say("notice.badge.subject." + what, locale, name),
                words.say("notice.badge.part." + what, locale, name, page, more));
    }

    // What was undone before its letter left is told by what stands now.
    private static boolean isStillSo(What what, Award award) {
        return switch (what) {
            case AWARDED -> award.acceptance() == Acceptance.WAITING && award.standing() != Standing.REVOKED;
            case REVIEWED -> award.review() != null;
            case SUSPENDED -> award.standing() == Standing.SUSPENDED;
            case REINSTATED -> award.standing() == Standing.VALID;
            case REVOKED -> award.standing() == Standing.REVOKED;
            case ENDING -> award.standing() == Standing.VALID && award.expires() != null;
            case ANSWERED -> true;
        };
    }

    /** What there is to say beside its name and where it is. */
    private String more(What what, Award award, Locale locale) {
        return switch (what) {
            case AWARDED, REVIEWED, SUSPENDED, REINSTATED, ANSWERED -> "";
            case REVOKED -> published(award, locale);
            case ENDING -> said.day(Objects.requireNonNull(award.expires()), locale);
        };
    }

    private String published(Award award, Locale locale) {
        var published = Objects.requireNonNull(award.revocation()).published();
        return published == null || published.isBlank() ? "" : " " + words.say("words.quote", locale, published);
    }
}
