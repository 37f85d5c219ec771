package org.maillage.web.network;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.member.MemberCommand.SignCharter;
import org.maillage.ledger.value.NetworkId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.Standing;
import org.maillage.projection.network.Charter;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a network's charter, which anyone can read and members sign (rule 11). */
@Controller
@RequestMapping("/charte")
class CharterPages {

    private final NetworkReadings readings;
    private final Projections views;
    private final Asking asking;
    private final Words words;

    CharterPages(NetworkReadings readings, Projections views, Asking asking, Words words) {
        this.readings = readings;
        this.views = views;
        this.asking = asking;
        this.words = words;
    }

    @GetMapping
    String newest(
            @RequestParam(required = false) @Nullable NetworkId reseau,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return show(null, reseau, model, locale, response);
    }

    @GetMapping("/{n}")
    String version(
            @PathVariable int n,
            @RequestParam(required = false) @Nullable NetworkId reseau,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return show(n, reseau, model, locale, response);
    }

    /** @param n null for the newest version */
    private String show(
            @Nullable Integer n, @Nullable NetworkId asked, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("current", "charter");
        var found = readings.find(asked, model);
        if (found.isEmpty()) {
            model.addAttribute("path", "/charte");
            model.addAttribute("networks", readings.all());
            return "network/networks";
        }
        var reading = found.get();
        var charters = views.networks().charters(reading.id(), AsOf.NOW);
        model.addAttribute("newest", charters.size());
        int number = n == null ? charters.size() : n;
        if (number < 1 || number > charters.size()) {
            if (n != null) {
                response.setStatus(HttpStatus.NOT_FOUND.value());
            }
            model.addAttribute("missing", number);
            return "network/no-charter";
        }
        var charter = charters.get(number - 1);
        model.addAttribute("charter", text(reading, charter, locale));
        model.addAttribute(
                "versions",
                charters.reversed().stream()
                        .map(one -> text(reading, one, locale))
                        .toList());
        if (number > 1) {
            model.addAttribute(
                    "changes", TextDifference.between(charters.get(number - 2).text(), charter.text()));
        }
        signature(reading, number, charters.size(), model);
        return "network/charter";
    }

    // Signing is for the newest version, by a member whose session speaks of this network.
    private void signature(NetworkReading reading, int shown, int newest, Model model) {
        var standing = reading.standing();
        if (standing == null) {
            return;
        }
        int signed = views.members()
                .find(reading.id(), standing.member(), AsOf.NOW)
                .map(Member::charterVersion)
                .orElse(0);
        var viewer = (Viewer) model.getAttribute("viewer");
        var current = viewer == null ? null : viewer.current();
        model.addAttribute("signed", signed);
        model.addAttribute("maySign", shown == newest && signed < newest && standing.equals(current));
        model.addAttribute("key", FormKey.next());
    }

    private Version text(NetworkReading reading, Charter charter, Locale locale) {
        var by = charter.by();
        return new Version(
                charter.version(),
                words.day(charter.publishedOn(), locale),
                by == null || !reading.knowsMembers() ? null : words.name(reading.id(), by, locale),
                TextDifference.lines(charter.text()));
    }

    @PostMapping("/signature")
    String sign(
            @RequestParam String key,
            @RequestParam int version,
            Viewer viewer,
            Standing standing,
            Locale locale,
            RedirectAttributes after) {
        asking.ask(viewer, FormKey.of(key), new SignCharter(standing.member(), standing.network(), version));
        after.addFlashAttribute("notice", words.say("charter.signed", locale, version));
        return "redirect:/charte";
    }

    /**
     * A version of the charter.
     *
     * @param by who published it; null where an administrator did, or where it is not for the reader
     */
    record Version(int number, String published, @Nullable String by, List<String> lines) {}
}
