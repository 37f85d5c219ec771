package org.maillage.web.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.RoleWeights;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.Share;
import org.maillage.web.testing.Browser;
import org.maillage.web.testing.RunningProgram;
import org.maillage.web.testing.TestNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages say that a claim would be worth, beside what the ledger then credits for it. */
@RunningProgram
class ReckoningTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final KindCode STORY = new KindCode("story-told");
    private static final KindCode WORKSHOP = new KindCode("workshop-led");

    @LocalServerPort
    int port;

    @Autowired
    TestNetwork network;

    @Autowired
    Ledger ledger;

    @Autowired
    Projections views;

    @Autowired
    Clock clock;

    private TestNetwork.Made made;

    @BeforeEach
    void a_network() {
        made = network.make();
    }

    @Test
    void a_kind_added_today_is_worth_yesterday_what_the_ledger_credits() {
        addStory();

        assertThat(estimated(STORY)).contains("Pourquoi 7\u00a0?", "Barème n°\u00a02");
        assertThat(reckonedThenCredited(STORY, today().minusDays(1))).isEqualTo(700);
    }

    @Test
    void a_kind_added_beside_a_version_for_tomorrow_is_worth_what_the_ledger_credits() {
        var first = views.networks().tariffs(made.network(), AsOf.NOW).getLast();
        run(new AdoptTariff(
                made.network(),
                made.claire().member(),
                2,
                today().plusDays(1),
                first.lines(),
                !first.paidTimeToFund(),
                first.floor(),
                "Les mêmes taux, demain."));
        addStory();

        assertThat(estimated(STORY)).contains("Pourquoi 7\u00a0?", "Barème n°\u00a03");
        assertThat(reckonedThenCredited(STORY, today())).isEqualTo(700);
        assertThat(reckonedThenCredited(STORY, today().minusDays(1))).isEqualTo(700);
        assertThat(reckonedThenCredited(WORKSHOP, today().minusDays(1))).isEqualTo(400);
        assertThat(views.networks().tariffsNow(made.network()).on(today().plusDays(1)))
                .hasValueSatisfying(rules -> assertThat(rules.version()).isEqualTo(2));
    }

    @Test
    void what_a_daily_cap_leaves_out_is_said_beside_the_sum() {
        addStory(60);
        var claim = claimed(STORY, today());

        var sheet = TestNetwork.signedIn(port, "fr", made.claire().person())
                .open("/coordination/valider?choisie=" + claim)
                .body();

        assertThat(Reckoning.in(made.network(), views).hundredths(List.of(share(claim))))
                .isEqualTo(350);
        assertThat(sheet)
                .contains(
                        "Le barème a un plafond par jour pour ce genre\u00a0: le reste des 2\u00a0h n’est pas compté.");
    }

    @Test
    void what_is_counted_by_the_unit_is_said_by_how_many_rather_than_by_a_duration() {
        var visit = new KindCode("visit-led");
        run(new AddKind(
                made.network(),
                made.claire().member(),
                new Kind(visit, Measure.COUNT, "Visite menée", 1),
                350,
                null,
                RoleWeights.all(Role.LEAD)));
        var claim = claimed(visit, Quantity.units(3), today());

        var sheet = TestNetwork.signedIn(port, "fr", made.claire().person())
                .open("/coordination/valider?choisie=" + claim)
                .body();

        assertThat(sheet)
                .containsPattern("Combien</span></dt>\\s*<dd[^>]*>3.unités")
                .doesNotContain("Durée");
    }

    private void addStory() {
        addStory(null);
    }

    private void addStory(@Nullable Integer dailyCap) {
        run(new AddKind(
                made.network(),
                made.claire().member(),
                new Kind(STORY, Measure.TIME, "Récit raconté", 1),
                350,
                dailyCap,
                RoleWeights.all(Role.LEAD)));
    }

    private String estimated(KindCode kind) {
        var nadia = TestNetwork.signedIn(port, "fr", made.nadia().person());
        var fields = new HashMap<>(Map.of(
                "role",
                "LEAD",
                "kind-LEAD",
                kind.value(),
                "duration",
                "120",
                "day",
                today().minusDays(1).toString(),
                "payment",
                "UNPAID"));
        fields.put("key", Browser.first(KEY, nadia.open("/declarer").body()));
        return nadia.submit("/declarer/estimation", fields).body();
    }

    /** Hundredths that two hours are said to be worth, once they are credited as many. */
    private long reckonedThenCredited(KindCode kind, LocalDate day) {
        var claim = claimed(kind, day);
        long said = Reckoning.in(made.network(), views).hundredths(List.of(share(claim)));
        network.validate(made, claim);
        assertThat(Objects.requireNonNull(share(claim).outcome()).amount().hundredths())
                .as("credited")
                .isEqualTo(said);
        return said;
    }

    private ContributionId claimed(KindCode kind, LocalDate day) {
        return claimed(kind, Quantity.minutes(120), day);
    }

    private ContributionId claimed(KindCode kind, Quantity quantity, LocalDate day) {
        var claim = ContributionId.next();
        var member = made.nadia().member();
        var share = ClaimedShare.plain(AccountId.of(member), kind, quantity, day);
        run(new Submit(claim, made.network(), member, List.of(share), "Essai", null, List.of(), Set.of(), null, null));
        return claim;
    }

    private Share share(ContributionId claim) {
        return views.contributions()
                .find(made.network(), claim, AsOf.NOW)
                .orElseThrow()
                .shares()
                .getFirst();
    }

    private void run(LedgerCommand command) {
        var outcome = ledger.execute(
                command, Origin.of(Actor.SYSTEM, UUID.randomUUID().toString(), clock.instant()));
        assertThat(views.awaitPosition(outcome.position(), java.time.Duration.ofSeconds(60)))
                .isTrue();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
    }
}
