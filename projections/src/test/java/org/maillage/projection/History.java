package org.maillage.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Quantity;
import org.maillage.projection.Story.Part;

/** A random history of two networks over some months: the same for the same seed. */
public final class History {

    private final ListFeed feed = new ListFeed();
    private final Random random;
    private final List<Life> lives = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private History(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            lives.add(new Life(Story.inNewNetwork(feed, seed * 10 + i)));
        }
    }

    /** At least so many events. */
    public static List<Recorded> of(long seed, int events) {
        var history = new History(seed);
        while (history.feed.position() < events) {
            history.now = history.now.plus(Duration.ofMinutes(history.random.nextInt(240)));
            var life = history.lives.get(history.random.nextInt(2));
            life.story.now = history.now;
            history.act(life);
        }
        return history.feed.all();
    }

    /** What is known of one network. */
    private static final class Life {
        final Story story;
        final List<MemberId> members = new ArrayList<>();
        final List<MemberId> coordinators = new ArrayList<>();
        final List<Claim> open = new ArrayList<>();
        final List<Claim> validated = new ArrayList<>();
        final List<Claim> declined = new ArrayList<>();
        int tariffs = 1;
        int charters;

        Life(Story story) {
            this.story = story;
            coordinators.add(story.coordinator("Claire Modèle"));
            coordinators.add(story.coordinator("Éric Exemple"));
            members.addAll(coordinators);
            members.add(story.joined("Nadia Témoin"));
        }
    }

    private record Claim(ContributionId id, MemberId by, boolean asked, boolean appealed) {}

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void act(Life life) {
        int dice = random.nextInt(100);
        if (dice < 6) {
            grow(life);
        } else if (dice < 40) {
            claim(life);
        } else if (dice < 50) {
            life.story.thank(
                    AccountId.of(any(life.members)),
                    random.nextBoolean() ? AccountId.of(any(life.members)) : AccountId.fundOf(life.story.network),
                    new Mailles(random.nextInt(300)));
        } else if (dice < 60 && !life.validated.isEmpty()) {
            takeBack(life);
        } else if (dice < 65 && !life.declined.isEmpty()) {
            var claim = life.declined.remove(random.nextInt(life.declined.size()));
            if (!claim.appealed()) {
                life.story.appeal(claim.id(), claim.by());
                life.open.add(new Claim(claim.id(), claim.by(), false, true));
            }
        } else if (!life.open.isEmpty()) {
            proceed(life, life.open.remove(random.nextInt(life.open.size())));
        }
    }

    private void grow(Life life) {
        switch (random.nextInt(7)) {
            case 0 -> life.members.add(life.story.joined("Membre " + random.nextInt(1_000)));
            case 1 ->
                life.members.add(life.story.entered(
                        "Élu " + random.nextInt(1_000),
                        any(List.of(
                                MemberEvent.Origin.COORDINATOR,
                                MemberEvent.Origin.CITED,
                                MemberEvent.Origin.IMPORTED))));
            case 2 -> life.story.rename(any(life.members), "Autre " + random.nextInt(1_000));
            case 3 ->
                life.story.append(new MemberEvent.OrganisationChanged(
                        any(life.members),
                        life.story.network,
                        life.story.organisation("Structure " + random.nextInt(99))));
            case 4 -> {
                life.charters++;
                life.story.append(
                        new GovernanceEvent.CharterPublished(life.story.network, life.charters, null, "Charte"),
                        new MemberEvent.CharterSigned(any(life.members), life.story.network, life.charters));
            }
            case 5 -> {
                life.tariffs++;
                life.story.append(life.story.tariff(life.tariffs, today().plusDays(1), 200 + life.tariffs));
            }
            default -> {
                var member = any(life.members);
                life.story.append(
                        new NetworkEvent.CoordinatorAppointed(life.story.network, member, null),
                        new NetworkEvent.CoordinatorDismissed(life.story.network, member, null));
            }
        }
    }

    private LocalDate today() {
        return now.atZone(Story.ZONE).toLocalDate();
    }

    private void claim(Life life) {
        var by = any(life.members);
        var parts = new ArrayList<Part>();
        parts.add(part(life, by));
        if (random.nextInt(3) == 0) {
            parts.add(part(life, any(life.members)));
        }
        var evidence = random.nextInt(3) == 0 ? "https://exemple.fr/" + random.nextInt(40) : null;
        var replaces =
                random.nextInt(8) == 0 && !life.open.isEmpty() ? any(life.open).id() : null;
        var id = life.story.claim(by, evidence, replaces, parts.toArray(Part[]::new));
        life.open.add(new Claim(id, by, false, false));
    }

    private Part part(Life life, MemberId member) {
        var day = today().minusDays(random.nextInt(3));
        return switch (random.nextInt(4)) {
            case 0 -> Part.of(member, Story.COMMIT, Quantity.units(1 + random.nextInt(5)), day);
            case 1 ->
                Part.of(member, Story.WATCH, Quantity.minutes(30 * (1 + random.nextInt(10))), day)
                        .paid();
            case 2 ->
                Part.of(member, Story.WORKSHOP, Quantity.minutes(30 * (1 + random.nextInt(20))), day)
                        .from(LocalTime.of(8 + random.nextInt(8), 0));
            default ->
                Part.of(member, Story.WORKSHOP, Quantity.minutes(60), day).helping(any(life.members));
        };
    }

    private void takeBack(Life life) {
        var claim = life.validated.remove(random.nextInt(life.validated.size()));
        boolean undo = random.nextBoolean();
        life.story.takeBack(claim.id(), any(life.coordinators), undo);
        if (undo) {
            life.open.add(claim);
        }
    }

    private void proceed(Life life, Claim claim) {
        var story = life.story;
        var coordinator = any(life.coordinators);
        var shares = story.sharesOf(claim.id());
        if (claim.asked()) {
            story.answer(claim.id(), claim.by());
            life.open.add(new Claim(claim.id(), claim.by(), false, claim.appealed()));
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> {
                story.ask(claim.id(), coordinator);
                life.open.add(new Claim(claim.id(), claim.by(), true, claim.appealed()));
            }
            case 1 -> {
                story.decline(claim.id(), coordinator);
                life.declined.add(claim);
            }
            case 2 -> story.withdraw(claim.id(), claim.by());
            case 3 -> {
                answer(story, claim, shares.size() - 1);
                life.open.add(claim);
            }
            default -> {
                for (int i = 0; i < shares.size(); i++) {
                    if (random.nextInt(4) > 0) {
                        story.confirm(claim.id(), i);
                    }
                }
                story.validate(claim.id(), coordinator);
                life.validated.add(claim);
            }
        }
    }

    private void answer(Story story, Claim claim, int share) {
        var submitted = story.sharesOf(claim.id()).get(share);
        if (random.nextBoolean()) {
            story.deny(claim.id(), share);
        } else if (submitted.kind().equals(Story.COMMIT)) {
            story.correct(claim.id(), share, Quantity.units(1));
        } else {
            story.correct(claim.id(), share, Quantity.minutes(15));
        }
    }
}
