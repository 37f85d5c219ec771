package org.maillage.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;
import org.maillage.ledger.network.NetworkCommand.AddKind;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Charter;
import org.maillage.projection.network.Tariff;
import org.maillage.web.api.NetworkRequests.NewCharter;
import org.maillage.web.api.NetworkRequests.NewKind;
import org.maillage.web.api.NetworkRequests.NewTariff;
import org.maillage.web.api.openapi.Creates;
import org.maillage.web.api.openapi.MayRefuse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Kinds, and the versions of tariff and charter (rule 11). All of it is public text. */
@RestController
@RequestMapping("/api/v1/networks/{id}")
class GovernanceApi {

    private final NetworkRights rights;
    private final ApiCommands commands;
    private final Projections views;
    private final ApiParams params;

    GovernanceApi(NetworkRights rights, ApiCommands commands, Projections views, ApiParams params) {
        this.rights = rights;
        this.commands = commands;
        this.views = views;
        this.params = params;
    }

    @GetMapping("/kinds")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    List<Kind> listKinds(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.find(id).zone();
        return views.networks().kinds(id, params.asOf(asOf, zone));
    }

    @PostMapping("/kinds")
    @Creates
    @MayRefuse({Reason.UNKNOWN_NETWORK, Reason.NOT_A_COORDINATOR, Reason.ALREADY_EXISTS, Reason.TEXT_UNREADABLE})
    ResponseEntity<Done> addKind(@PathVariable NetworkId id, @RequestBody NewKind body, Asked asked) {
        var by = rights.member(asked, id);
        var outcome = commands.run(
                asked,
                asked.actor(),
                () -> new AddKind(
                        id,
                        by,
                        new Kind(body.kind(), body.measure(), body.label(), 1),
                        body.rate(),
                        body.dailyCap(),
                        body.weights()));
        return Answers.made("/api/v1/networks/" + id + "/kinds", id.value(), outcome);
    }

    @GetMapping("/tariffs")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    List<Tariff> listTariffs(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.find(id).zone();
        var tariffs = views.networks().tariffs(id, params.asOf(asOf, zone));
        return knowsMembers(asked, id)
                ? tariffs
                : tariffs.stream().map(GovernanceApi::withoutMember).toList();
    }

    @PostMapping("/tariffs")
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.NOT_A_COORDINATOR,
        Reason.VERSION_NOT_NEXT,
        Reason.TARIFF_INCOMPLETE,
        Reason.UNKNOWN_KIND,
        Reason.EFFECTIVE_BEFORE_ADOPTION,
        Reason.NOTHING_CHANGES
    })
    ResponseEntity<Done> adoptTariff(@PathVariable NetworkId id, @RequestBody NewTariff body, Asked asked) {
        var by = rights.member(asked, id);
        var outcome = commands.run(
                asked,
                asked.actor(),
                () -> new AdoptTariff(
                        id,
                        by,
                        body.version(),
                        body.effective(),
                        body.lines().stream()
                                .map(line -> new TariffLine(line.kind(), line.rate(), line.dailyCap(), line.weights()))
                                .toList(),
                        body.paidTimeToFund(),
                        new Mailles(body.floorHundredths()),
                        body.note() == null ? "" : body.note()));
        return Answers.made("/api/v1/networks/" + id + "/tariffs", id.value(), outcome);
    }

    @GetMapping("/charters")
    @MayRefuse(Reason.UNKNOWN_NETWORK)
    List<Charter> listCharters(
            @PathVariable NetworkId id, @RequestParam(required = false) @Nullable String asOf, Asked asked) {
        var zone = rights.find(id).zone();
        var charters = views.networks().charters(id, params.asOf(asOf, zone));
        return knowsMembers(asked, id)
                ? charters
                : charters.stream().map(GovernanceApi::withoutMember).toList();
    }

    @PostMapping("/charters")
    @Creates
    @MayRefuse({
        Reason.UNKNOWN_NETWORK,
        Reason.NOT_A_COORDINATOR,
        Reason.VERSION_NOT_NEXT,
        Reason.TEXT_UNREADABLE,
        Reason.NOTHING_CHANGES
    })
    ResponseEntity<Done> publishCharter(@PathVariable NetworkId id, @RequestBody NewCharter body, Asked asked) {
        var by = rights.acting(asked, id);
        var outcome =
                commands.run(asked, by.actor(), () -> new PublishCharter(id, by.member(), body.version(), body.text()));
        return Answers.made("/api/v1/networks/" + id + "/charters", id.value(), outcome);
    }

    /** The texts are public; who of its members wrote them is for the network. */
    private static boolean knowsMembers(Asked asked, NetworkId network) {
        return asked.administrator() || asked.memberOf(network).isPresent();
    }

    private static Tariff withoutMember(Tariff tariff) {
        return new Tariff(
                tariff.version(),
                tariff.effective(),
                tariff.adoptedOn(),
                null,
                tariff.paidTimeToFund(),
                tariff.floor(),
                tariff.note(),
                tariff.lines());
    }

    private static Charter withoutMember(Charter charter) {
        return new Charter(charter.version(), charter.publishedOn(), null, charter.text());
    }
}
