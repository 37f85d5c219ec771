package org.maillage.web.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.member.Standing;
import org.maillage.web.security.Viewer;

/**
 * Who asks, and what the headers of the request say. The token alone decides who acts: no body can name another.
 *
 * @param viewer who was authenticated
 * @param key the {@code Idempotency-Key}; null where none was sent
 * @param ifMatch the {@code If-Match}; null where none was sent
 * @param ifNoneMatch the {@code If-None-Match}; null where none was sent
 * @param language of the answer's sentences
 */
record Asked(
        Viewer viewer,
        @Nullable String key,
        @Nullable String ifMatch,
        @Nullable String ifNoneMatch,
        Locale language) {

    PersonId person() {
        return viewer.person();
    }

    /** As authenticated. */
    Actor actor() {
        return viewer.actor();
    }

    boolean administrator() {
        return viewer.administrator();
    }

    /** Memberships that were not left, one a network (rule 16). */
    List<Standing> memberships() {
        return viewer.standings();
    }

    /** The person's membership of a network; empty where they have none. */
    Optional<MemberId> memberOf(NetworkId network) {
        return viewer.in(network).map(Standing::member);
    }

    /** The same; a network in which one has no membership is unknown to whoever acts in it. */
    MemberId memberIn(NetworkId network) {
        return viewer.require(network).member();
    }

    /** Whether the person decides claims in a network. */
    boolean coordinates(NetworkId network) {
        return viewer.in(network).filter(Standing::coordinator).isPresent();
    }

    /** The person's own membership; empty where it is somebody else's. */
    Optional<Standing> own(MemberId member) {
        return memberships().stream()
                .filter(standing -> standing.member().equals(member))
                .findFirst();
    }

    /** Refuses all but coordinators of a network and administrators of the installation. */
    void mustCoordinate(NetworkId network) {
        if (!administrator()) {
            memberIn(network);
            Refused.when(!coordinates(network), Reason.NOT_A_COORDINATOR);
        }
    }

    /** The actor of what only an administrator may do. */
    Actor asAdministrator() {
        return Actor.administrator(person());
    }
}
