package org.maillage.projection.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Page;

/** Claims, as of a date of recording (rule 15). */
public interface Contributions {

    /** A claim as it stood at the end of a day; empty where it is unknown, of another network, or was not made yet. */
    Optional<Contribution> find(NetworkId network, ContributionId contribution, LocalDate asOf);

    /** Claims that a member made or is a contributor of, newest first. A null cursor asks for the first page. */
    Page<ContributionSummary> ofMember(
            NetworkId network, MemberId member, LocalDate asOf, @Nullable String cursor, int limit);

    /** Open claims with a share that this member has not answered yet, oldest first, at most 100. */
    List<ContributionSummary> waitingFor(NetworkId network, MemberId member);

    /** The claim that holds this share, if any: what a link of a share opens. */
    Optional<ContributionId> ofShare(NetworkId network, org.maillage.ledger.value.ShareId share);
}
