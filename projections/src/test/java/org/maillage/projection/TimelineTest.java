package org.maillage.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maillage.projection.Story.WATCH;
import static org.maillage.projection.Story.WORKSHOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Story.Part;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.TimelineFilter;

class TimelineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final ListFeed feed = new ListFeed();
    private final Story story = Story.inNewNetwork(feed, 47);
    private final MemberId nadia = story.joined("Nadia Exemple");
    private final MemberId eric = story.joined("Éric Témoin");

    @Test
    void claims_stand_by_their_first_day_whenever_they_were_made() {
        var middle = story.claim(nadia, part(nadia, DAY.minusDays(2)));
        var newest = story.claim(nadia, part(nadia, DAY));
        var oldest = story.claim(nadia, part(nadia, DAY.minusDays(9)));
        var ofAnother = story.claim(eric, part(eric, DAY.minusDays(1)), part(nadia, DAY.minusDays(1)));
        story.claim(eric, part(eric, DAY));
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(ids(views, TimelineFilter.ALL, 10)).containsExactly(newest, ofAnother, middle, oldest);
            assertThat(ids(views, TimelineFilter.ALL, 1))
                    .as("page by page")
                    .containsExactly(newest, ofAnother, middle, oldest);
        }
    }

    @Test
    void a_filter_asks_for_states_and_for_kinds() {
        var waiting = story.claim(nadia, part(nadia, DAY));
        var watched = story.claim(nadia, Part.of(nadia, WATCH, Quantity.minutes(30), DAY.minusDays(1)));
        story.withdraw(watched, nadia);
        try (var open = OpenViews.over(feed)) {
            var views = open.caughtUp();
            assertThat(ids(views, new TimelineFilter(Set.of(State.WITHDRAWN), Set.of()), 10))
                    .containsExactly(watched);
            assertThat(ids(views, new TimelineFilter(Set.of(), Set.of(WORKSHOP)), 10))
                    .containsExactly(waiting);
            assertThat(ids(views, new TimelineFilter(Set.of(State.SUBMITTED), Set.of(new KindCode("none"))), 10))
                    .isEmpty();
        }
    }

    private List<ContributionId> ids(Projections views, TimelineFilter filter, int limit) {
        var ids = new ArrayList<ContributionId>();
        String cursor = null;
        do {
            var page = views.contributions().timeline(story.network, nadia, filter, cursor, limit);
            page.items().stream().map(ContributionSummary::contribution).forEach(ids::add);
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static Part part(MemberId member, LocalDate day) {
        return Part.of(member, WORKSHOP, Quantity.minutes(60), day);
    }
}
