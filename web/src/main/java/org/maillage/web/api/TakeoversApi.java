package org.maillage.web.api;

import java.net.URI;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.journal.Journal;
import org.maillage.ledger.value.MemberId;
import org.maillage.web.api.MemberRequests.NewTakeover;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.signin.Takeovers;
import org.maillage.web.signin.Takeovers.Takeover;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links and codes with which somebody takes over the membership that waits for them. */
@RestController
@RequestMapping("/api/v1/members/{id}/links")
class TakeoversApi {

    private final MembersSeen members;
    private final Takeovers takeovers;
    private final Journal journal;

    TakeoversApi(MembersSeen members, Takeovers takeovers, Journal journal) {
        this.members = members;
        this.takeovers = takeovers;
        this.journal = journal;
    }

    @PostMapping
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_MEMBER,
        Reason.NOT_A_COORDINATOR,
        Reason.ALREADY_LINKED,
        Reason.HAS_LEFT,
        Reason.KEY_REUSED
    })
    ResponseEntity<Takeover> makeTakeover(@PathVariable MemberId id, @RequestBody NewTakeover body, Asked asked) {
        var network = members.handingOver(asked, id);
        var answer = ResponseEntity.created(URI.create("/api/v1/members/" + id)).cacheControl(CacheControl.noStore());
        var principal = asked.actor().toString();
        var key = asked.key();
        if (key == null) {
            return answer.body(
                    switch (body.form()) {
                        case LINK -> takeovers.link(network, id);
                        case CODE -> takeovers.code(network, id);
                    });
        }
        Refused.when(journal.answered(principal, key).isPresent(), Reason.KEY_REUSED);
        var made = takeovers.keyed(principal, key, network, id, body.form());
        if (made.repeated()) {
            answer.header(ApiCommands.REPLAYED, "true");
        }
        return answer.body(made.takeover());
    }
}
