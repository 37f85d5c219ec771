package org.maillage.web.signin;

import java.util.Locale;
import org.maillage.ledger.member.MemberCommand.Join;
import org.maillage.ledger.member.MemberCommand.RegisterPerson;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.FormKey;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.profile.Profiles;
import org.maillage.web.signin.JoinSecrets.Invitation;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes a membership somebody's, and lets them prove an address first. */
@Component
class Joining {

    private final JoinSecrets secrets;
    private final Commands commands;
    private final Correspondents correspondents;
    private final Post post;
    private final PublicAddress address;
    private final MessageSource messages;
    private final Profiles profiles;

    Joining(
            JoinSecrets secrets,
            Commands commands,
            Correspondents correspondents,
            Post post,
            PublicAddress address,
            MessageSource messages,
            Profiles profiles) {
        this.secrets = secrets;
        this.commands = commands;
        this.correspondents = correspondents;
        this.post = post;
        this.address = address;
        this.messages = messages;
        this.profiles = profiles;
    }

    /** Makes a membership a person's; what led to it works no more. */
    void join(Invitation invitation, PersonId person, Locale locale) {
        var actor = Actor.person(person);
        commands.run(actor, FormKey.next().toString(), new RegisterPerson(person));
        var join = new Join(invitation.member(), invitation.network(), person, invitation.via(), null);
        commands.run(actor, FormKey.next().toString(), join);
        // Whoever comes back is read by nobody until they say so again, however they had left.
        profiles.forget(invitation.member());
        secrets.end(invitation.member());
        correspondents.speak(person, locale);
    }

    /** Sends a link that proves an address and joins with it. */
    void sendProof(Invitation held, String networkName, EmailAddress to, Locale locale) {
        correspondents.keep(held.member(), to);
        var link = address.of("/rejoindre?jeton=" + secrets.proof(held, to).text());
        var body = new Object[] {networkName, link, OneTimeLinks.LIFE.toMinutes()};
        post.send(new Letter(
                to.value(),
                messages.getMessage("signin.proof.subject", new Object[] {networkName}, locale),
                messages.getMessage("signin.proof.body", body, locale)));
    }
}
