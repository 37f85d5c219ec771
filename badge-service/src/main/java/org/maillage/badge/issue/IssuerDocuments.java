package org.maillage.badge.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.openbadges2.HostedAddresses;
import org.maillage.badge.openbadges2.HostedDocuments;
import org.maillage.badge.proof.IssuerKey;
import org.maillage.badge.proof.KeyDocuments;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Definition;
import org.maillage.badge.question.Definitions;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;
import tools.jackson.databind.node.ObjectNode;

/** The documents about networks that issue, their keys, and what they award. Empty where there is no such thing. */
public final class IssuerDocuments {

    private final Reading reading;
    private final Awards awards;
    private final Definitions definitions;
    private final Contents contents;
    private final IssuerKeys keys;
    private final Pictures pictures = new Pictures();
    private final Supplier<@Nullable Statements> statements;

    IssuerDocuments(
            Reading reading,
            Awards awards,
            Definitions definitions,
            Contents contents,
            IssuerKeys keys,
            Supplier<@Nullable Statements> statements) {
        this.reading = reading;
        this.awards = awards;
        this.definitions = definitions;
        this.contents = contents;
        this.keys = keys;
        this.statements = statements;
    }

    private record Known(NetworkId network, Statements.Issuer issuer, List<IssuerKey> keys, Statements statements) {}

    /** The profile, with the keys that speak for it. */
    public Optional<byte[]> profile(NetworkId network, Language language) {
        return of(
                network,
                known -> known.statements()
                        .issuer(network, known.issuer().name(), language)
                        .document(known.keys()));
    }

    /** The DID document of its did:web. */
    public Optional<byte[]> did(NetworkId network) {
        return of(
                network,
                known -> KeyDocuments.didDocument(known.statements().addresses().issuer(network), known.keys()));
    }

    /** Its keys as a set of JSON Web Keys. */
    public Optional<byte[]> jwks(NetworkId network) {
        return of(network, known -> KeyDocuments.jwks(known.keys()));
    }

    /** One key, also one that signs no more. */
    public Optional<byte[]> key(NetworkId network, IssuerKeyId id) {
        return known(network)
                .flatMap(known -> known.keys().stream()
                        .filter(key ->
                                key.id().equals(known.statements().addresses().key(network, id)))
                        .findFirst())
                .map(key -> StrictJson.write(KeyDocuments.document(key)));
    }

    /** One version of what it awards. */
    public Optional<byte[]> achievement(BadgeDefinitionId id, int version, Language language) {
        return definition(id, version)
                .flatMap(definition -> of(
                        definition.network(),
                        known -> known.statements()
                                .achievement(
                                        known.network(),
                                        known.issuer().name(),
                                        id,
                                        version,
                                        definition.content(version),
                                        language)
                                .document()));
    }

    /** Its picture, with no credential in it. */
    public Optional<byte[]> achievementPng(BadgeDefinitionId id, int version) {
        return definition(id, version)
                .map(definition -> pictures.png(Pictures.image(definition.network(), definition.content(version))));
    }

    /** Its drawing, with no credential in it. */
    public Optional<byte[]> achievementSvg(BadgeDefinitionId id, int version) {
        return definition(id, version).map(definition -> {
            var text = definition.content(version).texts().fr();
            return Pictures.image(definition.network(), definition.content(version))
                    .svg(text.name(), text.description())
                    .getBytes(UTF_8);
        });
    }

    /** Open Badges 2.0, Issuer. */
    public Optional<byte[]> hostedIssuer(NetworkId network) {
        return of(
                network,
                known -> HostedDocuments.issuer(
                        known.statements().issuer(network, known.issuer().name(), Language.FR),
                        issuerAt(known.statements().addresses(), network)));
    }

    /** Open Badges 2.0, BadgeClass. */
    public Optional<byte[]> hostedBadge(BadgeDefinitionId id, int version, Language language) {
        return definition(id, version)
                .flatMap(definition -> of(definition.network(), known -> {
                    var achievement = known.statements()
                            .achievement(
                                    known.network(),
                                    known.issuer().name(),
                                    id,
                                    version,
                                    definition.content(version),
                                    language);
                    var addresses = known.statements().addresses();
                    var address = addresses.hostedBadge(id, version, language);
                    return HostedDocuments.badgeClass(
                            achievement,
                            new HostedAddresses(
                                    addresses.hostedIssuer(known.network()),
                                    address,
                                    address,
                                    addresses.hostedRevocations(known.network())));
                }));
    }

    /** Open Badges 2.0, RevocationList: the badges that were public, so that the list tells of no other. */
    public Optional<byte[]> hostedRevocations(NetworkId network) {
        return of(network, known -> {
            var addresses = known.statements().addresses();
            var revoked =
                    awards
                            .of(reading.list("""
                                select award from badge.award_change where network = ? and what = 'award.revoked'
                                 order by position
                                """, row -> new AwardId(Reading.uuid(row, "award")), network.value()))
                            .stream()
                            .filter(Award::shown)
                            .map(award -> new HostedDocuments.Revoked(
                                    hosted(addresses, award),
                                    award.revocation() == null
                                            ? null
                                            : award.revocation().published()))
                            .toList();
            return HostedDocuments.revocationList(revoked, issuerAt(addresses, network));
        });
    }

    private static java.net.URI hosted(Addresses addresses, Award award) {
        BadgeCode code = award.code();
        return addresses
                .hosted(award.network(), award.definition(), award.version(), code, Language.FR)
                .assertion();
    }

    private static HostedAddresses issuerAt(Addresses addresses, NetworkId network) {
        var issuer = addresses.hostedIssuer(network);
        return new HostedAddresses(issuer, issuer, issuer, addresses.hostedRevocations(network));
    }

    private Optional<Definition> definition(BadgeDefinitionId id, int version) {
        return definitions
                .find(id)
                .filter(found -> version >= 1 && version <= found.versions().size());
    }

    private Optional<byte[]> of(NetworkId network, Function<Known, ObjectNode> document) {
        return known(network).map(known -> StrictJson.write(document.apply(known)));
    }

    private Optional<Known> known(NetworkId network) {
        var now = statements.get();
        return now == null
                ? Optional.empty()
                : contents.network(network)
                        .map(issuer -> new Known(
                                network,
                                issuer,
                                keys.of(network).stream()
                                        .map(key -> key.published(now.addresses()))
                                        .toList(),
                                now));
    }
}
