package org.maillage.web.api;

import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.member.MemberCommand.AssignOrganisation;
import org.maillage.ledger.member.MemberCommand.ChangeOrganisation;
import org.maillage.ledger.member.MemberCommand.Enter;
import org.maillage.ledger.member.MemberCommand.Leave;
import org.maillage.ledger.member.MemberCommand.Rename;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.api.ContributionRequests.Nothing;
import org.maillage.web.api.MemberRequests.CharterSignature;
import org.maillage.web.api.MemberRequests.Name;
import org.maillage.web.api.MemberRequests.NewMember;
import org.maillage.web.api.MemberRequests.OrganisationOf;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.profile.Profiles;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory of a network, and memberships. */
@RestController
@RequestMapping("/api/v1/members")
class MembersApi {

    private final MembersSeen members;
    private final ApiCommands commands;
    private final Projections views;
    private final ApiParams params;
    private final InvitationsByApi invitations;
    private final Profiles profiles;
    private final NetworkRights rights;

    MembersApi(
            NetworkRights rights,
            MembersSeen members,
            ApiCommands commands,
            Projections views,
            ApiParams params,
            InvitationsByApi invitations,
            Profiles profiles) {
        this.rights = rights;
        this.members = members;
        this.commands = commands;
        this.views = views;
        this.params = params;
        this.invitations = invitations;
        this.profiles = profiles;
    }

    @GetMapping
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    ResponseEntity<Listed<MemberAnswer>> listMembers(
            @RequestParam NetworkId network,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) Member.@Nullable Status status,
            @RequestParam(required = false) @Nullable OrganisationId organisation,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = ApiParams.DEFAULT_LIMIT) int limit,
            Asked asked) {
        var all = asked.administrator() || asked.coordinates(network);
        if (!asked.administrator()) {
            asked.memberIn(network);
        }
        var filter = new MemberFilter(params.text("q", q), status, organisation);
        var until = params.asOf(asOf, rights.find(network).zone());
        int most = params.limit(limit);
        return Listed.answer(
                cursor,
                from -> (all
                                ? views.members().all(network, filter, until, from, most)
                                : views.members().listed(network, filter, until, from, most))
                        .map(MemberAnswer::of));
    }

    @PostMapping
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.NOT_A_COORDINATOR,
        Reason.NOT_AN_ACTIVE_MEMBER,
        Reason.EMAIL_INVALID,
        Reason.TEXT_UNREADABLE,
        Reason.ALREADY_EXISTS
    })
    ResponseEntity<Done> enterMember(@RequestBody NewMember body, Asked asked) {
        var id = body.member() == null ? new MemberId(KeyedIds.of(asked, "member")) : body.member();
        if (body.email() != null) {
            return invitations.invite(asked, body, body.email(), id);
        }
        var by = asked.memberIn(body.network());
        var outcome = commands.run(
                asked, asked.actor(), () -> new Enter(id, body.network(), by, origin(body), body.name(), body.cited()));
        return Answers.made("/api/v1/members/" + id, id.value(), outcome);
    }

    @GetMapping("/{id}")
    @MayRefuse(Reason.UNKNOWN_MEMBER)
    MemberAnswer readMember(
            @PathVariable MemberId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        return MemberAnswer.of(members.see(asked, id, zone -> params.asOf(asOf, zone)));
    }

    @PutMapping("/{id}/name")
    @MayRefuse({Reason.UNKNOWN_MEMBER, Reason.NOT_YOURSELF, Reason.HAS_LEFT, Reason.TEXT_UNREADABLE})
    ResponseEntity<Done> renameMember(@PathVariable MemberId id, @RequestBody Name body, Asked asked) {
        return change(asked, id, network -> new Rename(id, network, body.name()));
    }

    @PutMapping("/{id}/organisation")
    @MayRefuse({Reason.UNKNOWN_MEMBER, Reason.NOT_YOURSELF, Reason.UNKNOWN_ORGANISATION, Reason.HAS_LEFT})
    ResponseEntity<Done> changeOrganisation(@PathVariable MemberId id, @RequestBody OrganisationOf body, Asked asked) {
        return change(asked, id, network -> new ChangeOrganisation(id, network, body.organisation()));
    }

    @PutMapping("/{id}/assigned-organisation")
    @MayRefuse({
        Reason.UNKNOWN_MEMBER,
        Reason.NOT_A_COORDINATOR,
        Reason.NOT_AN_ACTIVE_MEMBER,
        Reason.NOT_YOURSELF,
        Reason.UNKNOWN_ORGANISATION
    })
    ResponseEntity<Done> assignOrganisation(@PathVariable MemberId id, @RequestBody OrganisationOf body, Asked asked) {
        return change(
                asked,
                id,
                network -> new AssignOrganisation(id, network, asked.memberIn(network), body.organisation()));
    }

    @PostMapping("/{id}/charter-signatures")
    @MayRefuse({Reason.UNKNOWN_MEMBER, Reason.NOT_YOURSELF, Reason.VERSION_NOT_NEXT, Reason.HAS_LEFT})
    ResponseEntity<Done> signCharter(@PathVariable MemberId id, @RequestBody CharterSignature body, Asked asked) {
        return change(asked, id, network -> new SignCharter(id, network, body.version()));
    }

    @PostMapping("/{id}/departure")
    @MayRefuse({Reason.UNKNOWN_MEMBER, Reason.NOT_YOURSELF, Reason.HAS_LEFT, Reason.LAST_COORDINATOR})
    ResponseEntity<Done> leaveNetwork(
            @PathVariable MemberId id, @RequestBody(required = false) @Nullable Nothing body, Asked asked) {
        var network = members.see(asked, id).network();
        var answer = change(asked, id, _ -> new Leave(id, network));
        // A request that is repeated after they came back takes nothing from them.
        views.members()
                .find(network, id, AsOf.NOW)
                .filter(member -> member.status() == Member.Status.LEFT)
                .ifPresent(_ -> profiles.forget(id));
        return answer;
    }

    private ResponseEntity<Done> change(
            Asked asked,
            MemberId id,
            java.util.function.Function<NetworkId, org.maillage.ledger.member.MemberCommand> asking) {
        var network = members.see(asked, id).network();
        var outcome = commands.run(asked, asked.actor(), () -> asking.apply(network));
        return Answers.changed(id.value(), outcome, null);
    }

    private static MemberEvent.Origin origin(NewMember body) {
        return body.cited() == null ? MemberEvent.Origin.COORDINATOR : MemberEvent.Origin.CITED;
    }
}
