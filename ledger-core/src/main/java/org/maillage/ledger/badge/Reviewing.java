package org.maillage.ledger.badge;

import static org.maillage.ledger.Refused.when;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.AskReview;
import org.maillage.ledger.badge.AwardCommand.Reinstate;
import org.maillage.ledger.badge.AwardCommand.Renew;
import org.maillage.ledger.badge.AwardCommand.Revoke;
import org.maillage.ledger.badge.AwardCommand.Suspend;
import org.maillage.ledger.badge.AwardCommand.Uphold;
import org.maillage.ledger.decision.AwardState;
import org.maillage.ledger.decision.Decision;
import org.maillage.ledger.decision.Texts;
import org.maillage.ledger.event.AwardEvent.Reinstated;
import org.maillage.ledger.event.AwardEvent.Renewed;
import org.maillage.ledger.event.AwardEvent.ReviewAsked;
import org.maillage.ledger.event.AwardEvent.Revoked;
import org.maillage.ledger.event.AwardEvent.Suspended;
import org.maillage.ledger.event.AwardEvent.Upheld;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.SealedText;
import org.maillage.ledger.value.StreamId;

/** What is said of badges after their award: by coordinators, never of their own; what is revoked stays so. */
final class Reviewing {

    private static final int WORDS = 1_000;
    private static final int PUBLISHED = 500;

    private Reviewing() {}

    /**
     * The program asks again only about what no review has named: what somebody has looked at is settled. What a
     * coordinator awarded too stands by itself: of its rule the program asks nothing.
     */
    static void ask(AskReview command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        if (command.by() == null && state.too()) {
            return;
        }
        var isNews = !state.named().containsAll(command.broken());
        var named = command.by() == null && !command.broken().isEmpty();
        var isAsked = named ? !isNews : state.reviewed();
        if (!isAsked) {
            when(state.revoked(), Reason.BADGE_REVOKED);
            decision.append(new ReviewAsked(command.award(), command.network(), command.by(), command.broken()));
        }
    }

    static void uphold(Uphold command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        var words = Texts.optional(command.words(), WORDS);
        if (state.reviewed()) {
            decision.append(new Upheld(
                    command.award(),
                    command.network(),
                    command.by(),
                    sealed(words, command.award(), state, Upheld.class, "words", decision)));
        }
    }

    static void suspend(Suspend command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        var words = Texts.optional(command.words(), WORDS);
        if (!state.suspended()) {
            when(state.revoked(), Reason.BADGE_REVOKED);
            decision.append(new Suspended(
                    command.award(),
                    command.network(),
                    command.by(),
                    sealed(words, command.award(), state, Suspended.class, "words", decision)));
        }
    }

    static void reinstate(Reinstate command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        when(state.revoked(), Reason.BADGE_REVOKED);
        if (state.suspended()) {
            decision.append(new Reinstated(command.award(), command.network(), command.by()));
        }
    }

    static void revoke(Revoke command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        var published = Texts.required(command.published(), PUBLISHED);
        if (!state.revoked()) {
            var sealed = sealed(published, command.award(), state, Revoked.class, "published", decision);
            decision.append(new Revoked(
                    command.award(),
                    command.network(),
                    command.by(),
                    command.reason(),
                    Objects.requireNonNull(sealed)));
        }
    }

    /** A badge that is renewed twice on one day ends on the same day: nothing happens the second time. */
    static void renew(Renew command, Decision decision) {
        var state = decided(command.award(), command.network(), command.by(), decision);
        when(state.revoked(), Reason.BADGE_REVOKED);
        when(state.expires() == null, Reason.NEVER_EXPIRES);
        var awarded = Objects.requireNonNull(state.awarded());
        var badge = BadgeGuards.badge(awarded.definition(), command.network(), decision);
        when(badge.retired(), Reason.BADGE_RETIRED);
        var day = decision.today(decision.network(command.network()));
        var expires = Awarding.lastDay(badge.content(), day);
        if (!Objects.equals(state.expires(), expires)) {
            decision.append(new Renewed(
                    command.award(), command.network(), command.by(), badge.newest(), command.earned(), day, expires));
        }
    }

    /** The award. @throws org.maillage.ledger.Refused unless this coordinator, or the program, may decide on it */
    private static AwardState decided(AwardId award, NetworkId network, @Nullable MemberId by, Decision decision) {
        var state = BadgeGuards.award(award, network, decision);
        BadgeGuards.coordinatorOrProgram(decision, network, by, BadgeGuards.holder(state));
        return state;
    }

    private static @Nullable SealedText sealed(
            @Nullable String text,
            AwardId award,
            AwardState state,
            Class<? extends LedgerEvent> event,
            String field,
            Decision decision) {
        return decision.sealIfAny(text, List.of(BadgeGuards.holder(state)), StreamId.of(award), event, field);
    }
}
