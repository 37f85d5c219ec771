package org.maillage.badge.issue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.catalogue.Competences;
import org.maillage.badge.credential.Achievement;
import org.maillage.badge.credential.Alignment;
import org.maillage.badge.credential.Credential;
import org.maillage.badge.credential.Criteria;
import org.maillage.badge.credential.Evidence;
import org.maillage.badge.credential.Image;
import org.maillage.badge.credential.OtherIdentifier;
import org.maillage.badge.credential.Profile;
import org.maillage.badge.proof.DidWeb;
import org.maillage.badge.question.Award;
import org.maillage.badge.status.StatusEntry;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.NetworkId;
import tools.jackson.databind.node.ObjectNode;

/** What credentials and the documents around them say. */
final class Statements {

    private final Addresses at;
    private final StatusPlaces places;

    Statements(Addresses at, StatusPlaces places) {
        this.at = at;
        this.places = places;
    }

    Addresses addresses() {
        return at;
    }

    /** A network as whoever issues. */
    Profile issuer(NetworkId network, String name, Language language) {
        var id = at.issuer(network);
        return new Profile(
                id,
                name,
                at.root(),
                Wording.in(language).say("issuer.description"),
                null,
                null,
                List.of(OtherIdentifier.did(DidWeb.of(id)), OtherIdentifier.openBadges2(at.hostedIssuer(network))));
    }

    /** One version of a definition, in one language. */
    Achievement achievement(
            NetworkId network,
            String networkName,
            BadgeDefinitionId definition,
            int version,
            BadgeContent content,
            Language language) {
        var text = language.of(content.texts());
        var number = Integer.toString(version);
        return new Achievement(
                at.achievement(definition, version, language),
                text.name(),
                text.description(),
                new Criteria(null, text.criteria()),
                language.tag(),
                new Image(at.achievementPng(definition, version), null),
                "Badge",
                number,
                Profile.named(at.issuer(network), networkName),
                List.of(new Achievement.Edition(
                        at.achievement(definition, version, language.other()),
                        language.other().tag(),
                        number)),
                content.alignments().stream()
                        .map(alignment -> alignment(alignment, language))
                        .toList(),
                List.of(OtherIdentifier.openBadges2(at.hostedBadge(definition, version, language))));
    }

    /**
     * A badge.
     *
     * @param validFrom when what it says was said last, or its key came
     * @param endorsements signed
     */
    Credential.Badge badge(Signing.Said said, Instant validFrom, List<ObjectNode> endorsements) {
        var award = said.award();
        var issuer = said.issuer();
        var language = said.language();
        return new Credential.Badge(
                at.credential(award.code(), language),
                issuer(award.network(), issuer.name(), language),
                achievement(
                        award.network(), issuer.name(), award.definition(), award.version(), award.content(), language),
                URI.create("urn:uuid:" + award.recipient()),
                said.identities(),
                award.awardedAt(),
                validFrom,
                validUntil(award, issuer.zone()),
                status(award),
                award.narrative(),
                new Image(at.png(award.code(), language), null),
                evidence(award, issuer.name(), language),
                endorsements);
    }

    /** The network that issues. */
    record Issuer(String name, ZoneId zone) {}

    /** The end of its last day. */
    private static @Nullable Instant validUntil(Award award, ZoneId zone) {
        return award.expires() == null
                ? null
                : award.expires().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private StatusEntry status(Award award) {
        var place = places.of(award.network(), award.number());
        return new StatusEntry(
                at.status(award.network(), StatusPurpose.REVOCATION, place.list()),
                place.place(),
                StatusPurpose.REVOCATION);
    }

    private List<Evidence> evidence(Award award, String network, Language language) {
        var words = Wording.in(language);
        var evidence = new ArrayList<Evidence>();
        var count = award.earned().stream()
                .map(earned -> earned.contribution())
                .distinct()
                .count();
        if (count > 0) {
            evidence.add(new Evidence(
                    at.page(award.code()),
                    words.say("contributions.name"),
                    words.say(count == 1 ? "contributions.one" : "contributions.many", network, count),
                    null,
                    null));
        }
        if (award.evidence() != null) {
            evidence.add(new Evidence(URI.create(award.evidence()), words.say("hand.name"), null, null, null));
        }
        return evidence;
    }

    /** What somebody says in favour of a badge, by a key that stands for them and says nothing else. */
    Credential.Endorsement endorsement(Award award, Award.Endorsement said, URI endorser, String network) {
        var words = Wording.in(Language.FR);
        var who = said.organisation() == null ? "endorser.member" : "endorser.organisation";
        return new Credential.Endorsement(
                at.endorsement(award.code(), name(award, said)),
                Profile.named(endorser, words.say(who, network)),
                words.say("endorsement.name"),
                at.credential(award.code(), Language.FR),
                said.words(),
                said.since(),
                null);
    }

    /**
     * The name of an endorsement within its badge: the same for as long as it stands, and nobody's id. Whoever endorses
     * anew, after having withdrawn, says something else by another name.
     */
    static String name(Award award, Award.Endorsement said) {
        var practice = said.practice();
        var text = award.award() + " " + endorser(said) + " " + said.since() + (practice == null ? "" : " " + practice);
        return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** Who says it: an organisation speaks once, whoever says it for them. */
    static UUID endorser(Award.Endorsement said) {
        return said.organisation() == null
                ? said.by().value()
                : said.organisation().value();
    }

    private static Alignment alignment(org.maillage.ledger.value.Alignment alignment, Language language) {
        var code = alignment.code();
        var name = Competences.find(alignment).map(language::of);
        return switch (alignment.framework()) {
            case DIGCOMP_2_2 ->
                of("DigComp 2.2", code, name, "https://publications.jrc.ec.europa.eu/repository/handle/JRC128415");
            case PIX -> of("Pix", code, name, "https://pix.fr/competences");
            case ESCO -> of("ESCO", code, name, esco(code));
        };
    }

    /** ESCO's own codes are addresses, or what ends them. */
    private static String esco(String code) {
        return code.startsWith("http") ? code : "http://data.europa.eu/esco/skill/" + code;
    }

    private static Alignment of(String framework, String code, Optional<String> name, String url) {
        return new Alignment(name.orElse(framework + " · " + code), URI.create(url), framework, code, null);
    }
}
