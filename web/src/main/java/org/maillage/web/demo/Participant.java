package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.PersonId;
import org.maillage.ledger.value.Role;

/**
 * Somebody of a network.
 *
 * @param number order in the network, from 0
 * @param entry how they came
 * @param since the day on which they came
 * @param leaves the day on which they leave; null for those who stay
 * @param organisation null for none
 * @param payment how their time is usually paid
 * @param favourites the roles that they like best; empty for no preference
 */
record Participant(
        int number,
        MemberId member,
        PersonId person,
        String name,
        String email,
        Profile profile,
        Entry entry,
        LocalDate since,
        @Nullable LocalDate leaves,
        @Nullable OrganisationId organisation,
        Payment payment,
        List<Role> favourites) {

    /** What somebody is in the network, and how often they contribute against the others. */
    enum Profile {
        COORDINATOR(30),
        EMPLOYEE(32),
        SESSION_WORKER(18),
        VOLUNTEER(16),
        MEMBER(1);

        private final int weight;

        Profile(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    /** How somebody came in. */
    enum Entry {
        FOUNDER,
        INVITED_JOINED,
        /** invited, and has not answered yet */
        INVITED,
        /** entered by a coordinator, without account */
        ENTERED,
        /** entered by a coordinator, and has taken the membership since by a printed code */
        TAKEN_OVER,
        /** entered by being cited in a claim, without account */
        CITED
    }

    AccountId account() {
        return AccountId.of(member);
    }

    /** Whether they sign in. */
    boolean hasAccount() {
        return switch (entry) {
            case FOUNDER, INVITED_JOINED, TAKEN_OVER -> true;
            case INVITED, ENTERED, CITED -> false;
        };
    }

    /** Whether they can contribute on a day: in by then, and not about to leave. */
    boolean isIn(LocalDate day) {
        return since.isBefore(day) && (leaves == null || day.isBefore(leaves.minusDays(60)));
    }
}
