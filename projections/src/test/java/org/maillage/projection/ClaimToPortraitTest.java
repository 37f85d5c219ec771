package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Story.Part;
import org.maillage.projection.contribution.State;
import org.maillage.projection.queue.QueueFilter;
import org.maillage.projection.queue.Tab;

class ClaimToPortraitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void a_validated_claim_gives_mailles_a_statement_line_and_a_portrait() {
        var feed = new ListFeed();
        var story = Story.inNewNetwork(feed, 1);
        var nadia = story.joined("Nadia Exemple");
        var claire = story.coordinator("Claire Modèle");
        try (var open = OpenViews.over(feed)) {
            var claim = story.claim(nadia, Part.of(nadia, WORKSHOP, Quantity.minutes(120), DAY));
            var views = open.caughtUp();
            assertThat(views.queue().counts(story.network, QueueFilter.ALL, AsOf.NOW))
                    .containsEntry(Tab.READY, 1L);

            story.validate(claim, claire);
            open.caughtUp();

            var account = AccountId.of(nadia);
            assertThat(views.accounts().balance(story.network, account, AsOf.NOW))
                    .isEqualTo(story.balance(account));
            var lines = views.accounts()
                    .statement(story.network, account, AsOf.NOW, null, 10)
                    .items();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst().issue().computation()).isEqualTo("120 × … = 400");
            var found =
                    views.contributions().find(story.network, claim, AsOf.NOW).orElseThrow();
            assertThat(found.state()).isEqualTo(State.VALIDATED);
            assertThat(found.title()).isEqualTo("Titre");
            assertThat(found.thread()).hasSize(2);
            var portrait = views.portraits().portrait(story.network, nadia, DAY, AsOf.NOW);
            assertThat(portrait.allTime().shares()).containsEntry(Role.LEAD, 10_000);
            assertThat(portrait.twelveMonths().days()).isEqualTo(1);
            assertThat(views.figures().of(story.network, AsOf.NOW).isConserved())
                    .isTrue();
            var done = views.queue()
                    .items(story.network, Tab.DONE, QueueFilter.ALL, AsOf.NOW, null, 10)
                    .items();
            assertThat(done.getFirst().name()).isEqualTo("Nadia Exemple");
        }
    }
}
