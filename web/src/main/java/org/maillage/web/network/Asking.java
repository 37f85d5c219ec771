package org.maillage.web.network;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.web.RefusalStatus;
import org.maillage.web.frame.Commands;
import org.maillage.web.frame.Form;
import org.maillage.web.frame.FormKey;
import org.maillage.web.frame.RefusalTexts;
import org.maillage.web.security.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks the ledger what a form says; what it refuses comes back beside the field that it is about. */
@Component
final class Asking {

    private final Commands commands;
    private final RefusalTexts refusals;

    Asking(Commands commands, RefusalTexts refusals) {
        this.commands = commands;
        this.refusals = refusals;
    }

    /** Asks for something that no field of a form can be wrong about. */
    void ask(Viewer viewer, FormKey key, LedgerCommand command) {
        commands.run(viewer, key, command);
    }

    /**
     * Asks, and keeps a refusal as a sentence about a field.
     *
     * @param beside the field that each reason is about
     * @throws Refused for any other reason
     */
    void ask(
            Viewer viewer,
            FormKey key,
            LedgerCommand command,
            Form form,
            Map<Reason, String> beside,
            HttpServletResponse response,
            Locale locale) {
        try {
            commands.run(viewer, key, command);
        } catch (Refused refused) {
            var field = beside.get(refused.reason());
            if (field == null) {
                throw refused;
            }
            form.fault(field, refusals.whole(refused, locale));
            response.setStatus(RefusalStatus.of(refused).value());
        }
    }

    /** Says that a form came back unread. */
    static void comesBack(HttpServletResponse response) {
        if (response.getStatus() == HttpStatus.OK.value()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** Shows a form with what was typed into it and what is wrong with it. */
    String show(
            String view,
            String current,
            Map<String, String> values,
            Map<String, String> errors,
            String key,
            Model model) {
        model.addAttribute("current", current);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("key", key);
        return view;
    }
}
