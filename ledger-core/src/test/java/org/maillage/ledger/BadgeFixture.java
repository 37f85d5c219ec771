package org.maillage.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.LedgerFixture.Someone;
import org.maillage.ledger.badge.AwardCommand.Accept;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.AwardByRule;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.DefinitionCommand.Define;
import org.maillage.ledger.event.AwardEvent.RevocationReason;
import org.maillage.ledger.value.Alignment;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.BadgeRule;
import org.maillage.ledger.value.BadgeRule.Among;
import org.maillage.ledger.value.BadgeStep;
import org.maillage.ledger.value.BadgeText;
import org.maillage.ledger.value.BadgeTexts;
import org.maillage.ledger.value.ContributionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.Role;
import org.maillage.ledger.value.ShareId;

/** Badges in the fixture's network. */
public final class BadgeFixture {

    public static final BadgeRule ONCE = new BadgeRule.Count(1, Among.ALL, null);

    private static final BadgeTexts TEXTS = new BadgeTexts(
            new BadgeText("Animer, premiers pas", "Un premier atelier.", "Animer un atelier."),
            new BadgeText("Leading, first steps", "A first workshop.", "Lead a workshop."));

    private final LedgerFixture given;

    public BadgeFixture(LedgerFixture given) {
        this.given = given;
    }

    /** A badge of leading with this rule. */
    public static BadgeContent content(BadgeRule rule) {
        return content(rule, null);
    }

    /** A badge of leading with this rule that expires after so many months. */
    public static BadgeContent content(BadgeRule rule, @Nullable Integer months) {
        return new BadgeContent(
                Role.LEAD,
                BadgeStep.FIRST_STEPS,
                TEXTS,
                rule,
                List.of(new Alignment(Alignment.Framework.DIGCOMP_2_2, "2.2")),
                months);
    }

    public Define define(Someone by, BadgeRule rule) {
        return new Define(BadgeDefinitionId.next(), given.network, by.member(), content(rule), null);
    }

    /** A badge that Claire defined. */
    public BadgeDefinitionId defined(BadgeRule rule) {
        return defined(rule, null);
    }

    /** A badge that Claire defined and that expires after so many months. */
    public BadgeDefinitionId defined(BadgeRule rule, @Nullable Integer months) {
        var command =
                new Define(BadgeDefinitionId.next(), given.network, given.claire.member(), content(rule, months), null);
        given.when(given.claire, command);
        return command.definition();
    }

    public AwardByRule byRule(BadgeDefinitionId definition, Someone member) {
        var earned = List.of(new EarnedShare(ContributionId.next(), ShareId.next()));
        return new AwardByRule(definition, given.network, 1, member.member(), earned, null);
    }

    public AwardByHand byHand(BadgeDefinitionId definition, Someone member, Someone by) {
        return new AwardByHand(
                definition,
                given.network,
                member.member(),
                by.member(),
                "Elle prend le temps.",
                "https://exemple.fr/atelier",
                false);
    }

    /** A badge that the program awarded. */
    public AwardId awarded(BadgeDefinitionId definition, Someone member) {
        given.system(byRule(definition, member));
        return AwardId.of(definition, member.member());
    }

    /** A badge that the program awarded and its member accepted. */
    public AwardId accepted(BadgeDefinitionId definition, Someone member) {
        var award = awarded(definition, member);
        given.when(member, new Accept(award, given.network, member.member()));
        return award;
    }

    /** A badge that Samir took back. */
    public AwardId revoked(BadgeDefinitionId definition, Someone member) {
        var award = awarded(definition, member);
        given.when(given.samir, revoke(award));
        return award;
    }

    public Revoke revoke(AwardId award) {
        return new Revoke(
                award,
                given.network,
                given.samir.member(),
                RevocationReason.AWARDED_BY_MISTAKE,
                "Attribué par erreur.");
    }
}
