package org.maillage.web.contributions;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.token.SecretToken;
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
     * Writes a letter to each who has had none for their share, with a link of their own; sent again, it writes those
     * that a stop has left out.
     *
     * @param typed addresses of people who were entered with the claim
     */
    void send(Submit claim, Map<MemberId, EmailAddress> typed, Locale locale) {
        var made = views.contributions().find(claim.network(), claim.contribution(), AsOf.NOW);
        for (var share : claim.shares()) {
            cited(share, claim)
                    .filter(_ -> made.isEmpty() || isOf(made.get(), share))
                    .filter(_ -> !links.isMade(share.share()))
                    .ifPresent(member -> send(claim, share, member, typed.get(member), locale));
        }
    }

    // A form that is sent again with other people in it is the claim as it was sent first.
    private static boolean isOf(Contribution made, ClaimedShare share) {
        return made.shares().stream()
                .anyMatch(one ->
                        one.share().equals(share.share()) && one.contributor().equals(share.contributor()));
    }

    private static Optional<MemberId> cited(ClaimedShare share, Submit claim) {
        return Optional.of(share.contributor())
                .filter(account -> account.holder() == Holder.MEMBER)
                .map(account -> new MemberId(account.id()))
                .filter(member -> !member.equals(claim.by()));
    }

    private void send(Submit claim, ClaimedShare share, MemberId member, @Nullable EmailAddress typed, Locale locale) {
        if (typed != null) {
            addresses.keep(member, typed);
        }
        if (views.members().personOf(member).isEmpty()) {
            addresses
                    .of(member)
                    .ifPresent(address -> links.make(claim.network(), claim.contribution(), share.share(), member)
                            .ifPresent(token -> write(claim, share, address, token, locale)));
        }
    }

    private void write(Submit claim, ClaimedShare share, EmailAddress address, SecretToken token, Locale locale) {
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
