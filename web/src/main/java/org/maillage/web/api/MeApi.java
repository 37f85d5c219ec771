package org.maillage.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.PersonId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.contribution.ContributionSummary;
import org.maillage.projection.member.Member;
import org.maillage.projection.network.Network;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the token is: the start of every tour. */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {

    private final Projections views;

    MeApi(Projections views) {
        this.views = views;
    }

    /** The person and their memberships. */
    record MeAnswer(PersonId person, boolean administrator, List<OwnMembership> memberships) {}

    /** One membership; name and coordination are this network's own. */
    record OwnMembership(
            MemberId member,
            NetworkId network,
            @Nullable String networkName,
            String name,
            Member.Status status,
            boolean coordinator,
            int charterVersion) {}

    @GetMapping
    MeAnswer readMe(Asked asked) {
        var memberships = asked.memberships().stream()
                .flatMap(own -> views.members().find(own.network(), own.member(), AsOf.NOW).stream())
                .map(this::membership)
                .toList();
        return new MeAnswer(asked.person(), asked.administrator(), memberships);
    }

    /** ClaimsAsked with a share of one's own that waits for one's answer. */
    @GetMapping("/waiting-shares")
    List<ContributionSummary> listWaitingShares(Asked asked) {
        return asked.memberships().stream()
                .flatMap(own -> views.contributions().waitingFor(own.network(), own.member()).stream())
                .toList();
    }

    private OwnMembership membership(Member member) {
        var network = views.networks().find(member.network()).map(Network::name).orElse(null);
        return new OwnMembership(
                member.member(),
                member.network(),
                network,
                member.name(),
                member.status(),
                member.coordinator(),
                member.charterVersion());
    }
}
