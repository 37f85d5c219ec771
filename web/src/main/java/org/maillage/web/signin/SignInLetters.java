package org.maillage.web.signin;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.security.Throttle;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Sends links by letter. The work is done after the answer, so that a known address and an unknown one are answered
 * alike, in the same time.
 */
@Component
class SignInLetters implements DisposableBean {

    // All sources together: no more letters than this fill a mailbox. Each of them lets the owner in, whoever asked.
    static final int LETTERS = 20;

    private final Throttle perRecipient = new Throttle(LETTERS, Duration.ofMinutes(15));

    private final SignIns signIns;
    private final OneTimeLinks links;
    private final Correspondents correspondents;
    private final Post post;
    private final PublicAddress address;
    private final MessageSource messages;
    private final ExecutorService after = Executors.newVirtualThreadPerTaskExecutor();

    SignInLetters(
            SignIns signIns,
            OneTimeLinks links,
            Correspondents correspondents,
            Post post,
            PublicAddress address,
            MessageSource messages) {
        this.signIns = signIns;
        this.links = links;
        this.correspondents = correspondents;
        this.post = post;
        this.address = address;
        this.messages = messages;
    }

    /** Sends a link to an address if somebody signs in with it and few were sent lately; returns at once. */
    void request(EmailAddress recipient, Locale locale) {
        after.execute(() -> signIns.find(recipient).filter(this::fewSoFar).ifPresent(person -> {
            // What signs somebody in is theirs, and the only time at which it is read in clear.
            correspondents.keep(person, recipient);
            var link = address.of("/connexion/lien?jeton=" + links.make(person).text());
            post.send(new Letter(
                    recipient.value(),
                    messages.getMessage("signin.letter.subject", null, locale),
                    messages.getMessage(
                            "signin.letter.body", new Object[] {link, OneTimeLinks.LIFE.toMinutes()}, locale)));
        }));
    }

    private boolean fewSoFar(PersonId recipient) {
        return perRecipient.allows(recipient.toString());
    }

    @Override
    public void destroy() {
        after.close();
    }
}
