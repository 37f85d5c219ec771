package org.maillage.web.network;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.value.Measure;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Tariff;
import org.maillage.web.frame.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The versions of a network's tariff, which anyone can read (rule 11). */
@Controller
@RequestMapping("/bareme")
class TariffPages {

    private final NetworkReadings readings;
    private final Projections views;
    private final TariffDifference difference;
    private final Words words;
    private final Clock clock;

    TariffPages(NetworkReadings readings, Projections views, TariffDifference difference, Words words, Clock clock) {
        this.readings = readings;
        this.views = views;
        this.difference = difference;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable NetworkId reseau, Model model, Locale locale) {
        model.addAttribute("current", "tariff");
        var found = readings.find(reseau, model);
        if (found.isEmpty()) {
            return choose("/bareme", model);
        }
        var reading = found.get();
        var tariffs = views.networks().tariffsNow(reading.id());
        var now = tariffs.on(reading.today(clock)).orElseThrow();
        model.addAttribute("now", now.version());
        model.addAttribute("lines", lines(reading.id(), now, locale));
        model.addAttribute(
                "versions",
                tariffs.versions().reversed().stream()
                        .map(tariff -> version(reading, tariff, now, locale))
                        .toList());
        return "network/tariffs";
    }

    @GetMapping("/{n}")
    String show(
            @PathVariable int n,
            @RequestParam(required = false) @Nullable NetworkId reseau,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("current", "tariff");
        var found = readings.find(reseau, model);
        if (found.isEmpty()) {
            return choose("/bareme/" + n, model);
        }
        var reading = found.get();
        var tariffs = views.networks().tariffsNow(reading.id());
        var now = tariffs.on(reading.today(clock)).orElseThrow();
        var asked = tariffs.version(n);
        if (asked.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("missing", n);
            model.addAttribute("now", now.version());
            return "network/no-tariff";
        }
        var tariff = asked.get();
        model.addAttribute("version", version(reading, tariff, now, locale));
        model.addAttribute("lines", lines(reading.id(), tariff, locale));
        model.addAttribute("fund", words.say("tariff.fund." + tariff.paidTimeToFund(), locale));
        model.addAttribute("floor", words.mailles(tariff.floor(), locale));
        model.addAttribute("before", n - 1);
        tariffs.version(n - 1)
                .ifPresent(before ->
                        model.addAttribute("changes", difference.between(reading.id(), before, tariff, locale)));
        return "network/tariff";
    }

    private String choose(String path, Model model) {
        model.addAttribute("path", path);
        model.addAttribute("networks", readings.all());
        return "network/networks";
    }

    private List<Line> lines(NetworkId network, Tariff tariff, Locale locale) {
        var measures = difference.measures(network);
        return tariff.lines().stream()
                .map(line -> {
                    var measure = measures.getOrDefault(line.kind(), Measure.TIME);
                    return new Line(
                            words.kind(network, line.kind(), locale),
                            difference.rate(line.rate(), measure, locale),
                            difference.cap(line.dailyCap(), measure, locale),
                            words.weights(line.weights(), locale));
                })
                .toList();
    }

    private Version version(NetworkReading reading, Tariff tariff, Tariff now, Locale locale) {
        var state = tariff.version() == now.version()
                ? "now"
                : tariff.effective().isAfter(reading.today(clock)) ? "coming" : "past";
        var by = tariff.by();
        return new Version(
                tariff.version(),
                state,
                words.say("tariff.state." + state, locale),
                words.day(tariff.effective(), locale),
                words.day(tariff.adoptedOn(), locale),
                by == null || !reading.knowsMembers() ? null : words.name(reading.id(), by, locale),
                tariff.note());
    }

    /** What a version says of one kind, in words. */
    record Line(String kind, String rate, String cap, String roles) {}

    /**
     * A version as a line of the list.
     *
     * @param state now, coming or past
     * @param by who adopted it; null where nobody did, or where it is not for the reader
     */
    record Version(
            int number,
            String state,
            String stateText,
            String effective,
            String adopted,
            @Nullable String by,
            String note) {}
}
