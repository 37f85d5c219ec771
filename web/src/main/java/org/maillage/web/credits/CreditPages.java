package org.maillage.web.credits;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.TransferId;
import org.maillage.projection.AsOf;
import org.maillage.projection.Projections;
import org.maillage.projection.member.Member;
import org.maillage.projection.member.MemberFilter;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.CivilDay;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.frame.Words;
import org.maillage.web.security.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's mailles, and thanking. */
@Controller
class CreditPages {

    private static final int LINES = 50;
    private static final int FOUND = 20;

    private final Statements statements;
    private final Projections views;
    private final Commands commands;
    private final RefusalTexts refusals;
    private final Words words;
    private final Clock clock;

    CreditPages(
            Statements statements,
            Projections views,
            Commands commands,
            RefusalTexts refusals,
            Words words,
            Clock clock) {
        this.statements = statements;
        this.views = views;
        this.commands = commands;
        this.refusals = refusals;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/mailles")
    String statement(
            @RequestParam(name = "date", defaultValue = "") String asked,
            @RequestParam @Nullable String suite,
            Viewer.Standing standing,
            Model model,
            Locale locale) {
        var date = day(asked, standing);
        var asOf = date == null ? AsOf.NOW : date;
        var lines = statements.lines(standing, asOf, suite, LINES, locale);
        model.addAttribute("current", "mailles");
        model.addAttribute("date", date);
        model.addAttribute("today", standing.today(clock));
        model.addAttribute("balance", statements.balance(standing, asOf));
        model.addAttribute("lines", lines.items());
        model.addAttribute("next", lines.next());
        return "credits/statement";
    }

    /** The day asked for, null for none; what was recorded by a day to come is not known yet. */
    private @Nullable LocalDate day(String asked, Viewer.Standing standing) {
        if (asked.isBlank()) {
            return null;
        }
        try {
            var day = CivilDay.of(asked);
            Refused.when(day.isAfter(standing.today(clock)), Reason.INVALID_VALUE);
            return day;
        } catch (DateTimeException _) {
            throw new Refused(Reason.INVALID_VALUE);
        }
    }

    @GetMapping("/merci")
    String thank(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam @Nullable String pour,
            Viewer.Standing standing,
            Model model) {
        return show(Thanks.blank(qui, pour), Map.of(), standing, model);
    }

    @PostMapping("/merci")
    String send(
            Thanks thanks,
            Viewer viewer,
            Viewer.Standing standing,
            Model model,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response,
            RedirectAttributes after) {
        var form = new Form();
        var to = form.read("to", () -> AccountId.of(thanks.to()), words.say("thanks.to.missing", locale));
        var amount = form.read(
                "amount", () -> Statements.amount(thanks.amount()), words.say("thanks.amount.invalid", locale));
        if (to == null || amount == null) {
            response.setStatus(400);
            return show(thanks, form.errors(), standing, model);
        }
        try {
            commands.run(viewer, FormKey.of(thanks.key()), give(thanks, standing, to, amount));
        } catch (Refused refused) {
            response.setStatus(RefusalStatus.of(refused).value());
            return show(thanks, Map.of(field(refused), refusals.whole(refused, locale)), standing, model);
        }
        var left = statements.balance(standing, AsOf.NOW).available();
        after.addFlashAttribute(
                "notice",
                words.say(
                        Statements.isFund(to) ? "thanks.done.fund" : "thanks.done",
                        locale,
                        words.mailles(amount, locale),
                        words.account(standing.network(), to, locale),
                        words.mailles(left, locale)));
        return "redirect:/mailles";
    }

    private static Give give(Thanks thanks, Viewer.Standing standing, AccountId to, Mailles amount) {
        return new Give(
                new TransferId(FormKey.of(thanks.key()).id("transfer")),
                standing.network(),
                standing.member(),
                AccountId.of(standing.member()),
                to,
                amount,
                thanks.pour().isBlank() ? null : ContributionId.of(thanks.pour()),
                thanks.words().isBlank() ? null : thanks.words());
    }

    /** Beside which field a refusal is said; beside the receiver where it is about none. */
    private static final Map<Reason, String> FIELDS = Map.of(
            Reason.NOT_ENOUGH_AVAILABLE, "amount",
            Reason.AMOUNT_NEGATIVE, "amount",
            Reason.AMOUNT_TOO_LARGE, "amount",
            Reason.TEXT_TOO_LONG, "words",
            Reason.TEXT_UNREADABLE, "words");

    private static String field(Refused refused) {
        return FIELDS.getOrDefault(refused.reason(), "to");
    }

    private String show(Thanks thanks, Map<String, String> errors, Viewer.Standing standing, Model model) {
        model.addAttribute("current", "mailles");
        model.addAttribute("thanks", thanks);
        model.addAttribute("errors", errors);
        model.addAttribute("balance", statements.balance(standing, AsOf.NOW));
        model.addAttribute("found", found(thanks, standing));
        model.addAttribute("fund", AccountId.fundOf(standing.network()).toString());
        return "credits/thank";
    }

    private List<Found> found(Thanks thanks, Viewer.Standing standing) {
        if (thanks.qui().isBlank()) {
            return List.of();
        }
        var filter = new MemberFilter(thanks.qui().strip(), null, null);
        return views.members().listed(standing.network(), filter, AsOf.NOW, null, FOUND).items().stream()
                .filter(member -> !member.member().equals(standing.member()))
                .filter(member -> member.status() != Member.Status.LEFT)
                .map(member -> new Found(
                        AccountId.of(member.member()).toString(),
                        member.name(),
                        Objects.requireNonNullElse(member.organisationName(), "")))
                .toList();
    }

    /** Somebody who can be thanked. */
    record Found(String account, String name, String organisation) {}

    /** The form as it was typed. */
    record Thanks(String key, String qui, String to, String amount, String words, String pour) {

        Thanks {
            key = Objects.requireNonNullElse(key, "");
            qui = Objects.requireNonNullElse(qui, "");
            to = Objects.requireNonNullElse(to, "");
            amount = Objects.requireNonNullElse(amount, "");
            words = Objects.requireNonNullElse(words, "");
            pour = Objects.requireNonNullElse(pour, "");
        }

        static Thanks blank(String qui, @Nullable String pour) {
            return new Thanks(FormKey.next().toString(), qui, "", "1", "", pour == null ? "" : pour);
        }
    }
}
