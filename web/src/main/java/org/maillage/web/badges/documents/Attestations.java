package org.maillage.web.badges.documents;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.maillage.badge.image.Attestation;
import org.maillage.badge.image.AttestationPdf;
import org.maillage.badge.issue.IssuedBadge;
import org.maillage.badge.issue.Language;
import org.maillage.badge.issue.Pictures;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Award.Standing;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.badges.BadgeWords;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPeople;
import org.springframework.stereotype.Component;

/** Badges on paper, with a code to scan by which whoever has the paper verifies it. */
@Component
final class Attestations {

    private final Words words;
    private final BadgeWords said;
    private final ShownPeople people;
    private final Projections views;

    Attestations(Words words, BadgeWords said, ShownPeople people, Projections views) {
        this.words = words;
        this.said = said;
        this.people = people;
        this.views = views;
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
        return name != null ? name : said.nameless(badge.network(), Locale.forLanguageTag(language.tag()));
    }

    /** The word for a badge that does not count; empty where it does. */
    String ended(IssuedBadge badge, Language language) {
        var standing = badge.award().standing();
        return standing == Standing.VALID
                ? ""
                : words.say("documents.ended." + standing, Locale.forLanguageTag(language.tag()));
    }

    private List<Attestation.Fact> facts(IssuedBadge badge, Locale locale) {
        var award = badge.award();
        var facts = new ArrayList<Attestation.Fact>();
        facts.add(new Attestation.Fact(words.say("documents.issuer", locale), badge.network()));
        facts.add(new Attestation.Fact(words.say("documents.day", locale), day(award.day(), locale)));
        if (award.expires() != null) {
            facts.add(new Attestation.Fact(words.say("documents.expires", locale), day(award.expires(), locale)));
        }
        facts.addAll(standing(award, locale));
        return facts;
    }

    private List<Attestation.Fact> standing(Award award, Locale locale) {
        var label = words.say("documents.standing", locale);
        return switch (award.standing()) {
            case VALID -> List.of();
            case EXPIRED, SUSPENDED ->
                List.of(new Attestation.Fact(label, words.say("documents.ended." + award.standing(), locale)));
            case REVOKED -> revoked(label, Objects.requireNonNull(award.revocation()), award.network(), locale);
        };
    }

    private List<Attestation.Fact> revoked(
            String label, Award.Revocation revocation, NetworkId network, Locale locale) {
        var zone = views.networks().find(network).map(Network::zone).orElse(ZoneOffset.UTC);
        var since = words.say("documents.revoked", locale, day(LocalDate.ofInstant(revocation.at(), zone), locale));
        var published = revocation.published();
        var reason = published == null || published.isBlank()
                ? words.say("work.revoke.reason." + revocation.reason(), locale)
                : published;
        return List.of(
                new Attestation.Fact(label, since),
                new Attestation.Fact(words.say("documents.reason", locale), reason));
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
