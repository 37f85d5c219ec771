package org.maillage.web.badges.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maillage.badge.image.Attestation;
import org.maillage.badge.image.AttestationPdf;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.Language;
import org.maillage.badge.issue.Pictures;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.springframework.stereotype.Component;

/** Badges on paper, with a code to scan by which whoever has the paper verifies it. */
@Component
final class Attestations {

    private final Words words;
    private final ShownPeople people;

    Attestations(Words words, ShownPeople people) {
        this.words = words;
        this.people = people;
    }

    /** The file: the same bytes for as long as the badge stays as it is. */
    byte[] pdf(IssuedBadge badge, Language language) {
        var award = badge.award();
        var locale = Locale.forLanguageTag(language.tag());
        var text = language.of(award.content().texts());
        var attestation = new Attestation(
                language.tag(),
                words.say("documents.heading", locale),
                holder(badge, language),
                text.name(),
                text.description(),
                facts(badge, locale),
                words.say("documents.criteria", locale),
                text.criteria(),
                words.say("documents.evidence", locale),
                evidence(badge, locale),
                words.say("documents.verify", locale),
                words.say("documents.verify.how", locale),
                badge.page().toString(),
                award.code().shown());
        return AttestationPdf.of(attestation, Pictures.image(award), award.awardedAt());
    }

    /** How a stranger reads of the member: by name where they show it. */
    String holder(IssuedBadge badge, Language language) {
        var award = badge.award();
        var name = people.of(award.network(), award.member()).name();
        return name != null
                ? name
                : words.say("documents.holder", Locale.forLanguageTag(language.tag()), badge.network());
    }

    private List<Attestation.Fact> facts(IssuedBadge badge, Locale locale) {
        var award = badge.award();
        var facts = new ArrayList<Attestation.Fact>();
        facts.add(new Attestation.Fact(words.say("documents.issuer", locale), badge.network()));
        facts.add(new Attestation.Fact(words.say("documents.day", locale), day(award.day(), locale)));
        if (award.expires() != null) {
            facts.add(new Attestation.Fact(words.say("documents.expires", locale), day(award.expires(), locale)));
        }
        var standing = switch (award.standing()) {
            case VALID, EXPIRED -> "";
            case SUSPENDED -> words.say("documents.suspended", locale);
            case REVOKED -> words.say("documents.revoked", locale);
        };
        if (!standing.isEmpty()) {
            facts.add(new Attestation.Fact(words.say("documents.standing", locale), standing));
        }
        return facts;
    }

    private List<String> evidence(IssuedBadge badge, Locale locale) {
        long count = badge.award().earned().stream()
                .map(earned -> earned.contribution())
                .distinct()
                .count();
        return count == 0 ? List.of() : List.of(words.say("documents.contributions", locale, count));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
