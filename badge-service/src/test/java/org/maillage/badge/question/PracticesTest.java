package org.maillage.badge.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.ledger.LedgerFixture.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maillage.badge.World;
import org.maillage.ledger.LedgerFixture;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.IssuerCommand.AddIssuerKey;
import org.maillage.ledger.badge.IssuerCommand.ReportKeyCompromised;
import org.maillage.ledger.badge.IssuerCommand.RetireIssuerKey;
import org.maillage.ledger.badge.RecognitionCommand.DescribePractice;
import org.maillage.ledger.badge.RecognitionCommand.EndorsePractice;
import org.maillage.ledger.badge.RecognitionCommand.WithdrawEndorsement;
import org.maillage.ledger.event.IssuerEvent.KeyAlgorithm;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.RecognitionId;

/** What members describe of themselves and who endorses it; by which keys networks sign. */
class PracticesTest {

    private static final LocalDate NOW = LocalDate.of(9999, 12, 30);

    private final World world = new World();
    private final LedgerFixture given = world.given;
    private final Someone nadia = given.nadia;

    @AfterEach
    void close() {
        world.close();
    }

    private void endorse(RecognitionId practice, Someone by, @Nullable OrganisationId organisation, String words) {
        given.when(by, new EndorsePractice(practice, given.network, by.member(), organisation, words, null));
    }

    @Test
    void a_practice_is_told_with_its_newest_words_and_those_who_endorse_it() {
        var definition = world.fixture.defined(new BadgeRule.Endorsements(5));
        var practice = RecognitionId.of(definition, nadia.member());
        var organisation = given.organisation(given.jeanne);
        given.when(nadia, new DescribePractice(definition, given.network, nadia.member(), "J'aide."));
        given.when(nadia, new DescribePractice(definition, given.network, nadia.member(), "J'accompagne."));
        endorse(practice, given.karim, null, "Oui.");
        given.clock.advance(Duration.ofDays(1));
        endorse(practice, given.jeanne, organisation, "Nous aussi.");
        given.when(given.karim, new WithdrawEndorsement(practice, given.network, given.karim.member(), null));
        world.settle();

        var now = world.practices.of(given.network, nadia.member(), NOW);
        assertThat(now).singleElement().satisfies(told -> {
            assertThat(told.words()).isEqualTo("J'accompagne.");
            assertThat(told.definition()).isEqualTo(definition);
            assertThat(told.endorsements()).singleElement().satisfies(endorsement -> {
                assertThat(endorsement.organisation()).isEqualTo(organisation);
                assertThat(endorsement.words()).isEqualTo("Nous aussi.");
            });
        });
        assertThat(world.practices.of(given.network, definition, NOW)).isEqualTo(now);
        assertThat(world.practices.find(given.network, practice, TODAY))
                .hasValueSatisfying(then -> assertThat(then.endorsements())
                        .extracting(Award.Endorsement::by)
                        .containsExactly(given.karim.member()));
        assertThat(world.practices.find(given.network, practice, TODAY.minusDays(1)))
                .isEmpty();
        assertThat(world.practices.find(NetworkId.next(), practice, NOW)).isEmpty();
    }

    @Test
    void keys_of_the_past_stay_with_what_became_of_them() {
        var keys = List.of(IssuerKeyId.next(), IssuerKeyId.next(), IssuerKeyId.next());
        for (var key : keys) {
            given.system(new AddIssuerKey(key, given.network, null, KeyAlgorithm.ED25519, "A".repeat(59)));
            given.clock.advance(Duration.ofMinutes(1));
        }
        given.system(new RetireIssuerKey(keys.get(0), given.network, null));
        var since = given.clock.instant().minusSeconds(90);
        given.system(new ReportKeyCompromised(keys.get(1), given.network, null, since));
        world.settle();
        assertThat(world.issuerKeys.of(given.network))
                .extracting(IssuerKeys.Key::key)
                .containsExactlyElementsOf(keys);
        assertThat(world.issuerKeys.of(given.network))
                .satisfiesExactly(
                        retired -> assertThat(retired.retired()).isEqualTo(given.clock.instant()),
                        compromised -> {
                            assertThat(compromised.compromised()).isEqualTo(since);
                            assertThat(compromised.retired()).isNotNull();
                        },
                        signing -> assertThat(signing.retired()).isNull());
    }
}
