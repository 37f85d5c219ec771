package org.maillage.web.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.TransferId;
import org.maillage.web.signin.Takeovers;

/** What may be said about members and gifts. A component without {@code @Nullable} is required. */
final class MemberRequests {

    private MemberRequests() {}

    /** Somebody to enter: invited where there is an e-mail address, else a member without account. */
    record NewMember(
            @Nullable MemberId member,
            NetworkId network,
            @Size(min = 1, max = 120) String name,
            @Size(min = 3, max = 254) @Nullable String email,
            @Nullable ContributionId cited) {}

    /** A name. */
    record Name(@Size(min = 1, max = 120) String name) {}

    /** An organisation; none where null. */
    record OrganisationOf(@Nullable OrganisationId organisation) {}

    /** What to hand to somebody whose membership waits without an account. */
    record NewTakeover(Takeovers.Form form) {}

    /** A version of the charter that one signs. */
    record CharterSignature(@Min(1) @Max(1_000_000) Integer version) {}

    /** A gift; from one's own account unless {@code from} says otherwise. */
    record Transfer(
            @Nullable TransferId transfer,
            NetworkId network,
            @Nullable AccountId from,
            AccountId to,
            @Min(0) @Max(1_000_000_000_000L) Long hundredths,
            @Nullable ContributionId about,
            @Size(max = 500) @Nullable String words) {}
}
