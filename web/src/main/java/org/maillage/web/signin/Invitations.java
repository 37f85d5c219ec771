package org.maillage.web.signin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Refused;
import org.maillage.ledger.member.MemberCommand.Invite;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Member.Status;
import org.maillage.projection.member.Membership;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.security.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invites by letter: one membership for each address of a network, and one letter for each form. Letters go behind the
 * answer, since a mail server may be silent.
 */
@Component
public final class Invitations {

    private final JdbcClient jdbc;
    private final InvitationLetters letters;
    private final InvitationRounds rounds;
    private final SignIns signIns;
    private final Commands commands;
    private final Projections views;
    private final Vault vault;

    Invitations(
            JdbcClient jdbc,
            InvitationLetters letters,
            InvitationRounds rounds,
            SignIns signIns,
            Commands commands,
            Projections views,
            Vault vault) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.rounds = rounds;
        this.signIns = signIns;
        this.commands = commands;
        this.views = views;
        this.vault = vault;
    }

    /** What came of inviting. */
    public enum Answer {
        SENT,
        /** the address was invited before: the same membership, a new link */
        SENT_AGAIN,
        /** the address is a member's; nothing was sent */
        ALREADY_A_MEMBER;

        /** How a page shows it: as a success or for information. */
        public String tone() {
            return switch (this) {
                case SENT, SENT_AGAIN -> "success";
                case ALREADY_A_MEMBER -> "info";
            };
        }
    }

    /**
     * Whom a coordinator, or an administrator, wants to invite.
     *
     * @param by the coordinator's membership; null for an administrator
     * @param name what the membership is called until the person says otherwise
     */
    public record Guest(NetworkId network, @Nullable MemberId by, String name, EmailAddress email) {}

    /** What came of inviting one person among several. */
    public sealed interface Came {

        /**
         * They were answered.
         *
         * @param called what the membership was called before; empty where there was none
         */
        record Answered(Answer answer, String called) implements Came {}

        /** The ledger refused it. */
        record Declined(Refused refusal) implements Came {}
    }

    /**
     * One request to invite.
     *
     * @param letter what tells its letter from others: the same one is sent once
     * @param offered the id of the membership where the address has none
     * @param repeated whether this very request was answered before, so that it is only repeated
     */
    public record Asking(UUID letter, MemberId offered, boolean repeated) {}

    /** Invites somebody; the same form sent twice sends one letter. */
    public Answer invite(Actor actor, FormKey form, Guest guest, Locale locale) {
        return invite(actor, form, guest, locale, _ -> {});
    }

    /**
     * Invites somebody; the same form sent twice sends one letter.
     *
     * @param then what else is asked of the ledger about the membership, before the letter goes
     */
    public Answer invite(Actor actor, FormKey form, Guest guest, Locale locale, Consumer<MemberId> then) {
        var asking = asking(form, guest);
        return invite(guest, asking, locale, command -> {
            commands.run(actor, asking.letter().toString(), command);
            then.accept(command.member());
        });
    }

    // The letter and the id belong to this address: a form that comes back corrected is another invitation.
    private Asking asking(FormKey form, Guest guest) {
        var key = new FormKey(
                form.id("invite " + HexFormat.of().formatHex(guest.email().hmac(vault))));
        return new Asking(key.value(), new MemberId(key.id("member")), false);
    }

    /**
     * Invites several people of one network, each standing alone; the same form sent twice sends each one letter. What
     * waits for the disk is done once for all of them.
     *
     * @param guests each address once
     * @return for each guest, in order, what came of it
     */
    public List<Came> inviteAll(Viewer viewer, FormKey form, List<Guest> guests, Locale locale) {
        // Each in a transaction of its own: the views are asked on other connections, which must not be waited for with
        // one.
        var found =
                guests.stream().map(guest -> found(guest, asking(form, guest))).toList();
        var asked = found.stream().filter(one -> !one.isJoined()).toList();
        var results = commands.runAll(
                        viewer,
                        form,
                        asked.stream().map(Found::command).toList(),
                        asked.stream()
                                .map(one -> one.asking().letter().toString())
                                .toList())
                .iterator();
        var declined = new HashMap<Found, Refused>();
        for (var one : asked) {
            if (results.next() instanceof Ledger.Result.Declined(Refused refusal)) {
                declined.put(one, refusal);
            }
        }
        var kept = letters.keep(asked.stream()
                .filter(one -> !declined.containsKey(one))
                .map(one -> one.letter(locale))
                .toList());
        rounds.wake();
        // A person with two addresses is one.
        var invited = new HashSet<MemberId>();
        var came = new ArrayList<Came>();
        for (var one : found) {
            var refusal = declined.get(one);
            came.add(
                    refusal == null
                            ? new Came.Answered(one.answer(kept, !invited.add(one.member())), one.called())
                            : new Came.Declined(refusal));
        }
        return came;
    }

    private Found found(Guest guest, Asking asking) {
        var member = memberFor(guest, asking.offered());
        return new Found(guest, asking, member, find(guest.network(), member));
    }

    /** A guest, and the membership that is offered to them; {@code known} is null where it is new. */
    private record Found(
            Guest guest,
            Asking asking,
            MemberId member,
            @Nullable Member known) {

        boolean isJoined() {
            return known != null && known.status() == Status.JOINED;
        }

        boolean isInvited() {
            return known != null && known.status() == Status.INVITED;
        }

        /**
         * What came of it, where the ledger took it.
         *
         * @param kept the letters that go by this; where one went before, its form was sent twice and its first answer stands
         * @param again whether the same membership was invited just before
         */
        Answer answer(Set<UUID> kept, boolean again) {
            if (isJoined()) {
                return Answer.ALREADY_A_MEMBER;
            }
            return (isInvited() || again) && kept.contains(asking.letter()) ? Answer.SENT_AGAIN : Answer.SENT;
        }

        String called() {
            return known == null ? "" : known.name();
        }

        Invite command() {
            return new Invite(
                    member,
                    guest.network(),
                    guest.by(),
                    guest.name(),
                    guest.email().value());
        }

        InvitationLetters.ToKeep letter(Locale locale) {
            return new InvitationLetters.ToKeep(asking.letter(), guest.network(), member, guest.email(), locale);
        }
    }

    /**
     * Invites somebody.
     *
     * @param ledger asks the ledger, which tells whether whoever asks may
     */
    public Answer invite(Guest guest, Asking asking, Locale locale, Consumer<Invite> ledger) {
        var found = found(guest, asking);
        if (found.isJoined() && !asking.repeated()) {
            return Answer.ALREADY_A_MEMBER;
        }
        ledger.accept(found.command());
        if (found.isJoined()) {
            return Answer.SENT;
        }
        var kept = letters.keep(List.of(found.letter(locale)));
        rounds.wake();
        return found.answer(kept, false);
    }

    /** Whether the letter to somebody who was invited was refused by the mail server so far; it is tried again. */
    public boolean isLate(MemberId member) {
        return letters.isLate(member);
    }

    private @Nullable Member find(NetworkId network, MemberId member) {
        return views.members().find(network, member, AsOf.NOW).orElse(null);
    }

    // A person has one membership of a network, which they come back to. Two requests at once agree on one.
    private MemberId memberFor(Guest guest, MemberId offered) {
        return signIns.find(guest.email()).stream()
                .flatMap(person -> views.members().membershipsOf(person).stream())
                .filter(held -> held.network().equals(guest.network()))
                .map(Membership::member)
                .findFirst()
                .orElseGet(() -> invitedAs(guest, offered));
    }

    private MemberId invitedAs(Guest guest, MemberId offered) {
        var hmac = guest.email().hmac(vault);
        jdbc.sql("insert into web.invited_address (network, email_hmac, member) values (?, ?, ?) on conflict do"
                        + " nothing")
                .params(guest.network().value(), hmac, offered.value())
                .update();
        var kept = invited(guest.network(), hmac);
        // Whoever joined with another address and left comes back with that one.
        var known = find(guest.network(), kept);
        if (known == null || known.status() != Status.LEFT) {
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
}
