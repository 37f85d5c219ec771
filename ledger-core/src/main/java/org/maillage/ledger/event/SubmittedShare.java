package org.maillage.ledger.event;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.GatheringId;
import org.maillage.ledger.value.ImportId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.KitId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NeedId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.Quantity;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;

/**
 * One contributor's share as it was claimed: everything that could never be added to history later.
 *
 * @param share its id
 * @param contributor who contributed: a member, or an organisation
 * @param kind one kind of the network
 * @param quantity the contributor's own full quantity (rule 1)
 * @param day the local day of the contribution
 * @param zone the zone in which the day is local
 * @param startTime local time of the start; null where not said
 * @param where commune, place or remote
 * @param payment how the time was paid
 * @param capacity in what capacity
 * @param enteredBy who typed it; null for an import
 * @param onBehalfOf the organisation on whose behalf it was done; null for none
 * @param organisation the contributor's organisation at the time; null for none
 * @param audience counts of those present
 * @param helped members who were helped; they pay nothing (rule 7) and cannot decide the claim (rule 3)
 * @param companions members who learned beside the contributor; they cannot decide the claim
 * @param borrowers members who borrowed; they cannot decide the claim
 * @param gathering null for none
 * @param need the need that it answers; null for none
 * @param kit the kit that it is about; null for none
 * @param fundingConvention the funder's reference of the convention that paid for it; null for none
 * @param reusedFrom the contribution whose result it reused; null for none
 * @param imported the row of the source that it came from; null unless imported
 * @param charterVersion the version that the contributor had signed; 0 where none
 */
public record SubmittedShare(
        ShareId share,
        AccountId contributor,
        KindCode kind,
        Quantity quantity,
        LocalDate day,
        ZoneId zone,
        @Nullable LocalTime startTime,
        Where where,
        Payment payment,
        Capacity capacity,
        @Nullable MemberId enteredBy,
        @Nullable OrganisationId onBehalfOf,
        @Nullable OrganisationId organisation,
        Audience audience,
        List<MemberId> helped,
        List<MemberId> companions,
        List<MemberId> borrowers,
        @Nullable GatheringId gathering,
        @Nullable NeedId need,
        @Nullable KitId kit,
        @Nullable String fundingConvention,
        @Nullable ContributionId reusedFrom,
        @Nullable ImportedRow imported,
        int charterVersion) {

    public SubmittedShare {
        helped = List.copyOf(helped);
        companions = List.copyOf(companions);
        borrowers = List.copyOf(borrowers);
    }

    /**
     * Where an imported share came from.
     *
     * @param source name of the source, such as {@code git:dpdk}; with the row key it is seen once (rule 12)
     * @param batch the import that brought it
     * @param rowKey the natural key of the row in its source
     */
    public record ImportedRow(String source, ImportId batch, String rowKey) {}
}
