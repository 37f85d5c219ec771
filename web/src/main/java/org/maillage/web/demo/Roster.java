package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Role;
import org.maillage.web.demo.Participant.Entry;
import org.maillage.web.demo.Participant.Profile;

/** Makes the people of a network: the known ones first, then as many as it has members, then some who leave. */
final class Roster {

    /** Far enough apart that no name comes in two regions. */
    private static final int NAMES_PER_REGION = 260;

    private static final int LEAVING = 2;

    private final Ids ids;
    private final Milestones days;
    private final Scale scale;

    Roster(Ids ids, Milestones days, Scale scale) {
        this.ids = ids;
        this.days = days;
        this.scale = scale;
    }

    /** The people of a region. */
    List<Participant> of(Terrain terrain) {
        var size = scale.of(terrain.region().members());
        var people = new ArrayList<Participant>();
        for (var number = 0; number < size + LEAVING; number++) {
            people.add(participant(terrain, number, size));
        }
        return List.copyOf(people);
    }

    /** The people of the parent: who administers the installation, and two coordinators of each region. */
    List<Participant> ofParent(Terrain parent, List<List<Participant>> regions) {
        var people = new ArrayList<Participant>();
        people.add(member(parent, Cast.ADMINISTRATOR, ids.person(Cast.ADMINISTRATOR), 0));
        for (var region : regions) {
            for (var coordinator : region.subList(0, 2)) {
                people.add(member(parent, coordinator.name(), coordinator.person(), people.size()));
            }
        }
        return List.copyOf(people);
    }

    private Participant member(Terrain parent, String name, PersonId person, int number) {
        return new Participant(
                number,
                ids.member(parent.region().key() + "/" + number),
                person,
                name,
                Naming.plain(name) + "@" + parent.region().domain(),
                number < 3 ? Profile.COORDINATOR : Profile.VOLUNTEER,
                Entry.FOUNDER,
                days.start(),
                null,
                null,
                Payment.UNPAID,
                List.of(Role.CONNECT));
    }

    private Participant participant(Terrain terrain, int number, int size) {
        var region = terrain.region();
        var key = region.key() + "/" + number;
        var dice = ids.dice("participant/" + key);
        var known = Cast.of(region, number);
        var leaves = number >= size;
        var profile = known.map(Cast.Known::profile).orElseGet(() -> profile(region, number, size));
        var entry = entry(profile, leaves, known.isPresent(), dice);
        var since = since(profile, entry, leaves, dice);
        var name = known.map(Cast.Known::name).orElseGet(() -> Naming.of(region.number() * NAMES_PER_REGION + number));
        return new Participant(
                number,
                ids.member(key),
                ids.person(known.map(Cast.Known::name).orElse(key)),
                name,
                Naming.plain(name) + "@" + region.domain(),
                profile,
                entry,
                known.map(k -> k.since(days)).orElse(since),
                leaves ? days.start().plusDays(dice.between(240, 400)) : null,
                organisation(terrain, profile, entry, dice),
                known.map(Cast.Known::payment).orElseGet(() -> payment(profile, dice)),
                known.map(Cast.Known::favourites).orElseGet(() -> favourites(profile, dice)));
    }

    private static Profile profile(Region region, int number, int size) {
        var coordinators = region.number() == 12 ? 2 : 3;
        var employees = coordinators + size * 7 / 100;
        var workers = employees + size * 14 / 100;
        var volunteers = workers + size * 7 / 100;
        if (number < coordinators) {
            return Profile.COORDINATOR;
        }
        if (number < employees) {
            return Profile.EMPLOYEE;
        }
        if (number < workers) {
            return Profile.SESSION_WORKER;
        }
        return number < volunteers || number >= size ? Profile.VOLUNTEER : Profile.MEMBER;
    }

    private static Entry entry(Profile profile, boolean leaves, boolean known, Dice dice) {
        var roll = dice.below(100);
        return switch (profile) {
            case COORDINATOR -> Entry.FOUNDER;
            case EMPLOYEE, SESSION_WORKER, VOLUNTEER ->
                roll < 8 && !leaves && !known ? Entry.TAKEN_OVER : Entry.INVITED_JOINED;
            case MEMBER -> known ? Entry.INVITED_JOINED : ofMember(roll);
        };
    }

    private static Entry ofMember(int roll) {
        if (roll < 4) {
            return Entry.INVITED;
        }
        if (roll < 10) {
            return Entry.ENTERED;
        }
        if (roll < 13) {
            return Entry.CITED;
        }
        return roll < 17 ? Entry.TAKEN_OVER : Entry.INVITED_JOINED;
    }

    private LocalDate since(Profile profile, Entry entry, boolean leaves, Dice dice) {
        var early = days.start().plusDays(dice.between(2, 40));
        var late = days.start().plusDays(dice.between(20, 390));
        if (entry == Entry.INVITED) {
            return days.today().minusDays(dice.between(2, 50));
        }
        return switch (profile) {
            case COORDINATOR -> days.start();
            case EMPLOYEE, SESSION_WORKER, VOLUNTEER -> leaves || dice.percent(80) ? early : late;
            case MEMBER -> dice.percent(45) ? early : late;
        };
    }

    private static @Nullable OrganisationId organisation(Terrain terrain, Profile profile, Entry entry, Dice dice) {
        var percent = switch (profile) {
            case COORDINATOR -> 70;
            case EMPLOYEE -> 90;
            case SESSION_WORKER -> 40;
            case VOLUNTEER -> 50;
            case MEMBER -> 15;
        };
        var has = dice.percent(percent);
        var organisation = dice.pick(terrain.organisations()).id();
        var isIn = entry != Entry.INVITED && entry != Entry.CITED;
        return Optional.of(organisation).filter(_ -> has && isIn).orElse(null);
    }

    private static Payment payment(Profile profile, Dice dice) {
        return switch (profile) {
            case COORDINATOR -> dice.percent(50) ? Payment.PAID : Payment.UNPAID;
            case EMPLOYEE -> Payment.PAID;
            case SESSION_WORKER -> dice.pick(List.of(Payment.FREELANCE, Payment.CIVIC_SERVICE, Payment.PAID));
            case VOLUNTEER, MEMBER -> Payment.UNPAID;
        };
    }

    private static List<Role> favourites(Profile profile, Dice dice) {
        if (profile == Profile.MEMBER || dice.percent(20)) {
            return List.of();
        }
        return List.of(dice.pick(List.of(Role.values())), dice.pick(List.of(Role.values())));
    }
}
