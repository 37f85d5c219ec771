package org.maillage.web.network;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.value.Kind;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.OrganisationId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.projection.network.Organisation;
import org.maillage.projection.network.Tariffs;
import org.maillage.web.credits.OrganisationAccounts;
import org.maillage.web.frame.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A network as anyone can read it: territory, nested networks, organisations, kinds. No member is named. */
@Controller
@RequestMapping("/reseau")
class NetworkPages {

    private final NetworkReadings readings;
    private final Projections views;
    private final PlaceNames places;
    private final OrganisationAccounts organisations;
    private final Words words;
    private final Clock clock;

    NetworkPages(
            NetworkReadings readings,
            Projections views,
            PlaceNames places,
            OrganisationAccounts organisations,
            Words words,
            Clock clock) {
        this.readings = readings;
        this.views = views;
        this.places = places;
        this.organisations = organisations;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable NetworkId reseau, Model model, Locale locale) {
        model.addAttribute("current", "network");
        var found = readings.find(reseau, model);
        if (found.isEmpty()) {
            return choose("/reseau", model);
        }
        var reading = found.get();
        var id = reading.id();
        model.addAttribute("parent", parent(reading.network()));
        model.addAttribute("since", words.day(reading.network().createdOn(), locale));
        model.addAttribute("territory", Territory.of(views.networks().territory(id, AsOf.NOW), places));
        model.addAttribute("nested", views.networks().children(id));
        model.addAttribute("organisations", views.networks().organisations(id, AsOf.NOW));
        model.addAttribute("accounts", accounts(reading));
        model.addAttribute("kinds", kinds(reading, locale));
        model.addAttribute("key", org.maillage.web.frame.FormKey.next());
        return "network/network";
    }

    // The page of an account speaks of the network that the session speaks of.
    private Set<OrganisationId> accounts(NetworkReading reading) {
        var standing = reading.standing();
        return standing == null || !reading.current()
                ? Set.of()
                : organisations.open(standing).stream()
                        .map(Organisation::organisation)
                        .collect(Collectors.toSet());
    }

    /** Lets a reader choose among the networks of the installation. */
    private String choose(String path, Model model) {
        model.addAttribute("path", path);
        model.addAttribute("networks", readings.all());
        return "network/networks";
    }

    private @Nullable Network parent(Network network) {
        var parent = network.parent();
        return parent == null ? null : views.networks().find(parent).orElse(null);
    }

    private List<KindRow> kinds(NetworkReading reading, Locale locale) {
        var tariffs = views.networks().tariffsNow(reading.id());
        var today = reading.today(clock);
        return views.networks().kinds(reading.id(), AsOf.NOW).stream()
                .map(kind -> row(
                        kind,
                        reading,
                        tariffs.on(today, kind.code())
                                .map(Tariffs.InForce::line)
                                .orElse(null),
                        locale))
                .toList();
    }

    private KindRow row(Kind kind, NetworkReading reading, @Nullable TariffLine line, Locale locale) {
        return new KindRow(
                words.kind(reading.id(), kind.code(), locale),
                words.say("network.measure." + kind.measure(), locale),
                line == null ? "" : words.weights(line.weights(), locale));
    }

    /** A kind with what it counts and the roles that it goes to, in words. */
    record KindRow(String name, String measure, String roles) {}
}
