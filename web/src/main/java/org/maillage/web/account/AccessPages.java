package org.maillage.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.host.oauth.ConnectedApplications;
import org.maillage.web.security.Viewer;
import org.maillage.web.token.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What acts in one's name: devices where one is signed in, applications that one let in, and tokens of programs. */
@Controller
@RequestMapping("/moi")
class AccessPages {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LIFE = 365;
    private static final String PAGE = "redirect:/moi/acces";

    private final Devices devices;
    private final ApiTokens tokens;
    private final ConnectedApplications applications;
    private final RefusalTexts refusals;
    private final Words words;
    private final Clock clock;

    AccessPages(
            Devices devices,
            ApiTokens tokens,
            ConnectedApplications applications,
            RefusalTexts refusals,
            Words words,
            Clock clock) {
        this.devices = devices;
        this.tokens = tokens;
        this.applications = applications;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/acces")
    String show(Viewer viewer, Model model, HttpServletRequest request) {
        var fresh = Map.of("key", FormKey.next().toString(), "days", "90");
        return show(fresh, Map.of(), viewer, model, request);
    }

    private String show(
            Map<String, String> typed,
            Map<String, String> errors,
            Viewer viewer,
            Model model,
            HttpServletRequest request) {
        model.addAttribute("current", "me");
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("zone", zone(viewer));
        model.addAttribute(
                "devices", devices.of(viewer.person(), request.getSession().getId()));
        model.addAttribute("tokens", tokens.of(viewer.person()));
        model.addAttribute("applications", applications.of(viewer.person()));
        return "account/access";
    }

    private ZoneId zone(Viewer viewer) {
        return viewer.current() == null ? clock.getZone() : viewer.current().zone();
    }

    @PostMapping("/appareils/{name}/fin")
    String endDevice(@PathVariable String name, Viewer viewer, Locale locale, RedirectAttributes after) {
        devices.end(viewer.person(), name);
        after.addFlashAttribute("notice", words.say("account.device.ended", locale));
        return PAGE;
    }

    @PostMapping("/appareils/autres/fin")
    String endOtherDevices(Viewer viewer, Locale locale, HttpServletRequest request, RedirectAttributes after) {
        int ended = devices.endOthers(viewer.person(), request.getSession().getId());
        after.addFlashAttribute("notice", words.say("account.devices.ended", locale, ended));
        return PAGE;
    }

    @PostMapping("/applications/{client}/fin")
    String endApplication(@PathVariable String client, Viewer viewer, Locale locale, RedirectAttributes after) {
        applications.end(viewer.person(), client);
        after.addFlashAttribute("notice", words.say("host.ended", locale));
        return PAGE;
    }

    @PostMapping("/jetons")
    String makeToken(
            @RequestParam String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean writes,
            @RequestParam(defaultValue = "90") String days,
            Viewer viewer,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        var id = FormKey.of(key).id("token of " + viewer.person());
        var form = new Form();
        var called = form.text(
                "name", name, LONGEST_NAME, refusals.ofText("account.token.name.missing", LONGEST_NAME, locale));
        var life = form.read("days", () -> life(days), words.say("account.token.days.invalid", locale, LONGEST_LIFE));
        if (!form.isRead() || life == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var typed = new LinkedHashMap<String, String>();
            typed.put("key", key);
            typed.put("name", name);
            typed.put("days", days);
            typed.put("writes", Boolean.toString(writes));
            return show(typed, form.errors(), viewer, model, request);
        }
        var token = tokens.make(id, viewer.person(), called, writes, life);
        if (token.isEmpty()) {
            after.addFlashAttribute("notice", words.say("account.token.madeBefore", locale));
            after.addFlashAttribute("noticeKind", "info");
            return PAGE;
        }
        // Shown by this answer alone: a redirection would leave it in the stored session until the next page.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("notice", words.say("account.token.made", locale));
        model.addAttribute("token", token.get().text());
        return show(viewer, model, request);
    }

    private static Duration life(String days) {
        int number = Form.whole(days.strip());
        if (number < 1 || number > LONGEST_LIFE) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return Duration.ofDays(number);
    }

    @PostMapping("/jetons/{id}/fin")
    String revokeToken(@PathVariable UUID id, Viewer viewer, Locale locale, RedirectAttributes after) {
        tokens.revoke(viewer.person(), id);
        after.addFlashAttribute("notice", words.say("account.token.revoked", locale));
        return PAGE;
    }
}
