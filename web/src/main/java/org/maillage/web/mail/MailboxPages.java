package org.maillage.web.mail;

import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** The mailbox of the demonstration; elsewhere there is no such page. */
@Controller
class MailboxPages {

    private final Post post;

    MailboxPages(Post post) {
        this.post = post;
    }

    @GetMapping("/demo/mailbox")
    String show(Model model) {
        if (!(post instanceof Mailbox mailbox)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var zone = ZoneId.of("Europe/Paris");
        model.addAttribute(
                "letters", mailbox.newest().stream().map(d -> Shown.of(d, zone)).toList());
        return "mail/mailbox";
    }

    /** A letter as the page shows it, with the address in it to follow; null where there is none. */
    record Shown(
            Letter letter,
            java.time.ZonedDateTime at,
            @org.jspecify.annotations.Nullable String link) {

        private static final java.util.regex.Pattern LINK = java.util.regex.Pattern.compile("https?://\\S+");

        static Shown of(Mailbox.Delivered delivered, ZoneId zone) {
            var found = LINK.matcher(delivered.letter().body());
            return new Shown(delivered.letter(), delivered.at().atZone(zone), found.find() ? found.group() : null);
        }
    }
}
