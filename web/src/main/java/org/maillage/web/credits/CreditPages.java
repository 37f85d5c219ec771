package org.maillage.web.credits;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.ledger.value.AccountId;
import org.maillage.ledger.value.MemberId;
import org.maillage.projection.AsOf;
import org.maillage.projection.account.StatementLine;
import org.maillage.projection.member.Standing;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.Words;
import org.maillage.web.profile.ShownPortraits;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One's mailles: both readings, the statement, and each line with its event. */
@Controller
class CreditPages {

    private static final int LINES = 50;

    private final Statements statements;
    private final LedgerEntries entries;
    private final StatementCsv csv;
    private final ShownPortraits portraits;
    private final OrganisationAccounts accounts;
    private final Words words;
    private final Clock clock;

    CreditPages(
            Statements statements,
            LedgerEntries entries,
            StatementCsv csv,
            ShownPortraits portraits,
            OrganisationAccounts accounts,
            Words words,
            Clock clock) {
        this.statements = statements;
        this.entries = entries;
        this.csv = csv;
        this.portraits = portraits;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/mailles")
    String statement(
            Asked asked,
            @RequestParam @Nullable String suite,
            Standing standing,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var form = new Form();
        var read = asked.read(standing.today(clock), words, locale, form);
        if (!form.isRead()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var lines = statements.lines(standing, read.filter(), read.asOf(), suite, LINES, locale);
        model.addAttribute("current", "mailles");
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", Asked.Kind.names(words, locale));
        model.addAttribute("errors", form.errors());
        model.addAttribute("date", read.date());
        model.addAttribute("begins", begins(standing, read.date()));
        model.addAttribute("balance", statements.balance(standing, read.asOf()));
        model.addAttribute("lines", lines.items());
        model.addAttribute("next", lines.next());
        model.addAttribute("further", suite != null);
        model.addAttribute("actsFor", accounts.actsFor(standing).orElse(null));
        return "credits/statement";
    }

    // Of an evening before the first event there is nothing to read, whatever days the contributions are of.
    private @Nullable LocalDate begins(Standing standing, @Nullable LocalDate date) {
        return date == null
                ? null
                : statements.begins(standing).filter(date::isBefore).orElse(null);
    }

    @GetMapping("/mailles/{position}")
    String line(@PathVariable long position, Standing standing, Model model, Locale locale) {
        var line = statements
                .line(standing, position)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("current", "mailles");
        model.addAttribute("line", statements.ownLine(standing, line, locale));
        model.addAttribute("contributedAfter", line.after().contributed().hundredths());
        model.addAttribute("availableAfter", line.after().available().hundredths());
        model.addAttribute("entry", entries.entry(standing, position, locale));
        model.addAttribute("portraitOf", portraitOf(line));
        return "credits/line";
    }

    // Who gave or was given to, where they show their portrait.
    private @Nullable String portraitOf(StatementLine line) {
        var other = line.counterpart();
        return other != null && other.holder() == AccountId.Holder.MEMBER && portraits.isShown(new MemberId(other.id()))
                ? other.id().toString()
                : null;
    }

    @GetMapping("/mailles/releve.csv")
    void download(Asked asked, Standing standing, Locale locale, HttpServletResponse response) throws IOException {
        var form = new Form();
        var read = asked.read(standing.today(clock), words, locale, form);
        Refused.when(!form.isRead(), Reason.INVALID_VALUE);
        var day = read.asOf().equals(AsOf.NOW) ? standing.today(clock) : read.asOf();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(words.say("credits.csv.file", locale) + "-" + day + ".csv")
                        .build()
                        .toString());
        csv.write(standing, read, locale, response.getOutputStream());
    }
}
