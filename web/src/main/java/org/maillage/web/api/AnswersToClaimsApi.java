package org.maillage.web.api;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.AnswerClarification;
import org.maillage.ledger.contribution.ContributionCommand.Appeal;
import org.maillage.ledger.contribution.ContributionCommand.AskClarification;
import org.maillage.ledger.contribution.ContributionCommand.Attest;
import org.maillage.ledger.contribution.ContributionCommand.ConfirmShare;
import org.maillage.ledger.contribution.ContributionCommand.CorrectShare;
import org.maillage.ledger.contribution.ContributionCommand.DenyShare;
import org.maillage.ledger.contribution.ContributionCommand.Withdraw;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.ShareId;
import org.maillage.web.api.ContributionRequests.AnswerToIt;
import org.maillage.web.api.ContributionRequests.Attestation;
import org.maillage.web.api.ContributionRequests.Clarification;
import org.maillage.web.api.ContributionRequests.Correction;
import org.maillage.web.api.ContributionRequests.Nothing;
import org.maillage.web.api.openapi.MayRefuse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What contributors, witnesses and claimants say about a claim, and what they are asked. */
@RestController
@RequestMapping("/api/v1/contributions/{id}")
class AnswersToClaimsApi {

    private final ClaimsAsked claims;

    AnswersToClaimsApi(ClaimsAsked claims) {
        this.claims = claims;
    }

    @PostMapping("/shares/{share}/confirmation")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.UNKNOWN_SHARE,
        Reason.NOT_YOUR_SHARE,
        Reason.SHARE_LAPSED,
        Reason.ALREADY_DECIDED
    })
    ResponseEntity<Done> confirmShare(
            @PathVariable ContributionId id,
            @PathVariable ShareId share,
            @RequestBody(required = false) @Nullable Nothing body,
            Asked asked) {
        return claims.change(asked, id, (network, by) -> new ConfirmShare(id, network, by, share));
    }

    @PostMapping("/shares/{share}/correction")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.UNKNOWN_SHARE,
        Reason.NOT_YOUR_SHARE,
        Reason.QUANTITY_NOT_OF_THE_KIND,
        Reason.MORE_THAN_24_HOURS,
        Reason.SHARE_LAPSED,
        Reason.ALREADY_DECIDED
    })
    ResponseEntity<Done> correctShare(
            @PathVariable ContributionId id, @PathVariable ShareId share, @RequestBody Correction body, Asked asked) {
        return claims.change(
                asked,
                id,
                (network, by) ->
                        new CorrectShare(id, network, by, share, body.quantity().value(), body.reason()));
    }

    @PostMapping("/shares/{share}/denial")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.UNKNOWN_SHARE,
        Reason.NOT_YOUR_SHARE,
        Reason.SHARE_LAPSED,
        Reason.ALREADY_DECIDED
    })
    ResponseEntity<Done> denyShare(
            @PathVariable ContributionId id,
            @PathVariable ShareId share,
            @RequestBody(required = false) @Nullable Nothing body,
            Asked asked) {
        return claims.change(asked, id, (network, by) -> new DenyShare(id, network, by, share));
    }

    @PostMapping("/attestations")
    @MayRefuse({Reason.UNKNOWN_CONTRIBUTION, Reason.GAINS_FROM_IT, Reason.ALREADY_DECIDED})
    ResponseEntity<Done> attestContribution(
            @PathVariable ContributionId id, @RequestBody(required = false) @Nullable Attestation body, Asked asked) {
        var words = body == null ? null : body.words();
        return claims.witness(asked, id, (network, by) -> new Attest(id, network, by, words));
    }

    @PostMapping("/clarifications")
    @MayRefuse({Reason.UNKNOWN_CONTRIBUTION, Reason.NOT_A_COORDINATOR, Reason.ALREADY_DECIDED, Reason.TEXT_MISSING})
    ResponseEntity<Done> askClarification(
            @PathVariable ContributionId id, @RequestBody Clarification body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new AskClarification(id, network, by, body.question()));
    }

    @PostMapping("/answers")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NO_QUESTION_OPEN,
        Reason.ALREADY_ANSWERED,
        Reason.ALREADY_DECIDED,
        Reason.NOT_THE_AUTHOR,
        Reason.TEXT_MISSING
    })
    ResponseEntity<Done> answerClarification(
            @PathVariable ContributionId id, @RequestBody AnswerToIt body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new AnswerClarification(id, network, by, body.answer()));
    }

    @PostMapping("/withdrawal")
    @MayRefuse({Reason.UNKNOWN_CONTRIBUTION, Reason.NOT_THE_AUTHOR, Reason.ALREADY_DECIDED, Reason.ALREADY_WITHDRAWN})
    ResponseEntity<Done> withdrawContribution(
            @PathVariable ContributionId id, @RequestBody(required = false) @Nullable Nothing body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new Withdraw(id, network, by));
    }

    @PostMapping("/appeals")
    @MayRefuse({
        Reason.UNKNOWN_CONTRIBUTION,
        Reason.NOT_THE_AUTHOR,
        Reason.NOT_DECLINED,
        Reason.ALREADY_APPEALED,
        Reason.TEXT_MISSING
    })
    ResponseEntity<Done> appealRefusal(
            @PathVariable ContributionId id, @RequestBody ContributionRequests.Appeal body, Asked asked) {
        return claims.change(asked, id, (network, by) -> new Appeal(id, network, by, body.words()));
    }
}
