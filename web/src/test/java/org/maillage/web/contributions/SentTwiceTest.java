package org.maillage.web.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.vault.Vault;
import org.maillage.projection.Projections;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;

/** One request reaches two processes: the second is asked about while the first is being answered. */
@RunningProgram
class SentTwiceTest {

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Projections views;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    @Test
    void a_claim_that_is_made_while_it_is_asked_about_is_not_its_own_duplicate() {
        var made = network.make();
        var claim = claim(made, ContributionId.next());
        var asked = new AtomicInteger();
        var questions = new EarlyQuestions(views, before(() -> {
            asked.incrementAndGet();
            make(made, claim);
        }));

        questions.ask(claim);

        assertThat(asked).hasValue(1);
        assertThatExceptionOfType(Refused.class)
                .as("another claim of the same")
                .isThrownBy(() -> new EarlyQuestions(views, vault).ask(claim(made, ContributionId.next())))
                .extracting(Refused::reason)
                .isEqualTo(Reason.POSSIBLE_DUPLICATE);
    }

    /** A vault that has something happen before it says what a text is compared by. */
    private Vault before(Runnable happening) {
        return (Vault) Proxy.newProxyInstance(
                Vault.class.getClassLoader(), new Class<?>[] {Vault.class}, (_, method, arguments) -> {
                    if (method.getName().equals("match")) {
                        happening.run();
                    }
                    return method.invoke(vault, arguments);
                });
    }

    private void make(TestNetwork.Made made, Submit claim) {
        var by = Actor.person(made.nadia().person());
        var done = ledger.execute(claim, Origin.of(by, UUID.randomUUID().toString(), clock.instant()));
        assertThat(views.awaitPosition(done.position(), Duration.ofSeconds(60))).isTrue();
    }

    private Submit claim(TestNetwork.Made made, ContributionId id) {
        var nadia = made.nadia().member();
        var yesterday =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).minusDays(1);
        var share =
                ClaimedShare.plain(AccountId.of(nadia), new KindCode("workshop-led"), Quantity.minutes(60), yesterday);
        var address = "https://exemple.fr/atelier";
        var link = new ClaimedEvidence(EvidenceId.next(), Evidence.Type.LINK, address, address, null);
        return new Submit(
                id, made.network(), nadia, List.of(share), "Atelier", null, List.of(link), Set.of(), null, null);
    }
}
