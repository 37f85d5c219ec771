package org.maillage.web.credits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.web.frame.FormKey;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.maillage.web.testing.TestNetwork.Someone;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningProgram
class GiftsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Projections views;

    TestNetwork.Made made;
    Browser nadia;
    Browser claire;

    @BeforeEach
    void nadia_has_four_mailles() {
        made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        claire = TestNetwork.signedIn(port, "fr", made.claire().person());
    }

    @Test
    void a_thank_you_is_read_over_before_it_is_sent_and_sent_twice_is_one() {
        var typed = typed("Claire", "2", "Merci pour la salle");
        var read = nadia.submit("/merci", typed);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body())
                .contains("Vous donnez 2\u00a0mailles à Claire.", "Il vous en restera 2.", "Merci pour la salle");
        assertThat(available(made.nadia())).isEqualTo(400);

        typed.put("step", "envoyer");
        assertThat(nadia.submit("/merci", typed).body()).contains("Vous avez donné 2\u00a0mailles à Claire.");
        assertThat(nadia.submit("/merci", typed).uri().getPath()).isEqualTo("/mailles");

        assertThat(available(made.nadia())).isEqualTo(200);
        assertThat(available(made.claire())).isEqualTo(200);
        assertThat(claire.open("/mailles").body()).contains("Merci de Nadia", "Merci pour la salle");
    }

    @Test
    void nobody_thanks_themselves_and_the_page_says_so() {
        var typed = typed("nadia", "2", "Merci à moi");
        assertThat(refused(typed)).contains("qui-erreur", "on ne se remercie pas soi-même");

        typed.put("step", "envoyer");
        typed.put("to", AccountId.of(made.nadia().member()).toString());
        assertThat(refused(typed))
                .contains("on ne se remercie pas soi-même")
                .doesNotContain("n’est plus dans le réseau");
        assertThat(available(made.nadia())).isEqualTo(400);
    }

    @Test
    void what_was_read_over_goes_to_that_person_and_never_to_another_of_the_name() {
        var gone = AccountId.of(MemberId.next()).toString();
        var typed = typed("Claire", "2", "Merci");
        typed.put("step", "envoyer");
        typed.put("to", gone);
        assertThat(refused(typed)).contains("qui-erreur", "n’est plus dans le réseau");
        typed.put("to", AccountId.of(made.nadia().member()).toString());
        assertThat(refused(typed)).contains("qui-erreur");
        assertThat(available(made.nadia())).isEqualTo(400);

        var second = network.coordinator(made, "Claire");
        typed.put("to", AccountId.of(second.member()).toString());
        assertThat(nadia.submit("/merci", typed).body()).contains("Vous avez donné 2\u00a0mailles à Claire.");
        assertThat(available(second)).isEqualTo(200);
        assertThat(available(made.claire())).isZero();
    }

    @Test
    void what_was_typed_can_be_changed_after_reading_it_over() {
        var typed = typed("Claire", "2", "Merci");

        var over = nadia.submit("/merci", typed);
        assertThat(over.uri().getPath()).isEqualTo("/merci/relire");
        assertThat(nadia.open(over.uri().toString()).body())
                .as("opened anew, it is there")
                .contains("Vous donnez 2\u00a0mailles à Claire.");
        assertThat(nadia.open("/merci?cle=" + typed.get("key")).body())
                .contains("value=\"Claire\"", "value=\"2\"", ">Merci</textarea>");
        assertThat(available(made.nadia())).isEqualTo(400);
    }

    @Test
    void a_thank_you_without_mailles_counts_too() {
        var typed = typed("claire", "0", "");
        assertThat(nadia.submit("/merci", typed).body())
                .contains("Vous remerciez Claire.", "Un merci sans maille compte aussi.");
        typed.put("step", "envoyer");

        assertThat(nadia.submit("/merci", typed).body())
                .contains("Votre merci est parti vers Claire.", "Merci à Claire");
        assertThat(available(made.nadia())).isEqualTo(400);
    }

    @Test
    void more_than_one_has_is_refused_beside_the_amount_and_nothing_is_stored() {
        var answer = nadia.submit("/merci", typed("Claire", "4,01", "Merci"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("amount-erreur", "C’est plus que ce que vous avez\u00a0: 4\u00a0mailles", "value=\"4,01\"");
        assertThat(available(made.nadia())).isEqualTo(400);
    }

    @Test
    void each_mistake_has_its_words_beside_its_field() {
        assertThat(refused(typed("", "1", ""))).contains("qui-erreur", "Écrivez à qui va votre merci");
        assertThat(refused(typed("Zoé", "1", ""))).contains("qui-erreur", "Nous ne trouvons pas");
        // Nobody gives to themselves.
        assertThat(refused(typed("Nadia", "1", ""))).contains("qui-erreur", "on ne se remercie pas soi-même");
        assertThat(refused(typed("Claire", "-1", ""))).contains("amount-erreur", "ne peut pas être négatif");
        assertThat(refused(typed("Claire", "deux", ""))).contains("amount-erreur", "Écrivez un nombre de mailles");
        assertThat(refused(typed("Claire", "0,001", ""))).contains("amount-erreur");
        assertThat(refused(typed("Claire", "9".repeat(40), ""))).contains("amount-erreur");
        assertThat(refused(typed("Claire", "9".repeat(13), ""))).contains("amount-erreur");
        assertThat(refused(typed("Claire", "1," + "0".repeat(100_000), ""))).contains("amount-erreur");
        assertThat(refused(typed("Claire", "1", "a".repeat(501)))).contains("words-erreur", "trop long");
        assertThat(available(made.nadia())).isEqualTo(400);
    }

    @Test
    void the_fund_receives_gifts_and_the_coordination_grants_them_but_never_to_itself() {
        var gift = typed("", "3", "");
        gift.put("to", AccountId.fundOf(made.network()).toString());
        assertThat(nadia.submit("/merci", gift).body()).contains("Vous donnez 3\u00a0mailles au fonds commun.");
        gift.put("step", "envoyer");
        nadia.submit("/merci", gift);
        assertThat(nadia.open("/fonds").body())
                .contains("moins de 5 personnes", "Aujourd’hui\u00a0: Claire")
                .doesNotContain("/fonds/don");

        assertThat(claire.submit("/fonds/don", typed("Nadia", "4", "")).body())
                .contains("amount-erreur", "C’est plus que ce que le fonds a\u00a0: 3\u00a0mailles");
        assertThat(claire.submit("/fonds/don", typed("Claire", "1", "")).statusCode())
                .isEqualTo(422);
        assertThat(claire.submit("/fonds/don", typed("Nadia", "0", "")).body()).contains("amount-erreur");
        var grant = typed("Nadia", "2", "Pour le matériel");
        assertThat(claire.submit("/fonds/don", grant).body())
                .contains("Le fonds commun donne 2\u00a0mailles à Nadia.", "Il lui en restera 1.");
        grant.put("step", "envoyer");

        assertThat(claire.submit("/fonds/don", grant).body())
                .contains("Le fonds a donné 2\u00a0mailles à Nadia", "À Nadia");
        assertThat(available(made.nadia())).isEqualTo(300);
        assertThat(nadia.submit("/fonds/don", grant).statusCode()).isEqualTo(403);
    }

    private Map<String, String> typed(String to, String amount, String words) {
        return new HashMap<>(Map.of("key", FormKey.next().toString(), "qui", to, "amount", amount, "words", words));
    }

    private String refused(Map<String, String> typed) {
        HttpResponse<String> answer = nadia.submit("/merci", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private long available(Someone whose) {
        return views.accounts()
                .balance(made.network(), AccountId.of(whose.member()), AsOf.NOW)
                .available()
                .hundredths();
    }
}
