package org.maillage.ledger.governance;

import static org.maillage.ledger.Refused.when;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.ledger.Reason;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.GovernanceEvent.CharterPublished;
import org.maillage.ledger.event.GovernanceEvent.TariffAdopted;
import org.maillage.ledger.event.GovernanceEvent.TariffLine;
import org.maillage.ledger.governance.GovernanceCommand.AdoptTariff;
import org.maillage.ledger.governance.GovernanceCommand.PublishCharter;

/** Decides tariff and charter versions (rules 4, 5, 9 and 11): nothing that was issued changes. */
public final class GovernanceHandler {

    public void handle(GovernanceCommand command, Decision decision) {
        switch (command) {
            case AdoptTariff c -> adopt(c, decision);
            case PublishCharter c -> publish(c, decision);
        }
    }

    private static void adopt(AdoptTariff command, Decision decision) {
        Guards.coordinator(decision, command.network(), command.by());
        var network = decision.network(command.network());
        var today = decision.today(network);
        when(command.effective().isBefore(today), Reason.EFFECTIVE_BEFORE_ADOPTION);
        var tariff = decision.tariff(command.network());
        when(command.version() != tariff.newest() + 1, Reason.VERSION_NOT_NEXT);
        var ruled = command.lines().stream().map(TariffLine::kind).collect(Collectors.toSet());
        var complete = ruled.equals(network.kinds().keySet())
                && ruled.size() == command.lines().size();
        when(!complete, Reason.TARIFF_INCOMPLETE);
        when(isRuled(command, tariff.on(command.effective())), Reason.NOTHING_CHANGES);
        decision.append(new TariffAdopted(
                command.network(),
                command.version(),
                command.effective(),
                today,
                command.by(),
                command.lines(),
                command.paidTimeToFund(),
                command.floor(),
                Objects.requireNonNullElse(Texts.optional(command.note(), 1_000), "")));
    }

    // The version that rules the day already says the same of every kind.
    private static boolean isRuled(AdoptTariff command, TariffAdopted ruling) {
        return Set.copyOf(command.lines()).equals(Set.copyOf(ruling.lines()))
                && command.paidTimeToFund() == ruling.paidTimeToFund()
                && command.floor().equals(ruling.floor());
    }

    private static void publish(PublishCharter command, Decision decision) {
        decision.network(command.network());
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var charter = decision.charter(command.network());
        when(command.version() != charter.newest() + 1, Reason.VERSION_NOT_NEXT);
        var text = Texts.required(command.text(), 20_000);
        when(text.equals(charter.text()), Reason.NOTHING_CHANGES);
        decision.append(new CharterPublished(command.network(), command.version(), command.by(), text));
    }
}
