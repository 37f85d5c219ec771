package org.maillage.web.imports;

import org.maillage.web.mail.Letter;
import org.maillage.web.mail.Post;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.stereotype.Component;

/** The letter at the end of an import, by the program's post. */
@Component
class PostedEndLetter implements EndLetter {

    private final Post post;
    private final ImportFiles files;
    private final ImportTexts texts;
    private final PublicAddress address;

    PostedEndLetter(Post post, ImportFiles files, ImportTexts texts, PublicAddress address) {
        this.post = post;
        this.files = files;
        this.texts = texts;
        this.address = address;
    }

    @Override
    public void send(ImportJob job) {
        files.takeLetter(job).ifPresent(to -> {
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
