package org.maillage.web.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.Badges;
import org.maillage.badge.question.IssuerKeys;
import org.maillage.ledger.badge.IssuerCommand;
import org.maillage.ledger.badge.IssuerCommand.ReportKeyCompromised;
import org.maillage.ledger.value.IssuerKeyId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.Projections;
import org.maillage.projection.network.Network;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The keys with which networks sign their badges: making new ones, and saying that one was stolen. */
@Controller
@RequestMapping("/administration/cles")
class KeysPages {

    /** How long the answer waits for the tables that its page reads. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Projections views;
    private final Badges badges;
    private final Commands commands;
    private final Words words;
    private final Clock clock;

    KeysPages(Projections views, Badges badges, Commands commands, Words words, Clock clock) {
        this.views = views;
        this.badges = badges;
        this.commands = commands;
        this.words = words;
        this.clock = clock;
    }

    /** A network and how many keys sign for it. */
    record Signing(Network network, long keys) {}

    /**
     * A key of the page, its times in the network's zone.
     *
     * @param state of the words and icons: active, retired or stolen
     */
    record Shown(
            IssuerKeyId id,
            String algorithm,
            String print,
            ZonedDateTime added,
            @Nullable ZonedDateTime retired,
            @Nullable ZonedDateTime stolen,
            String state) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("current", "administration");
        model.addAttribute(
                "networks",
                views.networks().all().stream()
                        .map(network -> new Signing(network, signing(network.network())))
                        .toList());
        return "administration/keys";
    }

    private long signing(NetworkId network) {
        return badges.issuerKeys().of(network).stream()
                .filter(key -> key.retired() == null && key.compromised() == null)
                .count();
    }

    @GetMapping("/{network}")
    String show(@PathVariable NetworkId network, Model model) {
        return show(found(network), Map.of(), Map.of(), model);
    }

    private String show(Network network, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("current", "administration");
        model.addAttribute("network", network);
        model.addAttribute("keys", keys(network));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("key", FormKey.next());
        return "administration/key-list";
    }

    private Network found(NetworkId network) {
        return views.networks().find(network).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Shown> keys(Network network) {
        return badges.issuerKeys().of(network.network()).reversed().stream()
                .map(key -> shown(key, network))
                .toList();
    }

    private static Shown shown(IssuerKeys.Key key, Network network) {
        return new Shown(
                key.key(),
                key.algorithm().name(),
                key.print(),
                key.added().atZone(network.zone()),
                at(key.retired(), network),
                at(key.compromised(), network),
                key.compromised() != null ? "stolen" : key.retired() != null ? "retired" : "active");
    }

    private static @Nullable ZonedDateTime at(@Nullable Instant time, Network network) {
        return time == null ? null : time.atZone(network.zone());
    }

    @PostMapping("/{network}/renouvellement")
    String renew(
            @PathVariable NetworkId network,
            @RequestParam String key,
            Viewer viewer,
            Locale locale,
            RedirectAttributes after) {
        found(network);
        var form = FormKey.of(key);
        var asked = badges.issuing().keys().rotation(network, kind -> new IssuerKeyId(form.id("key " + kind)));
        long last = 0;
        for (IssuerCommand command : asked) {
            var name = command.getClass().getSimpleName() + " " + command.key();
            var outcome = commands.administer(viewer, new FormKey(form.id(name)), command);
            last = Math.max(last, outcome.position());
        }
        badges.awaitPosition(last, PATIENCE);
        after.addFlashAttribute("notice", words.say("keys.renewed", locale));
        return "redirect:/administration/cles/" + network;
    }

    @PostMapping("/{network}/vol")
    String report(
            @PathVariable NetworkId network,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String cle,
            @RequestParam(defaultValue = "") String depuis,
            Viewer viewer,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after) {
        var shown = found(network);
        var form = new Form();
        var stolen = form.read("cle", () -> IssuerKeyId.of(cle), words.say("keys.which.missing", locale));
        var since = form.read("depuis", () -> moment(depuis, stolen, shown), words.say("keys.since.wrong", locale));
        if (stolen == null || since == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(shown, Map.of("cle", cle, "depuis", depuis), form.errors(), model);
        }
        var outcome =
                commands.administer(viewer, FormKey.of(key), new ReportKeyCompromised(stolen, network, null, since));
        badges.awaitPosition(outcome.position(), PATIENCE);
        after.addFlashAttribute("notice", words.say("keys.reported", locale));
        after.addFlashAttribute("noticeKind", "attention");
        return "redirect:/administration/cles/" + network;
    }

    /**
     * The moment that a form names, in the network's zone.
     *
     * @throws DateTimeException for none, one to come, or one before there was the key
     */
    private Instant moment(String typed, @Nullable IssuerKeyId stolen, Network network) {
        var moment = LocalDateTime.parse(typed).atZone(network.zone()).toInstant();
        var added = badges.issuerKeys().of(network.network()).stream()
                .filter(key -> key.key().equals(stolen))
                .map(IssuerKeys.Key::added)
                .findFirst();
        // A form tells minutes.
        if (moment.isAfter(clock.instant())
                || added.filter(time -> moment.isBefore(time.truncatedTo(ChronoUnit.MINUTES)))
                        .isPresent()) {
            throw new DateTimeException("not while there was the key: " + typed);
        }
        return moment;
    }
}
