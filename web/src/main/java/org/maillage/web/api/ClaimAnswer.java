package org.maillage.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.ContributionEvent.Question;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.contribution.Contribution;
import org.maillage.projection.contribution.Contribution.Decision;
import org.maillage.projection.contribution.Share;
import org.maillage.projection.contribution.State;
import org.maillage.projection.contribution.ThreadEntry;

/**
 * A claim with its shares, evidence and thread, as those see it whom it concerns.
 *
 * @param version of the claim: the position of its last event, also its ETag
 * @param names of the members that it names
 */
record ClaimAnswer(
        ContributionId contribution,
        NetworkId network,
        MemberId by,
        State state,
        @Nullable String title,
        @Nullable String sentence,
        Instant submittedAt,
        LocalDate submittedOn,
        @Nullable Instant declaredAt,
        Set<Question> answered,
        @Nullable ContributionId replaces,
        @Nullable ContributionId replacedBy,
        @Nullable MemberId entrustedTo,
        @Nullable Decision decision,
        long version,
        List<Share> shares,
        List<EvidenceSeen> evidence,
        List<ThreadEntry> thread,
        Map<MemberId, String> names) {

    /** A piece of evidence: an address, or a file's name. */
    record EvidenceSeen(EvidenceId evidence, Evidence.Type type, String reference) {}

    static ClaimAnswer of(Contribution claim, Map<MemberId, String> names) {
        var evidence = claim.evidence().stream()
                .map(item -> new EvidenceSeen(item.id(), item.type(), item.reference()))
                .toList();
        return new ClaimAnswer(
                claim.contribution(),
                claim.network(),
                claim.by(),
                claim.state(),
                claim.title(),
                claim.sentence(),
                claim.submittedAt(),
                claim.submittedOn(),
                claim.declaredAt(),
                claim.answered(),
                claim.replaces(),
                claim.replacedBy(),
                claim.entrustedTo(),
                claim.decision(),
                claim.position(),
                claim.shares(),
                evidence,
                claim.thread(),
                names);
    }

    /** Members that a claim concerns: who claimed, contributed, was named in it or may decide it. */
    static Set<MemberId> concerned(Contribution claim) {
        var members = new LinkedHashSet<MemberId>();
        members.add(claim.by());
        if (claim.entrustedTo() != null) {
            members.add(claim.entrustedTo());
        }
        for (var share : claim.shares()) {
            if (share.contributor().holder() == AccountId.Holder.MEMBER) {
                members.add(new MemberId(share.contributor().id()));
            }
            Stream.of(share.helped(), share.companions(), share.borrowers()).forEach(members::addAll);
        }
        return members;
    }

    /** All members that it names, in its thread too. */
    static Set<MemberId> named(Contribution claim) {
        var members = concerned(claim);
        claim.thread().stream().map(ThreadEntry::by).filter(Objects::nonNull).forEach(members::add);
        return members;
    }
}
