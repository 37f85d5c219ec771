package org.maillage.web.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.maillage.ledger.value.MemberId;
import org.maillage.web.demo.Participant.Profile;

/** A network and its people. */
record Society(Terrain terrain, List<Participant> people) {

    List<Participant> coordinators() {
        return people.stream().filter(p -> p.profile() == Profile.COORDINATOR).toList();
    }

    /** The coordinators who are not named. */
    List<Participant> uninvolved(Set<MemberId> involved) {
        return coordinators().stream()
                .filter(c -> !involved.contains(c.member()))
                .toList();
    }

    /** Those with an account who can contribute on a day. */
    List<Participant> active(LocalDate day) {
        return people.stream().filter(p -> p.hasAccount() && p.isIn(day)).toList();
    }

    Region region() {
        return terrain.region();
    }
}
