package org.maillage.web.api;

import org.maillage.ledger.Reason;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;
import org.maillage.web.api.MemberRequests.Transfer;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gifts and thank-yous (rule 7). Both sides read them in their statements. */
@RestController
@RequestMapping("/api/v1/transfers")
class TransfersApi {

    private final ApiCommands commands;

    TransfersApi(ApiCommands commands) {
        this.commands = commands;
    }

    @PostMapping
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK, Reason.UNKNOWN_MEMBER, Reason.NOT_ENOUGH_AVAILABLE, Reason.GIVES_TO_ITSELF,
        Reason.AMOUNT_TOO_LARGE, Reason.NOT_A_COORDINATOR, Reason.UNKNOWN_CONTRIBUTION, Reason.ALREADY_EXISTS
    })
    ResponseEntity<Done> give(@RequestBody Transfer body, Asked asked) {
        var by = asked.memberIn(body.network());
        var id = body.transfer() == null ? new TransferId(KeyedIds.of(asked, "transfer")) : body.transfer();
        var from = body.from() == null ? AccountId.of(by) : body.from();
        var outcome = commands.run(
                asked,
                asked.actor(),
                () -> new Give(
                        id,
                        body.network(),
                        by,
                        from,
                        body.to(),
                        new Mailles(body.hundredths()),
                        body.about(),
                        body.words()));
        return Answers.made("/api/v1/members/" + by + "/statement", id.value(), outcome);
    }
}
