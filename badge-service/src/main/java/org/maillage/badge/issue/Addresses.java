package org.maillage.badge.issue;

import java.net.URI;
import org.maillage.badge.openbadges2.HostedAddresses;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;

/**
 * Where what is issued is found. Each address is a name that others keep in their files: what it means never changes.
 *
 * @param root of the site, without a slash at its end
 */
public record Addresses(URI root) {

    /** The issuer's id: its profile, and the controller of its keys. */
    public URI issuer(NetworkId network) {
        return at("/issuers/" + network);
    }

    /** The document of the issuer's did:web. */
    public URI did(NetworkId network) {
        return at("/issuers/" + network + "/did.json");
    }

    public URI jwks(NetworkId network) {
        return at("/issuers/" + network + "/jwks.json");
    }

    public URI key(NetworkId network, IssuerKeyId key) {
        return at("/issuers/" + network + "/keys/" + key);
    }

    /**
     * A status list.
     *
     * @param list its number, from 0
     */
    public URI status(NetworkId network, StatusPurpose purpose, long list) {
        return at("/issuers/" + network + "/status/" + purpose.key() + "/" + list);
    }

    /** The page of a badge, and the id of its credential in French. */
    public URI page(BadgeCode code) {
        return at("/b/" + code.shown());
    }

    /** The id of a badge's credential in a language. */
    public URI credential(BadgeCode code, Language language) {
        return in(page(code), language);
    }

    public URI json(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + ".json"), language);
    }

    public URI jwt(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + ".jwt"), language);
    }

    /** The picture with the credential in it. */
    public URI png(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + ".png"), language);
    }

    /** The drawing with the credential in it. */
    public URI svg(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + ".svg"), language);
    }

    /** The attestation to print. */
    public URI pdf(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + ".pdf"), language);
    }

    /** The picture that other sites show beside a link. */
    public URI card(BadgeCode code, Language language) {
        return in(at("/b/" + code.shown() + "/card.png"), language);
    }

    /**
     * An endorsement of a badge.
     *
     * @param name its own within the badge
     */
    public URI endorsement(BadgeCode code, String name) {
        return at("/b/" + code.shown() + "/endorsements/" + name + ".json");
    }

    public URI achievement(BadgeDefinitionId definition, int version, Language language) {
        return at("/achievements/" + definition + "/" + version + "/" + language.tag());
    }

    public URI achievementPng(BadgeDefinitionId definition, int version) {
        return at("/achievements/" + definition + "/" + version + "/image.png");
    }

    public URI achievementSvg(BadgeDefinitionId definition, int version) {
        return at("/achievements/" + definition + "/" + version + "/image.svg");
    }

    /** Where Open Badges 2.0 finds the same. */
    public HostedAddresses hosted(
            NetworkId network, BadgeDefinitionId definition, int version, BadgeCode code, Language language) {
        return new HostedAddresses(
                hostedIssuer(network),
                hostedBadge(definition, version, language),
                in(at("/ob2/b/" + code.shown()), language),
                hostedRevocations(network));
    }

    /** The hosted document that tells whose badge it is, for whoever was given its address. */
    URI telling(BadgeCode code, String secret) {
        return at("/ob2/b/" + code.shown() + "?pour=" + secret);
    }

    public URI hostedIssuer(NetworkId network) {
        return at("/ob2/issuers/" + network);
    }

    public URI hostedRevocations(NetworkId network) {
        return at("/ob2/issuers/" + network + "/revoked");
    }

    public URI hostedBadge(BadgeDefinitionId definition, int version, Language language) {
        return at("/ob2/badges/" + definition + "/" + version + "/" + language.tag());
    }

    private URI at(String path) {
        return URI.create(root + path);
    }

    private static URI in(URI address, Language language) {
        return language == Language.FR ? address : URI.create(address + "?lang=" + language.tag());
    }
}
