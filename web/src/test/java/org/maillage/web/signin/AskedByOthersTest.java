package org.maillage.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.PersonId;
import org.maillage.web.mail.Letter;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** Somebody else asks for links with the address of a person. */
@RunningProgram
class AskedByOthersTest {

    @Autowired
    SignInPages pages;

    @Autowired
    SignIns signIns;

    @Autowired
    OneTimeLinks links;

    @Autowired
    PublicAddress address;

    @Autowired
    Correspondents correspondents;

    @Autowired
    MessageSource messages;

    @Test
    void what_another_source_asks_for_does_not_keep_the_owner_out() {
        var email = known();
        for (int i = 0; i < 5; i++) {
            assertThat(asks(email, "192.0.2.1")).isEqualTo("redirect:/connexion/envoye");
        }
        assertThat(asks(email, "192.0.2.1")).isEqualTo("signin/too-many");
        assertThat(asks(email, "192.0.2.2")).isEqualTo("redirect:/connexion/envoye");
    }

    @Test
    void many_sources_together_do_not_fill_a_mailbox() {
        var email = EmailAddress.read(known()).orElseThrow();
        var sent = new ConcurrentLinkedQueue<Letter>();
        var letters = new SignInLetters(signIns, links, correspondents, sent::add, address, messages);

        for (int i = 0; i < 3 * SignInLetters.LETTERS; i++) {
            letters.request(email, Locale.FRENCH);
        }
        letters.destroy();

        assertThat(sent)
                .hasSize(SignInLetters.LETTERS)
                .allMatch(letter -> letter.body().contains("/connexion/lien?jeton="));
    }

    private String asks(String email, String source) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(source);
        return pages.request(email, request, new MockHttpServletResponse(), new ExtendedModelMap(), Locale.FRENCH);
    }

    private String known() {
        var email = UUID.randomUUID() + "@exemple.fr";
        signIns.allow(EmailAddress.read(email).orElseThrow(), PersonId.next());
        return email;
    }
}
