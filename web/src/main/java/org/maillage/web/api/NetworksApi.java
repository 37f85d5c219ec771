package org.maillage.web.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.event.CreditEvent.Balance;
import org.maillage.ledger.network.NetworkCommand.AllowParentDecisions;
import org.maillage.ledger.network.NetworkCommand.ChangeTerritory;
import org.maillage.ledger.network.NetworkCommand.Create;
import org.maillage.ledger.network.NetworkCommand.RegisterOrganisation;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.Commune;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.figures.NetworkFigures;
import org.maillage.projection.network.Network;
import org.maillage.projection.network.Organisation;
import org.maillage.web.api.NetworkRequests.NewNetwork;
import org.maillage.web.api.NetworkRequests.NewOrganisation;
import org.maillage.web.api.NetworkRequests.ParentDecisions;
import org.maillage.web.api.NetworkRequests.Territory;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.maillage.web.credits.Fund;
import org.maillage.web.network.PlaceNames;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Networks, their territory, organisations, common fund and figures. */
@RestController
@RequestMapping("/api/v1/networks")
class NetworksApi {

    private static final ZoneId METROPOLE = ZoneId.of("Europe/Paris");

    private final NetworkRights rights;
    private final ApiCommands commands;
    private final Projections views;
    private final ApiParams params;
    private final Fund fund;
    private final PlaceNames places;
    private final Clock clock;

    NetworksApi(
            NetworkRights rights,
            ApiCommands commands,
            Projections views,
            ApiParams params,
            Fund fund,
            PlaceNames places,
            Clock clock) {
        this.places = places;
        this.rights = rights;
        this.commands = commands;
        this.views = views;
        this.params = params;
        this.fund = fund;
        this.clock = clock;
    }

    /** A network with its territory. */
    record NetworkAnswer(Network network, Set<Commune> territory) {}

    @GetMapping
    List<Network> listNetworks(Asked asked) {
        return views.networks().all();
    }

    @PostMapping
    @Creates
    @MayRefuse({
        Reason.NOT_AN_ADMINISTRATOR,
        Reason.UNKNOWN_NETWORK,
        Reason.PARENT_WITHIN_ITSELF,
        Reason.COMMUNE_INVALID,
        Reason.ALREADY_EXISTS,
        Reason.TEXT_UNREADABLE
    })
    ResponseEntity<Done> createNetwork(@RequestBody NewNetwork body, Asked asked) {
        Refused.when(!asked.administrator(), Reason.NOT_AN_ADMINISTRATOR);
        var id = body.network() == null ? new NetworkId(KeyedIds.of(asked, "network")) : body.network();
        var zone = body.zone() == null ? METROPOLE : body.zone();
        var territory = body.territory() == null ? Set.<Commune>of() : known(body.territory());
        var outcome = commands.run(
                asked,
                asked.asAdministrator(),
                () -> new Create(id, body.name(), body.parent(), zone, territory, null, null));
        return Answers.made("/api/v1/networks/" + id, id.value(), outcome);
    }

    @GetMapping("/{id}")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    NetworkAnswer readNetwork(@PathVariable NetworkId id, Asked asked) {
        return new NetworkAnswer(rights.find(id), views.networks().territory(id, AsOf.NOW));
    }

    @PutMapping("/{id}/territory")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR, Reason.COMMUNE_INVALID})
    ResponseEntity<Done> changeTerritory(@PathVariable NetworkId id, @RequestBody Territory body, Asked asked) {
        var by = rights.acting(asked, id);
        var communes = known(body.communes());
        var outcome = commands.run(asked, by.actor(), () -> new ChangeTerritory(id, by.member(), communes));
        return Answers.changed(id.value(), outcome, null);
    }

    /** @throws Refused where there is none of a code */
    private Set<Commune> known(Collection<Commune> communes) {
        Refused.when(!communes.stream().allMatch(places::mayBe), Reason.COMMUNE_INVALID);
        return Set.copyOf(communes);
    }

    @PutMapping("/{id}/parent-decisions")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR})
    ResponseEntity<Done> allowParentDecisions(
            @PathVariable NetworkId id, @RequestBody ParentDecisions body, Asked asked) {
        var by = rights.member(asked, id);
        var outcome = commands.run(asked, asked.actor(), () -> new AllowParentDecisions(id, by, body.allowed()));
        return Answers.changed(id.value(), outcome, null);
    }

    @GetMapping("/{id}/organisations")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    List<Organisation> listOrganisations(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.find(id).zone();
        return views.networks().organisations(id, params.asOf(asOf, zone));
    }

    @PostMapping("/{id}/organisations")
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.NOT_A_COORDINATOR,
        Reason.SIRET_INVALID,
        Reason.ALREADY_EXISTS,
        Reason.TEXT_UNREADABLE
    })
    ResponseEntity<Done> registerOrganisation(
            @PathVariable NetworkId id, @RequestBody NewOrganisation body, Asked asked) {
        var by = rights.acting(asked, id);
        var organisation = body.organisation() == null
                ? new OrganisationId(KeyedIds.of(asked, "organisation"))
                : body.organisation();
        var outcome = commands.run(
                asked,
                by.actor(),
                () -> new RegisterOrganisation(id, by.member(), organisation, body.name(), body.siret()));
        return Answers.made("/api/v1/networks/" + id + "/organisations", organisation.value(), outcome);
    }

    @GetMapping("/{id}/fund")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    Balance readFund(@PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var network = rights.find(id);
        if (!asked.administrator()) {
            asked.memberIn(id);
        }
        boolean exact = asked.administrator() || asked.coordinates(id);
        var today = LocalDate.ofInstant(clock.instant(), network.zone());
        var until = fund.readable(exact, params.asOf(asOf, network.zone()), today);
        return new Balance(Mailles.ZERO, fund.available(id, exact, until));
    }

    @GetMapping("/{id}/organisations/{organisation}/balance")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.UNKNOWN_ORGANISATION, Reason.NOT_A_COORDINATOR})
    Balance readOrganisationBalance(
            @PathVariable NetworkId id,
            @PathVariable OrganisationId organisation,
            @RequestParam(required = false) @Nullable String asOf,
            Asked asked) {
        var until = params.asOf(asOf, rights.mustCoordinate(asked, id).zone());
        Refused.when(views.networks().organisation(id, organisation).isEmpty(), Reason.UNKNOWN_ORGANISATION);
        return views.accounts().balance(id, AccountId.of(organisation), until);
    }

    @GetMapping("/{id}/figures")
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR})
    NetworkFigures readFigures(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.mustCoordinate(asked, id).zone();
        return views.figures().of(id, params.asOf(asOf, zone));
    }
}
