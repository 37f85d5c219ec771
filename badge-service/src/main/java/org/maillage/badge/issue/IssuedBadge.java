package org.maillage.badge.issue;

import java.net.URI;
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
 */
public record IssuedBadge(Award award, String network, Addresses addresses, long list, int place) {

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
        return addresses.hosted(award.network(), award.definition(), award.version(), award.code(), language);
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
