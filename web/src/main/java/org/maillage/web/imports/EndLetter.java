package org.maillage.web.imports;

import java.util.Locale;
import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.signin.EmailAddress;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** Writes to whoever started an import, and asked for it, that it has ended. */
@Component
class EndLetter {

    private final Post post;
    private final ImportFiles files;
    private final ImportTexts texts;
    private final PublicAddress address;

    EndLetter(Post post, ImportFiles files, ImportTexts texts, PublicAddress address) {
        this.post = post;
        this.files = files;
        this.texts = texts;
        this.address = address;
    }

    /** Whom to write to, and in which language. */
    record To(EmailAddress address, Locale locale) {}

    /** Sends it once; where to is forgotten by this. */
    void send(ImportJob job) {
        files.takeLetter(job.id()).ifPresent(to -> {
            var locale = to.locale();
            var state = texts.say("imports.state." + job.state(), locale);
            post.send(new Letter(
                    to.address().value(),
                    texts.say("imports.letter.subject", locale, job.fileName(), state),
                    texts.say(
                            "imports.letter.body",
                            locale,
                            job.fileName(),
                            state,
                            job.figures().claims(),
                            address.of("/administration/imports/" + job.id()))));
        });
    }
}
