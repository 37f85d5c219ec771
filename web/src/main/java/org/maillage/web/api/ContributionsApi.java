package org.maillage.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedEvidence;
import org.maillage.ledger.contribution.ContributionCommand.ClaimedShare;
import org.maillage.ledger.contribution.ContributionCommand.Submit;
import org.maillage.ledger.event.Evidence;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Audience;
import org.maillage.ledger.value.Capacity;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EvidenceId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.Payment;
import org.maillage.ledger.value.ShareId;
import org.maillage.ledger.value.Where;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.web.api.ContributionRequests.Claim;
import org.maillage.web.api.ContributionRequests.ShareOfClaim;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.contributions.EarlyQuestions;
import org.maillage.web.evidence.EvidenceUploads;
import org.maillage.web.network.PlaceNames;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** ClaimsAsked: made, read, listed. */
@RestController
@RequestMapping("/api/v1/contributions")
class ContributionsApi {

    private final ClaimsAsked claims;
    private final ApiCommands commands;
    private final Projections views;
    private final EvidenceUploads files;
    private final ApiParams params;
    private final EarlyQuestions questions;
    private final PlaceNames places;

    ContributionsApi(
            ClaimsAsked claims,
            ApiCommands commands,
            Projections views,
            EvidenceUploads files,
            ApiParams params,
            EarlyQuestions questions,
            PlaceNames places) {
        this.claims = claims;
        this.commands = commands;
        this.views = views;
        this.files = files;
        this.params = params;
        this.questions = questions;
        this.places = places;
    }

    @PostMapping
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.UNKNOWN_MEMBER,
        Reason.UNKNOWN_KIND,
        Reason.DAY_IN_THE_FUTURE,
        Reason.DECLARED_IN_THE_FUTURE,
        Reason.DAY_TOO_OLD,
        Reason.QUANTITY_NOT_OF_THE_KIND,
        Reason.MORE_THAN_24_HOURS,
        Reason.NO_SHARE,
        Reason.SHARE_TWICE,
        Reason.CONTRIBUTOR_TWICE,
        Reason.TEXT_UNREADABLE,
        Reason.LINK_INVALID,
        Reason.COMMUNE_INVALID,
        Reason.LONG_DAY,
        Reason.POSSIBLE_DUPLICATE,
        Reason.ALREADY_EXISTS,
        Reason.REPLACED_CLAIM_STILL_STANDS
    })
    ResponseEntity<Done> submitContribution(@RequestBody Claim body, Asked asked) {
        var member = asked.memberIn(body.network());
        var id = body.contribution() == null
                ? new ContributionId(KeyedIds.of(asked, "contribution"))
                : body.contribution();
        var evidence = evidence(body, id, member, asked);
        var outcome = commands.run(asked, asked.actor(), () -> {
            var submit = new Submit(
                    id,
                    body.network(),
                    member,
                    shares(body, member, asked),
                    body.title(),
                    body.sentence(),
                    evidence,
                    body.answered() == null ? Set.of() : Set.copyOf(body.answered()),
                    body.declaredAt(),
                    body.replaces());
            questions.ask(submit);
            return submit;
        });
        return Answers.made("/api/v1/contributions/" + id, id.value(), outcome);
    }

    @GetMapping("/{id}")
    @MayRefuse(Reason.UNKNOWN_CONTRIBUTION)
    ResponseEntity<ClaimAnswer> readContribution(@PathVariable ContributionId id, Asked asked) {
        var claim = claims.see(asked, id);
        var etag = Answers.etag(claim.position());
        if (asked.ifNoneMatch() != null && ClaimsAsked.matches(asked.ifNoneMatch(), claim.position())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        var names = views.members().names(claim.network(), ClaimAnswer.named(claim));
        return ResponseEntity.ok().eTag(etag).body(ClaimAnswer.of(claim, names));
    }

    @GetMapping
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    ResponseEntity<Listed<ContributionSummary>> listContributions(
            @RequestParam NetworkId network,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ApiParams.DEFAULT_LIMIT) int limit,
            Asked asked) {
        var own = asked.viewer().require(network);
        var until = params.asOf(asOf, own.zone());
        int most = params.limit(limit);
        return Listed.answer(cursor, from -> views.contributions().ofMember(network, own.member(), until, from, most));
    }

    private List<ClaimedEvidence> evidence(Claim body, ContributionId id, MemberId member, Asked asked) {
        var evidence = new ArrayList<ClaimedEvidence>();
        for (var link : orEmpty(body.links())) {
            var name = "evidence." + evidence.size();
            var evidenceId = link.evidence() == null ? new EvidenceId(KeyedIds.of(asked, name)) : link.evidence();
            evidence.add(new ClaimedEvidence(evidenceId, Evidence.Type.LINK, link.address(), link.address(), null));
        }
        for (var file : orEmpty(body.files())) {
            evidence.add(files.claim(file.evidence(), body.network(), member, id)
                    .orElseThrow(ContributionsApi::unknownFile));
        }
        return evidence;
    }

    private static ApiProblem unknownFile() {
        return new ApiProblem(Fault.UNKNOWN_EVIDENCE, List.of(FieldFault.body("/files", "unknown")), Map.of());
    }

    private List<ClaimedShare> shares(Claim body, MemberId member, Asked asked) {
        var shares = new ArrayList<ClaimedShare>();
        for (var share : body.shares()) {
            var commune = share.where() == null ? null : share.where().commune();
            Refused.when(commune != null && !places.mayBe(commune), Reason.COMMUNE_INVALID);
            var keyed = new ShareId(KeyedIds.of(asked, "share." + shares.size()));
            shares.add(share(share, share.share() == null ? keyed : share.share(), AccountId.of(member)));
        }
        return shares;
    }

    private static ClaimedShare share(ShareOfClaim said, ShareId id, AccountId own) {
        return new ClaimedShare(
                id,
                or(said.contributor(), own),
                said.kind(),
                said.quantity().value(),
                said.day(),
                said.startTime(),
                or(said.where(), Where.UNKNOWN),
                or(said.payment(), Payment.UNPAID),
                or(said.capacity(), Capacity.MEMBER),
                said.onBehalfOf(),
                or(said.audience(), Audience.NONE),
                orEmpty(said.helped()),
                orEmpty(said.companions()),
                orEmpty(said.borrowers()),
                said.gathering(),
                said.need(),
                said.kit(),
                said.fundingConvention(),
                said.reusedFrom(),
                null);
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }
}
