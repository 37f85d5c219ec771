package org.maillage.badge.issue;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.credential.HashedIdentity;
import org.maillage.badge.openbadges2.HostedAddresses;
import org.maillage.badge.question.Award;
import org.maillage.badge.status.StatusPurpose;

/**
 * A badge and where everything about it is.
 *
 * @param award as it is now
 * @param network name of the network that issues it
 * @param addresses where things are
 * @param list number of its status list
 * @param place its place in that list
 * @param telling whom it names beside the opaque name; null, as it is for everybody, where it names nobody
 */
public record IssuedBadge(
        Award award,
        String network,
        Addresses addresses,
        long list,
        int place,
        @Nullable Telling telling) {

    /**
     * Its member's e-mail address, hashed: for the one platform for which they asked for it.
     *
     * @param secret ends the address of the hosted document that says so, for whoever was given it
     */
    public record Telling(HashedIdentity identity, String secret) {}

    /** The same badge with its member's address in it. */
    public IssuedBadge telling(Telling told) {
        return new IssuedBadge(award, network, addresses, list, place, told);
    }

    List<HashedIdentity> identities() {
        return telling == null ? List.of() : List.of(telling.identity());
    }

    /** The same badge in each form, in one language. */
    public record Forms(URI credential, URI json, URI jwt, URI png, URI svg, URI pdf, URI card, URI openBadges2) {}

    public URI page() {
        return addresses.page(award.code());
    }

    public Forms forms(Language language) {
        var code = award.code();
        return new Forms(
                addresses.credential(code, language),
                addresses.json(code, language),
                addresses.jwt(code, language),
                addresses.png(code, language),
                addresses.svg(code, language),
                addresses.pdf(code, language),
                addresses.card(code, language),
                hosted(language).assertion());
    }

    public HostedAddresses hosted(Language language) {
        var at = addresses.hosted(award.network(), award.definition(), award.version(), award.code(), language);
        return telling == null
                ? at
                : new HostedAddresses(
                        at.issuer(),
                        at.badgeClass(),
                        addresses.telling(award.code(), telling.secret()),
                        at.revocationList());
    }

    public URI issuer() {
        return addresses.issuer(award.network());
    }

    /** The list that says whether it is revoked. */
    public URI statusList() {
        return addresses.status(award.network(), StatusPurpose.REVOCATION, list);
    }

    /** Where an endorsement of it is, signed. */
    public URI endorsement(Award.Endorsement endorsement) {
        return addresses.endorsement(award.code(), Statements.name(award, endorsement));
    }
}
