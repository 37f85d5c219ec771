package org.maillage.web.api;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.Projections;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.portrait.Portrait;
import org.maillage.projection.portrait.PortraitEvidence;
import org.maillage.web.api.openapi.MayRefuse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One's own mailles and portrait; nobody else's, whoever asks (privacy, rule 14). */
@RestController
@RequestMapping("/api/v1/members/{id}")
class AccountsApi {

    private final MembersSeen members;
    private final Projections views;
    private final ApiParams params;

    AccountsApi(MembersSeen members, Projections views, ApiParams params) {
        this.members = members;
        this.views = views;
        this.params = params;
    }

    @GetMapping("/balance")
    @MayRefuse(Reason.UNKNOWN_MEMBER)
    Balance readBalance(@PathVariable MemberId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var member = members.own(asked, id);
        return views.accounts().balance(member.network(), AccountId.of(id), params.asOf(asOf, member.zone()));
    }

    @GetMapping("/statement")
    @MayRefuse(Reason.UNKNOWN_MEMBER)
    ResponseEntity<Listed<StatementLine>> readStatement(
            @PathVariable MemberId id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ApiParams.DEFAULT_LIMIT) int limit,
            Asked asked) {
        var member = members.own(asked, id);
        var network = member.network();
        var until = params.asOf(asOf, member.zone());
        int most = params.limit(limit);
        return Listed.answer(cursor, from -> views.accounts().statement(network, AccountId.of(id), until, from, most));
    }

    @GetMapping("/portrait")
    @MayRefuse(Reason.UNKNOWN_MEMBER)
    Portrait readPortrait(
            @PathVariable MemberId id,
            @RequestParam(required = false) @Nullable String through,
            @RequestParam(required = false) @Nullable String asOf,
            Asked asked) {
        var member = members.own(asked, id);
        var last = params.through(through, member.zone());
        return views.portraits().portrait(member.network(), id, last, params.asOf(asOf, member.zone()));
    }

    @GetMapping("/portrait/{role}")
    @MayRefuse(Reason.UNKNOWN_MEMBER)
    ResponseEntity<Listed<PortraitEvidence>> readPortraitEvidence(
            @PathVariable MemberId id,
            @PathVariable Role role,
            @RequestParam(required = false) @Nullable String through,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ApiParams.DEFAULT_LIMIT) int limit,
            Asked asked) {
        var member = members.own(asked, id);
        var network = member.network();
        var last = params.through(through, member.zone());
        var until = params.asOf(asOf, member.zone());
        int most = params.limit(limit);
        return Listed.answer(
                cursor, from -> views.portraits().evidence(network, id, role, null, last, until, from, most));
    }
}
