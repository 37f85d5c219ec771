package org.maillage.badge.credential;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.Contexts;
import org.maillage.badge.jsonld.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is awarded, in one language: a language map would leave the text unsigned (Open Badges 3.0, Achievement).
 *
 * @param id an address of this definition, version and language
 * @param language of the texts, such as {@code fr}
 * @param editions the same in other languages, and earlier versions
 * @param kind such as {@code Badge}, {@code CommunityService} or {@code Competency}; null leaves it open
 * @param version of the definition
 */
public record Achievement(
        URI id,
        String name,
        String description,
        Criteria criteria,
        String language,
        @Nullable Image image,
        @Nullable String kind,
        @Nullable String version,
        @Nullable Profile creator,
        List<Edition> editions,
        List<Alignment> alignments,
        List<OtherIdentifier> otherIdentifiers) {

    public Achievement {
        editions = List.copyOf(editions);
        alignments = List.copyOf(alignments);
        otherIdentifiers = List.copyOf(otherIdentifiers);
    }

    /** Another edition of the same achievement (Open Badges 3.0, Related). */
    public record Edition(
            URI id, @Nullable String language, @Nullable String version) {

        Thing thing() {
            return Thing.of(id, Type.RELATED).text(Term.IN_LANGUAGE, language).text(Term.VERSION, version);
        }
    }

    /** What the achievement's own address gives: JSON-LD, not signed. */
    public ObjectNode document() {
        var document = StrictJson.object();
        document.set("@context", StrictJson.texts(List.of(Contexts.CREDENTIALS, Contexts.OPEN_BADGES)));
        return thing().json(document);
    }

    Thing thing() {
        return Thing.of(id, Type.ACHIEVEMENT)
                .text(Term.ACHIEVEMENT_TYPE, kind)
                .text(Term.NAME, name)
                .text(Term.DESCRIPTION, description)
                .text(Term.IN_LANGUAGE, language)
                .text(Term.VERSION, version)
                .one(Term.CRITERIA, criteria.thing())
                .one(Term.IMAGE, image == null ? null : image.thing())
                .one(Term.CREATOR, creator == null ? null : creator.thing())
                .many(Term.RELATED, editions.stream().map(Edition::thing).toList())
                .many(Term.ALIGNMENT, alignments.stream().map(Alignment::thing).toList())
                .many(
                        Term.OTHER_IDENTIFIER,
                        otherIdentifiers.stream().map(OtherIdentifier::thing).toList());
    }
}
