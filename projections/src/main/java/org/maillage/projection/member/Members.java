package org.maillage.projection.member;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.Page;

/** The directory, as of a date of recording; ordered by name and by nothing else (rules 14 to 16). */
public interface Members {

    /** A member, listed or not; empty where unknown or of another network. */
    Optional<Member> find(NetworkId network, MemberId member, LocalDate asOf);

    /** What members see: those who are listed. A null cursor asks for the first page. */
    Page<Member> listed(NetworkId network, MemberFilter filter, LocalDate asOf, @Nullable String cursor, int limit);

    /** What coordinators see: everybody. A null cursor asks for the first page. */
    Page<Member> all(NetworkId network, MemberFilter filter, LocalDate asOf, @Nullable String cursor, int limit);

    /** Those who decide claims, by name. */
    List<Member> coordinators(NetworkId network, LocalDate asOf);

    /** Names of members, as they are now; empty where one can no longer be opened, absent where unknown. */
    Map<MemberId, String> names(NetworkId network, Collection<MemberId> members);

    /** The memberships of a person, over all networks. */
    List<Membership> membershipsOf(PersonId person);

    /** Whose membership it is; empty for a member without account. */
    Optional<PersonId> personOf(MemberId member);

    /** Whether the person can sign in. */
    boolean isRegistered(PersonId person);

    /** Whether the person is an administrator of the installation. */
    boolean isAdministrator(PersonId person);

    /** Administrators of the installation. */
    List<PersonId> administrators();
}
