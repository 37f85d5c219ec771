package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Role;
import org.maillage.web.demo.Participant.Profile;

/** The people of the demonstration who are known by name. */
final class Cast {

    static final String ADMINISTRATOR = "Inès Talmont";
    static final String NEWCOMER = "Maïa Lorcet";
    static final int CLAIRE = 0;
    static final int SAMIR = 1;
    static final int NADIA = 3;
    static final int KARIM = 4;
    static final int JEANNE = 5;
    static final int ELIO = 6;
    static final int SACHA = 7;
    static final int MAIA = 8;

    /**
     * Somebody who is known.
     *
     * @param favourites roles that they like best; empty for all alike
     */
    record Known(String name, Profile profile, Payment payment, List<Role> favourites) {

        /** Whoever is known was there from the start, but for the newcomer. */
        LocalDate since(Milestones days) {
            if (name.equals(NEWCOMER)) {
                return days.today().minusDays(6);
            }
            return profile == Profile.COORDINATOR ? days.start() : days.start().plusDays(3);
        }
    }

    private static final Known SACHA_DUMAS =
            new Known("Sacha Dumas", Profile.SESSION_WORKER, Payment.FREELANCE, List.of(Role.INVENT, Role.TEST));

    private static final List<Known> VAL_D_ARCELLE = List.of(
            new Known("Claire Vasseur", Profile.COORDINATOR, Payment.PAID, List.of(Role.CONNECT, Role.REVIEW)),
            new Known("Samir Haddad", Profile.COORDINATOR, Payment.UNPAID, List.of(Role.EQUIP, Role.CONNECT)),
            new Known("Solène Garamont", Profile.COORDINATOR, Payment.PAID, List.of(Role.LEAD)),
            new Known("Nadia Benali", Profile.EMPLOYEE, Payment.UNPAID, List.of()),
            new Known("Karim Ould", Profile.EMPLOYEE, Payment.PAID, List.of(Role.LEAD, Role.COMPANION)),
            new Known("Jeanne Riffault", Profile.VOLUNTEER, Payment.UNPAID, List.of(Role.EQUIP, Role.COMPANION)),
            new Known("Elio Marchetti", Profile.VOLUNTEER, Payment.UNPAID, List.of(Role.REVIEW)),
            SACHA_DUMAS,
            new Known(NEWCOMER, Profile.MEMBER, Payment.UNPAID, List.of()));

    private Cast() {}

    /** Who is known at this place of a network; empty where nobody is. */
    static Optional<Known> of(Region region, int number) {
        if (region.number() == 1 && number < VAL_D_ARCELLE.size()) {
            return Optional.of(VAL_D_ARCELLE.get(number));
        }
        if (region.number() == 2 && number == 0) {
            return Optional.of(new Known("Odile Garance", Profile.COORDINATOR, Payment.PAID, List.of(Role.CONNECT)));
        }
        return region.number() == 2 && number == SACHA ? Optional.of(SACHA_DUMAS) : Optional.empty();
    }
}
