package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.badge.AwardCommand.AwardByRule;
import org.maillage.ledger.decision.BadgeState;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.AwardEvent.AwardCause;
import org.maillage.ledger.event.AwardEvent.Awarded;
import org.maillage.ledger.event.AwardEvent.AwardedToo;
import org.maillage.ledger.event.AwardEvent.CodeTaken;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeCode;
import org.maillage.ledger.value.BadgeContent;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.EarnedShare;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.RecognitionId;
import org.maillage.ledger.value.StreamId;

/** Awards badges: a member has each one once, by the first that awards it; one that was taken back stays so. */
final class Awarding {

    private static final int NARRATIVE = 2_000;

    private final RandomGenerator random = new SecureRandom();

    void byRule(AwardByRule command, Decision decision) {
        BadgeGuards.program(decision);
        var badge = awardable(command.definition(), command.network(), command.member(), decision);
        if (isThere(command.definition(), command.member(), decision)) {
            return;
        }
        when(command.version() != badge.newest(), Reason.BADGE_REVISED);
        var reasons = new Reasons(AwardCause.RULE, null, command.earned(), command.recognition(), null, null);
        append(command.definition(), command.network(), command.member(), badge, reasons, decision);
    }

    void byHand(AwardByHand command, Decision decision) {
        BadgeGuards.coordinatorOf(decision, command.network(), command.by(), command.member());
        var badge = awardable(command.definition(), command.network(), command.member(), decision);
        var narrative = Texts.required(command.narrative(), NARRATIVE);
        var evidence = Addresses.optional(command.evidence());
        var cause = command.listed() ? AwardCause.LIST : AwardCause.HAND;
        if (isThere(command.definition(), command.member(), decision)) {
            too(command, badge, cause, narrative, evidence, decision);
            return;
        }
        var reasons = new Reasons(cause, command.by(), List.of(), null, narrative, evidence);
        append(command.definition(), command.network(), command.member(), badge, reasons, decision);
    }

    /** Of a badge that is its member's alone to know, coordinators learn nothing: what they award is kept, as for others. */
    private static void too(
            AwardByHand command,
            BadgeState badge,
            AwardCause cause,
            String narrative,
            @Nullable String evidence,
            Decision decision) {
        var award = AwardId.of(command.definition(), command.member());
        if (!decision.award(award).isTheMembersAlone()) {
            return;
        }
        var stream = StreamId.of(award);
        var about = List.of(command.member());
        var day = decision.today(decision.network(command.network()));
        decision.append(new AwardedToo(
                award,
                command.network(),
                badge.newest(),
                cause,
                command.by(),
                decision.seal(narrative, about, stream, AwardedToo.class, "narrative"),
                decision.sealIfAny(evidence, about, stream, AwardedToo.class, "evidence"),
                day,
                lastDay(badge.content(), day)));
    }

    /** What an award follows from; texts in the clear. */
    private record Reasons(
            AwardCause cause,
            @Nullable MemberId by,
            List<EarnedShare> earned,
            @Nullable RecognitionId recognition,
            @Nullable String narrative,
            @Nullable String evidence) {}

    /** The badge. @throws org.maillage.ledger.Refused where it is not, or not to this member, awarded now */
    private static BadgeState awardable(
            BadgeDefinitionId definition, NetworkId network, MemberId member, Decision decision) {
        var badge = BadgeGuards.badge(definition, network, decision);
        var state = decision.member(member);
        when(!state.isOf(network), Reason.UNKNOWN_MEMBER);
        when(!state.isIn(), Reason.NOT_AN_ACTIVE_MEMBER);
        when(badge.retired(), Reason.BADGE_RETIRED);
        return badge;
    }

    /** Whether the member has it. @throws org.maillage.ledger.Refused where it was taken back */
    private static boolean isThere(BadgeDefinitionId definition, MemberId member, Decision decision) {
        var state = decision.award(AwardId.of(definition, member));
        when(state.revoked(), Reason.BADGE_REVOKED);
        return state.given().isPresent();
    }

    private void append(
            BadgeDefinitionId definition,
            NetworkId network,
            MemberId member,
            BadgeState badge,
            Reasons reasons,
            Decision decision) {
        var award = AwardId.of(definition, member);
        var stream = StreamId.of(award);
        var about = List.of(member);
        var day = decision.today(decision.network(network));
        var code = freeCode(decision);
        decision.append(new Awarded(
                award,
                network,
                definition,
                badge.newest(),
                member,
                reasons.cause(),
                reasons.by(),
                reasons.earned(),
                reasons.recognition(),
                decision.sealIfAny(reasons.narrative(), about, stream, Awarded.class, "narrative"),
                decision.sealIfAny(reasons.evidence(), about, stream, Awarded.class, "evidence"),
                day,
                lastDay(badge.content(), day),
                code,
                UUID.randomUUID()));
        decision.append(new CodeTaken(award, network, code));
    }

    /** The last day of a badge that is awarded or renewed on a day; null where it does not expire. */
    static @Nullable LocalDate lastDay(BadgeContent content, LocalDate day) {
        var months = content.validMonths();
        return months == null ? null : day.plusMonths(months);
    }

    private BadgeCode freeCode(Decision decision) {
        var code = BadgeCode.drawn(random);
        while (decision.isTaken(code)) {
            code = BadgeCode.drawn(random);
        }
        return code;
    }
}
