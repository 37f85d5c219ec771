package org.maillage.web.signin;

import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Member.Status;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invites by letter: one membership for each address of a network, and one letter for each form. */
@Component
public final class Invitations {

    private final JdbcClient jdbc;
    private final JoinSecrets secrets;
    private final SignIns signIns;
    private final Correspondents correspondents;
    private final Commands commands;
    private final Projections views;
    private final Vault vault;
    private final Post post;
    private final PublicAddress address;
    private final MessageSource messages;

    Invitations(
            JdbcClient jdbc,
            JoinSecrets secrets,
            SignIns signIns,
            Correspondents correspondents,
            Commands commands,
            Projections views,
            Vault vault,
            Post post,
            PublicAddress address,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.signIns = signIns;
        this.correspondents = correspondents;
        this.commands = commands;
        this.views = views;
        this.vault = vault;
        this.post = post;
        this.address = address;
        this.messages = messages;
    }

    /** What came of inviting. */
    public enum Answer {
        SENT,
        /** the address was invited before: the same membership, a new link */
        SENT_AGAIN,
        /** the address is a member's; nothing was sent */
        ALREADY_A_MEMBER
    }

    /**
     * Whom a coordinator, or an administrator, wants to invite.
     *
     * @param by the coordinator's membership; null for an administrator
     * @param name what the membership is called until the person says otherwise
     */
    public record Guest(
            NetworkId network, String networkName, @Nullable MemberId by, String name, EmailAddress email) {}

    /** Invites somebody; the same form sent twice sends one letter. */
    public Answer invite(Actor actor, FormKey form, Guest guest, Locale locale) {
        // The letter and the id belong to this address: a form that comes back corrected is another invitation.
        var key = new FormKey(
                form.id("invite " + HexFormat.of().formatHex(guest.email().hmac(vault))));
        var member = memberFor(guest, new MemberId(key.id("member")));
        if (isMember(guest) || stands(guest.network(), member, Status.JOINED)) {
            return Answer.ALREADY_A_MEMBER;
        }
        var known = stands(guest.network(), member, Status.INVITED);
        var email = guest.email().value();
        commands.run(actor, key.toString(), new Invite(member, guest.network(), guest.by(), guest.name(), email));
        if (!takesLetter(guest, key)) {
            return Answer.SENT;
        }
        send(guest, member, locale);
        return known ? Answer.SENT_AGAIN : Answer.SENT;
    }

    private boolean isMember(Guest guest) {
        return signIns.find(guest.email()).stream()
                .flatMap(person -> views.members().membershipsOf(person).stream())
                .anyMatch(held ->
                        held.network().equals(guest.network()) && stands(held.network(), held.member(), Status.JOINED));
    }

    private boolean stands(NetworkId network, MemberId member, Status status) {
        return views.members()
                .find(network, member, AsOf.NOW)
                .map(Member::status)
                .filter(status::equals)
                .isPresent();
    }

    // Two requests at once agree on one membership; somebody who left is invited to a new one.
    private MemberId memberFor(Guest guest, MemberId offered) {
        var hmac = guest.email().hmac(vault);
        jdbc.sql("insert into web.invited_address (network, email_hmac, member) values (?, ?, ?) on conflict do"
                        + " nothing")
                .params(guest.network().value(), hmac, offered.value())
                .update();
        var kept = invited(guest.network(), hmac);
        if (!stands(guest.network(), kept, Status.LEFT)) {
            return kept;
        }
        jdbc.sql("update web.invited_address set member = ? where network = ? and email_hmac = ? and member = ?")
                .params(offered.value(), guest.network().value(), hmac, kept.value())
                .update();
        return invited(guest.network(), hmac);
    }

    private MemberId invited(NetworkId network, byte[] hmac) {
        return new MemberId(jdbc.sql("select member from web.invited_address where network = ? and email_hmac = ?")
                .params(network.value(), hmac)
                .query(UUID.class)
                .single());
    }

    private boolean takesLetter(Guest guest, FormKey key) {
        return jdbc.sql("""
            update web.invited_address set last_key = ?
            where network = ? and email_hmac = ? and last_key is distinct from ?
            """)
                        .params(
                                key.value(),
                                guest.network().value(),
                                guest.email().hmac(vault),
                                key.value())
                        .update()
                == 1;
    }

    private void send(Guest guest, MemberId member, Locale locale) {
        correspondents.keep(member, guest.email());
        var token = secrets.invitation(guest.network(), member, guest.email());
        var link = address.of("/rejoindre?jeton=" + token.text());
        var name = guest.networkName();
        post.send(new Letter(
                guest.email().value(),
                messages.getMessage("signin.invitation.subject", new Object[] {name}, locale),
                messages.getMessage(
                        "signin.invitation.body", new Object[] {name, link, JoinSecrets.LIFE.toDays()}, locale)));
    }
}
