package org.maillage.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.Decline;
import org.maillage.ledger.contribution.ContributionCommand.EntrustDecision;
import org.maillage.ledger.contribution.ContributionCommand.Less;
import org.maillage.ledger.contribution.ContributionCommand.Reverse;
import org.maillage.ledger.contribution.ContributionCommand.Undo;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.contribution.State;
import org.maillage.web.api.ContributionRequests.LessThanClaimed;
import org.maillage.web.api.ContributionRequests.Nothing;
import org.maillage.web.api.ContributionRequests.Refusal;
import org.maillage.web.api.ContributionRequests.Reversal;
import org.maillage.web.api.ContributionRequests.Validation;
import org.maillage.web.api.openapi.MayRefuse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What those decide who gain nothing from a claim (rules 1 to 3). */
@RestController
@RequestMapping("/api/v1/contributions/{id}")
class DecisionsApi {

    private final ClaimsAsked claims;
    private final DecisionCandidates candidates;

    DecisionsApi(ClaimsAsked claims, DecisionCandidates candidates) {
        this.claims = claims;
        this.candidates = candidates;
    }

    @PostMapping("/validation")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_A_COORDINATOR,
        Reason.DECIDES_OWN_CLAIM,
        Reason.ALREADY_DECIDED,
        Reason.NOBODY_CONFIRMED,
        Reason.MORE_THAN_CONFIRMED,
        Reason.NOT_LESS,
        Reason.NOTHING_ACCEPTED,
        Reason.MORE_THAN_24_HOURS,
        Reason.UNKNOWN_SHARE
    })
    ResponseEntity<Done> validateContribution(
            @PathVariable ContributionId id, @RequestBody(required = false) @Nullable Validation body, Asked asked) {
        List<LessThanClaimed> less = body == null || body.less() == null ? List.of() : body.less();
        return claims.change(
                asked,
                id,
                (network, by) -> new Validate(
                        id, network, by, less.stream().map(DecisionsApi::less).toList()));
    }

    @DeleteMapping("/validation")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_VALIDATED,
        Reason.NOT_DECIDED,
        Reason.NOT_THE_DECIDER,
        Reason.UNDO_TOO_LATE
    })
    ResponseEntity<Done> undoValidation(@PathVariable ContributionId id, Asked asked) {
        Refused.when(claims.see(asked, id).state() == State.DECLINED, Reason.NOT_VALIDATED);
        return claims.change(asked, id, (network, by) -> new Undo(id, network, by));
    }

    @PostMapping("/refusal")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_A_COORDINATOR,
        Reason.DECIDES_OWN_CLAIM,
        Reason.ALREADY_DECIDED,
        Reason.DECIDED_BEFORE,
        Reason.REASON_MISSING
    })
    ResponseEntity<Done> refuseContribution(@PathVariable ContributionId id, @RequestBody Refusal body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new Decline(id, network, by, body.reason(), body.words()));
    }

    @DeleteMapping("/refusal")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_DECLINED,
        Reason.NOT_DECIDED,
        Reason.NOT_THE_DECIDER,
        Reason.UNDO_TOO_LATE
    })
    ResponseEntity<Done> undoRefusal(@PathVariable ContributionId id, Asked asked) {
        Refused.when(claims.see(asked, id).state() == State.VALIDATED, Reason.NOT_DECLINED);
        return claims.change(asked, id, (network, by) -> new Undo(id, network, by));
    }

    @PostMapping("/reversal")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_A_COORDINATOR,
        Reason.NOT_VALIDATED,
        Reason.REASON_MISSING,
        Reason.DECIDES_OWN_CLAIM
    })
    ResponseEntity<Done> reverseValidation(@PathVariable ContributionId id, @RequestBody Reversal body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new Reverse(id, network, by, body.reason(), body.words()));
    }

    @PostMapping("/entrustments")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.UNINVOLVED_COORDINATOR_EXISTS,
        Reason.NOBODY_CAN_DECIDE,
        Reason.NOT_THE_AUTHOR,
        Reason.ALREADY_DECIDED
    })
    ResponseEntity<Done> entrustDecision(
            @PathVariable ContributionId id, @RequestBody(required = false) @Nullable Nothing body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new EntrustDecision(id, network, by, candidates.in(network)));
    }

    private static Less less(LessThanClaimed said) {
        var accepted = said.accepted() == null ? null : said.accepted().value();
        return new Less(said.share(), accepted, said.reason(), said.words());
    }
}
