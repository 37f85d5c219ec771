package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.badge.DefinitionCommand.Retire;
import org.maillage.ledger.badge.DefinitionCommand.Revise;
import org.maillage.ledger.decision.BadgeState;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Guards;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.DefinitionEvent.Defined;
import org.maillage.ledger.event.DefinitionEvent.Retired;
import org.maillage.ledger.event.DefinitionEvent.Revised;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.NetworkId;

/** Decides what badges a network has. A changed rule is a new version: it takes no badge from anybody. */
public final class DefinitionHandler {

    private static final int CODE = 60;

    public void handle(DefinitionCommand command, Decision decision) {
        switch (command) {
            case Define c -> define(c, decision);
            case Revise c -> revise(c, decision);
            case Retire c -> retire(c, decision);
        }
    }

    private static void define(Define command, Decision decision) {
        decision.network(command.network());
        Guards.coordinatorOrInstallation(decision, command.network(), command.by());
        var content = guarded(command.content(), command.network(), decision);
        var state = decision.badge(command.definition());
        if (state.newest() > 0) {
            var same =
                    state.isOf(command.network()) && state.versions().getFirst().equals(content);
            when(!same, Reason.ALREADY_EXISTS);
            return;
        }
        decision.append(new Defined(
                command.definition(),
                command.network(),
                command.by(),
                content,
                Texts.optional(command.shipped(), CODE)));
    }

    private static void revise(Revise command, Decision decision) {
        var state = BadgeGuards.badge(command.definition(), command.network(), decision);
        Guards.coordinator(decision, command.network(), command.by());
        var content = guarded(command.content(), command.network(), decision);
        if (command.version() == state.newest() && state.content().equals(content)) {
            return;
        }
        when(state.retired(), Reason.BADGE_RETIRED);
        when(command.version() != state.newest() + 1, Reason.VERSION_NOT_NEXT);
        decision.append(new Revised(command.definition(), command.network(), command.by(), command.version(), content));
    }

    private static void retire(Retire command, Decision decision) {
        BadgeState state = BadgeGuards.badge(command.definition(), command.network(), decision);
        Guards.coordinator(decision, command.network(), command.by());
        if (!state.retired()) {
            decision.append(new Retired(command.definition(), command.network(), command.by()));
        }
    }

    /** The content with its texts cleaned. @throws org.maillage.ledger.Refused where it cannot be a badge here */
    private static BadgeContent guarded(BadgeContent content, NetworkId network, Decision decision) {
        var rule = content.rule();
        when(rule.depth() > BadgeRule.MOST_DEPTH || rule.parts().count() > BadgeRule.MOST_PARTS, Reason.RULE_TOO_LARGE);
        var kinds = decision.network(network).kinds().keySet();
        when(!rule.kinds().allMatch(kinds::contains), Reason.UNKNOWN_KIND);
        var texts = new BadgeTexts(
                cleaned(content.texts().fr()), cleaned(content.texts().en()));
        return new BadgeContent(
                content.role(), content.step(), texts, rule, content.alignments(), content.validMonths());
    }

    private static BadgeText cleaned(BadgeText text) {
        return new BadgeText(
                Texts.required(text.name(), 80),
                Texts.required(text.description(), 500),
                Texts.required(text.criteria(), 2_000));
    }
}
