package org.maillage.web.contributions;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.AccountId.Holder;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.ShareId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.network.Network;
import org.maillage.web.contributions.ShareLinks.Due;
import org.maillage.web.frame.Words;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    private final TransactionTemplate transactions;

    ShareLetters(
            Projections views,
            CitedAddresses addresses,
            ShareLinks links,
            SaidShare said,
            Post post,
            PublicAddress site,
            Words words,
            PlatformTransactionManager transactions) {
        this.views = views;
        this.addresses = addresses;
        this.links = links;
        this.said = said;
        this.post = post;
        this.site = site;
        this.words = words;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Writes down, in one transaction and before the claim is sent to the ledger, who is to have a letter: the address and
     * the link. A form that is sent again with other people in it is the claim as it was sent first.
     *
     * @param typed addresses of people who were entered with the claim
     */
    void prepare(Submit claim, Map<MemberId, EmailAddress> typed, Locale locale) {
        if (!cites(claim)) {
            return;
        }
        var made = views.contributions().find(claim.network(), claim.contribution(), AsOf.NOW);
        transactions.executeWithoutResult(_ -> {
            for (var share : claim.shares()) {
                cited(share, claim)
                        .filter(member -> made.isEmpty() || isOf(made.get(), share.share(), member))
                        .ifPresent(member -> prepare(claim, share, member, typed.get(member), locale));
            }
        });
    }

    private void prepare(
            Submit claim, ClaimedShare share, MemberId member, @Nullable EmailAddress typed, Locale locale) {
        if (typed != null) {
            addresses.keep(member, typed);
        }
        if (views.members().personOf(member).isEmpty() && addresses.of(member).isPresent()) {
            links.make(new Due(claim.network(), claim.contribution(), share.share(), member, locale));
        }
    }

    private static boolean cites(Submit claim) {
        return claim.shares().stream().anyMatch(share -> cited(share, claim).isPresent());
    }

    private static Optional<MemberId> cited(ClaimedShare share, Submit claim) {
        return Optional.of(share.contributor())
                .filter(account -> account.holder() == Holder.MEMBER)
                .map(account -> new MemberId(account.id()))
                .filter(member -> !member.equals(claim.by()));
    }

    private static boolean isOf(Contribution made, ShareId share, MemberId member) {
        return made.shares().stream()
                .anyMatch(one -> one.share().equals(share) && one.contributor().equals(AccountId.of(member)));
    }

    /** Sends the letters of a claim that are due. */
    void send(Submit claim) {
        if (cites(claim)) {
            links.take(claim.contribution()).forEach(this::send);
        }
    }

    /** Sends the letters that a stop, or a mail server that was away, has left. */
    void sendLeft() {
        links.forgetUnmade();
        links.take(null).forEach(this::send);
    }

    // Nothing is told of a claim that the ledger did not take, and nothing to whom it does not cite.
    private void send(Due due) {
        var made = views.contributions().find(due.network(), due.contribution(), AsOf.NOW);
        if (made.isEmpty()) {
            links.release(due.share());
            return;
        }
        var share = made.get().shares().stream()
                .filter(one -> one.share().equals(due.share()))
                .filter(one -> one.contributor().equals(AccountId.of(due.member())))
                .findFirst();
        var address = addresses.of(due.member());
        if (share.isEmpty() || address.isEmpty() || !made.get().state().isOpen()) {
            links.forget(due.share());
        } else if (post.send(letter(made.get(), share.get(), address.get(), due.language()))) {
            links.sent(due.share());
        }
    }

    private Letter letter(Contribution claim, Share share, EmailAddress address, Locale locale) {
        var by = words.name(claim.network(), claim.by(), locale);
        var network = views.networks().find(claim.network()).map(Network::name).orElse("");
        return new Letter(
                address.value(),
                words.say("share.letter.subject", locale, by),
                words.say(
                        "share.letter.body",
                        locale,
                        said.together(claim.network(), by, share.kind(), share.claimed(), share.day(), locale),
                        words.day(share.day(), locale),
                        site.of("/ma-part?jeton=" + links.secret(share.share()).text()),
                        ShareLinks.LIFE.toDays(),
                        network));
    }
}
