package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Reason;
import org.maillage.ledger.contribution.ContributionCommand.Validate;
import org.maillage.ledger.network.NetworkCommand.AppointCoordinator;
import org.maillage.ledger.network.NetworkCommand.DismissCoordinator;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.KindCode;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Role;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.queue.QueueFilter;
import org.maillage.projection.queue.QueueItem;
import org.maillage.projection.queue.Tab;
import org.maillage.web.api.NetworkRequests.Validations;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.api.problem.Problem;
import org.maillage.web.api.problem.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Coordinators and the claims that wait for them. */
@RestController
@RequestMapping("/api/v1/networks/{id}")
class CoordinationApi {

    private final NetworkRights rights;
    private final ApiCommands commands;
    private final Projections views;
    private final ApiParams params;
    private final Problems problems;

    CoordinationApi(
            NetworkRights rights, ApiCommands commands, Projections views, ApiParams params, Problems problems) {
        this.rights = rights;
        this.commands = commands;
        this.views = views;
        this.params = params;
        this.problems = problems;
    }

    /** Items of each tab. */
    record QueueCounts(Map<Tab, Long> tabs) {}

    /** What became of one claim among several; {@code problem} is null where it was validated. */
    record ValidationResult(
            ContributionId contribution,
            boolean validated,
            @Nullable Long position,
            @Nullable Problem problem) {}

    /** What became of each claim, in the order in which they were named. */
    record ValidationResults(int validated, int refused, List<ValidationResult> results) {}

    @GetMapping("/coordinators")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    List<MemberAnswer> listCoordinators(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.find(id).zone();
        if (!asked.administrator()) {
            asked.memberIn(id);
        }
        return views.members().coordinators(id, params.asOf(asOf, zone)).stream()
                .map(MemberAnswer::of)
                .toList();
    }

    @PutMapping("/coordinators/{member}")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.UNKNOWN_MEMBER, Reason.NOT_A_COORDINATOR, Reason.NOT_AN_ACTIVE_MEMBER})
    ResponseEntity<Done> appointCoordinator(@PathVariable NetworkId id, @PathVariable MemberId member, Asked asked) {
        var by = rights.acting(asked, id);
        var outcome = commands.run(asked, by.actor(), () -> new AppointCoordinator(id, member, by.member()));
        return Answers.changed(member.value(), outcome, null);
    }

    @DeleteMapping("/coordinators/{member}")
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.UNKNOWN_MEMBER,
        Reason.NOT_A_COORDINATOR,
        Reason.NOT_A_COORDINATOR_YET,
        Reason.LAST_COORDINATOR
    })
    ResponseEntity<Done> dismissCoordinator(@PathVariable NetworkId id, @PathVariable MemberId member, Asked asked) {
        var by = rights.acting(asked, id);
        var outcome = commands.run(asked, by.actor(), () -> new DismissCoordinator(id, member, by.member()));
        return Answers.changed(member.value(), outcome, null);
    }

    @GetMapping("/queue")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR})
    ResponseEntity<Listed<QueueItem>> readQueue(
            @PathVariable NetworkId id,
            @RequestParam(defaultValue = "READY") Tab tab,
            @RequestParam(required = false) @Nullable KindCode kind,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ApiParams.DEFAULT_LIMIT) int limit,
            Asked asked) {
        var zone = rights.mustCoordinate(asked, id).zone();
        var filter = new QueueFilter(kind, role, params.text("q", q));
        var until = params.asOf(asOf, zone);
        int most = params.limit(limit);
        return Listed.answer(cursor, from -> views.queue().items(id, tab, filter, until, from, most));
    }

    @GetMapping("/queue/counts")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR})
    QueueCounts countQueue(@PathVariable NetworkId id, Asked asked) {
        rights.mustCoordinate(asked, id);
        return new QueueCounts(views.queue().counts(id, QueueFilter.ALL, AsOf.NOW));
    }

    @PostMapping("/queue/validations")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR})
    ValidationResults validateSeveral(
            @PathVariable NetworkId id, @RequestBody Validations body, Asked asked, HttpServletRequest request) {
        rights.mustCoordinate(asked, id);
        var by = rights.member(asked, id);
        var claims = body.contributions().stream().distinct().toList();
        var asking = claims.stream()
                .map(claim -> new Validate(claim, id, by, List.of()))
                .toList();
        var keys = claims.stream().map(ContributionId::toString).toList();
        var answers = commands.runAll(asked, asking, keys);
        var results = new ArrayList<ValidationResult>();
        for (int i = 0; i < claims.size(); i++) {
            results.add(result(claims.get(i), answers.get(i), request));
        }
        int validated =
                (int) results.stream().filter(ValidationResult::validated).count();
        return new ValidationResults(validated, results.size() - validated, results);
    }

    private ValidationResult result(ContributionId claim, Ledger.Result result, HttpServletRequest request) {
        return switch (result) {
            case Ledger.Result.Done done ->
                new ValidationResult(claim, true, done.outcome().position(), null);
            case Ledger.Result.Declined declined ->
                new ValidationResult(claim, false, null, problems.of(declined.refusal(), request));
        };
    }
}
