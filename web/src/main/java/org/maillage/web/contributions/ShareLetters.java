package org.maillage.web.contributions;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Writes to those whom a claim cites and who have no account, where their address is known, so that they answer for their
 * share. Whoever has an account is told as about all that waits for them.
 */
@Component
class ShareLetters {

    private final Projections views;
    private final CitedAddresses addresses;
    private final ShareLinks links;
    private final SaidShare said;
    private final Post post;
    private final PublicAddress site;
    private final Words words;

    ShareLetters(
            Projections views,
            CitedAddresses addresses,
            ShareLinks links,
            SaidShare said,
            Post post,
            PublicAddress site,
            Words words) {
        this.views = views;
        this.addresses = addresses;
        this.links = links;
        this.said = said;
        this.post = post;
        this.site = site;
        this.words = words;
    }

    /**
     * Writes a letter to each, with a link of their own.
     *
     * @param typed addresses of people who were entered with the claim, by their reference in its form
     */
    void send(Submit claim, Map<String, String> typed, Locale locale) {
        var ids = new FormKey(claim.contribution().value());
        typed.forEach((person, address) ->
                EmailAddress.read(address).ifPresent(read -> addresses.keep(ClaimShares.member(ids, person), read)));
        for (var share : claim.shares()) {
            cited(share, claim)
                    .filter(member -> views.members().personOf(member).isEmpty())
                    .flatMap(addresses::of)
                    .ifPresent(address -> send(claim, share, address, locale));
        }
    }

    private static Optional<MemberId> cited(ClaimedShare share, Submit claim) {
        return Optional.of(share.contributor())
                .filter(account -> account.holder() == Holder.MEMBER)
                .map(account -> new MemberId(account.id()))
                .filter(member -> !member.equals(claim.by()));
    }

    private void send(Submit claim, ClaimedShare share, EmailAddress address, Locale locale) {
        var member = new MemberId(share.contributor().id());
        var token = links.make(claim.network(), claim.contribution(), share.share(), member);
        var by = words.name(claim.network(), claim.by(), locale);
        var network = views.networks().find(claim.network()).map(Network::name).orElse("");
        post.send(new Letter(
                address.value(),
                words.say("share.letter.subject", locale, by),
                words.say(
                        "share.letter.body",
                        locale,
                        said.together(claim.network(), by, share.kind(), share.quantity(), share.day(), locale),
                        words.day(share.day(), locale),
                        site.of("/ma-part?jeton=" + token.text()),
                        ShareLinks.LIFE.toDays(),
                        network)));
    }
}
