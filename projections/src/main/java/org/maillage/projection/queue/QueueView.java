package org.maillage.projection.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maillage.ledger.event.BadgeEvent;
import org.maillage.ledger.event.ContributionEvent;
import org.maillage.ledger.event.CreditEvent;
import org.maillage.ledger.event.GovernanceEvent;
import org.maillage.ledger.event.MemberEvent;
import org.maillage.ledger.event.NetworkEvent;
import org.maillage.ledger.event.PersonEvent;
import org.maillage.ledger.feed.Recorded;
import org.maillage.ledger.value.ContributionId;
import org.maillage.projection.contribution.ContributionRow;
import org.maillage.projection.contribution.ContributionRow.Queued;
import org.maillage.projection.contribution.ContributionView;
import org.maillage.projection.contribution.DayRow;
import org.maillage.projection.contribution.ShareRow;
import org.maillage.projection.contribution.State;
import org.maillage.projection.fold.Batch;
import org.maillage.projection.fold.Table;
import org.maillage.projection.fold.View;

/**
 * The coordinators' queue: after each event of a claim, what it and others tell about whether it is ready. It stands in
 * the claim's own row, which {@link ContributionView} has folded before.
 */
public final class QueueView implements View {

    private static final Table<ContributionRow> CLAIM = ContributionView.CONTRIBUTION;
    private static final Table<ShareRow> SHARE = ContributionView.SHARE;

    @Override
    public List<Table<?>> tables() {
        return List.of(InCommon.CLUES.table());
    }

    @Override
    public void need(Recorded recorded, Batch batch) {
        if (!(recorded.event() instanceof ContributionEvent event)) {
            return;
        }
        var network = event.network().value();
        var id = event.contribution().value();
        batch.rows(CLAIM).need(network, id);
        var clues = event instanceof ContributionEvent.Submitted submitted
                ? Clues.of(submitted, recorded.position()).stream().map(ClueRow::clue)
                : batch.rows(CLAIM).loaded(network, id).stream().flatMap(QueueView::clues);
        // What else is needed of others is loaded once it is known of which.
        Consumer<UUID> other = mayTell(event) ? claim -> needOther(network, claim, batch) : _ -> {};
        clues.forEach(key -> InCommon.CLUES.need(network, key, batch, other));
        var days = event instanceof ContributionEvent.Submitted submitted
                ? submitted.shares().stream()
                        .filter(share -> share.quantity().creditedMinutes() > 0)
                        .map(share -> DayRow.key(share.contributor(), share.day()))
                : timed(batch.rows(SHARE).loaded(network, id)).map(ShareRow::dayKey);
        days.forEach(key -> InCommon.DAYS.need(network, key, batch, other));
        replaced(event).ifPresent(claim -> needJudged(network, claim, batch));
    }

    /** Whether a claim commonly tells something else of others after such an event than before. */
    private static boolean mayTell(ContributionEvent event) {
        return switch (event) {
            case ContributionEvent.Submitted _,
                    ContributionEvent.ShareCorrected _,
                    ContributionEvent.ShareDenied _,
                    ContributionEvent.Declined _,
                    ContributionEvent.Withdrawn _,
                    ContributionEvent.Appealed _,
                    ContributionEvent.Reopened _,
                    ContributionEvent.Reversed _ -> true;
            case ContributionEvent.ShareConfirmed _,
                    ContributionEvent.Attested _,
                    ContributionEvent.ClarificationAsked _,
                    ContributionEvent.ClarificationAnswered _,
                    ContributionEvent.DecisionEntrusted _,
                    ContributionEvent.Validated _ -> false;
        };
    }

    /** Names what is needed of a claim that has something in common with another: more of one that waits. */
    private static void needOther(UUID network, UUID contribution, Batch batch) {
        batch.rows(CLAIM).need(network, contribution);
        if (batch.rows(CLAIM).loaded(network, contribution).stream().anyMatch(QueueView::waits)) {
            needJudged(network, contribution, batch);
        }
    }

    private static void needJudged(UUID network, UUID contribution, Batch batch) {
        batch.rows(CLAIM).need(network, contribution);
        batch.rows(CLAIM).loaded(network, contribution).stream()
                .flatMap(QueueView::clues)
                .forEach(key -> InCommon.CLUES.need(network, key, batch, _ -> {}));
        batch.rows(SHARE).need(network, contribution);
        timed(batch.rows(SHARE).loaded(network, contribution))
                .forEach(share -> InCommon.DAYS.need(network, share.dayKey(), batch, _ -> {}));
    }

    /** The claim that a new one corrects. */
    private static Optional<UUID> replaced(ContributionEvent event) {
        return event instanceof ContributionEvent.Submitted submitted
                ? Optional.ofNullable(submitted.replaces()).map(ContributionId::value)
                : Optional.empty();
    }

    @Override
    public void apply(Recorded recorded, Batch batch) {
        switch (recorded.event()) {
            case ContributionEvent event -> apply(event, recorded.recordedAt(), batch);
            case CreditEvent _, MemberEvent _, NetworkEvent _, GovernanceEvent _, PersonEvent _, BadgeEvent _ -> {}
        }
    }

    private static void apply(ContributionEvent event, Instant when, Batch batch) {
        var id = event.contribution().value();
        var claim = batch.rows(CLAIM).get(id);
        if (batch.rows(CLAIM).has(claim)) {
            return;
        }
        var clues = event instanceof ContributionEvent.Submitted submitted
                ? Clues.of(submitted, batch.position())
                : counted(claim, batch);
        var shares = batch.rows(SHARE).of(id);
        // What a claim may have in common with others is told by its submission.
        var keys = event instanceof ContributionEvent.Submitted ? keys(clues) : claim.clues();
        batch.rows(CLAIM).put(claim.queued(queued(claim, shares, keys, when), batch.position()));
        var days = new ArrayList<DayRow>(shares.size());
        for (var share : shares) {
            if (share.takesTime()) {
                days.add(DayRow.of(share));
            }
        }
        var common = new HashMap<Object, Common>();
        var told = new LinkedHashSet<UUID>();
        told.add(id);
        told.addAll(InCommon.CLUES.put(clues, common, batch));
        told.addAll(InCommon.DAYS.put(days, common, batch));
        judge(told, common, batch);
        // One that another corrects says so, if it still waits.
        replaced(event).ifPresent(other -> judge(Set.of(other), new HashMap<>(), batch));
    }

    /** The clues of a claim, as its shares count now. */
    private static List<ClueRow> counted(ContributionRow claim, Batch batch) {
        var counted = new ArrayList<ClueRow>();
        var shares = batch.rows(SHARE).of(claim.contribution());
        clues(claim).forEach(key -> {
            for (var share : shares) {
                var clue = batch.rows(InCommon.CLUES.table()).find(key, share.share());
                if (clue != null) {
                    counted.add(clue.counting(share.standing(), batch.position()));
                }
            }
        });
        return counted;
    }

    private static Queued queued(ContributionRow claim, List<ShareRow> shares, String clues, Instant when) {
        // Loaded rows come in no order of their own.
        shares.sort(Comparator.comparingInt(ShareRow::ordinal));
        int minutes = 0;
        int units = 0;
        for (var share : shares) {
            var stated = share.stated();
            minutes += stated.creditedMinutes();
            units += stated.units();
        }
        Instant closedBefore = claim.closedAt() == null ? when : claim.closedAt();
        return new Queued(
                tab(claim.state(), Set.of()).name(),
                "",
                distinct(shares, ShareRow::contributor),
                " " + distinct(shares, ShareRow::kind) + " ",
                minutes,
                units,
                clues,
                claim.state().isOpen() ? null : closedBefore);
    }

    private static String distinct(List<ShareRow> shares, Function<ShareRow, String> what) {
        return shares.size() == 1
                ? what.apply(shares.getFirst())
                : shares.stream().map(what).distinct().collect(Collectors.joining(" "));
    }

    private static String keys(List<ClueRow> clues) {
        return clues.isEmpty()
                ? ""
                : clues.stream()
                        .map(ClueRow::clue)
                        .map(UUID::toString)
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    /** Says anew why claims, those of them that wait, are to be looked at. */
    private static void judge(Set<UUID> claims, Map<Object, Common> common, Batch batch) {
        load(claims, batch);
        for (var claim : claims) {
            var row = batch.rows(CLAIM).get(claim);
            if (waits(row)) {
                judge(row, common, batch);
            }
        }
    }

    /** Loads together what was not named before, where that is much: asked for one by one it takes long. */
    private static void load(Set<UUID> claims, Batch batch) {
        if (!InCommon.isFew(claims) && !batch.isComplete()) {
            // First the claims, then what they have in common with others.
            for (int round = 0; round < 3; round++) {
                claims.forEach(claim -> needOther(batch.network(), claim, batch));
                batch.load();
            }
        }
    }

    /** Says anew why one is to be looked at; {@code common} keeps what its clues and days tell, by their keys. */
    private static void judge(ContributionRow claim, Map<Object, Common> common, Batch batch) {
        var shares = batch.rows(SHARE).of(claim.contribution());
        var reasons = own(claim, shares);
        clues(claim)
                .map(key -> common.computeIfAbsent(key, _ -> InCommon.CLUES.of(key, batch)))
                .forEach(told -> reasons.addAll(told.about(claim.contribution())));
        for (var share : shares) {
            if (share.takesTime()) {
                var told = common.computeIfAbsent(share.dayKey(), key -> InCommon.DAYS.of(key, batch));
                reasons.addAll(told.about(claim.contribution()));
            }
        }
        var tab = tab(claim.state(), reasons).name();
        var text = text(reasons);
        if (!tab.equals(claim.tab()) || !text.equals(claim.reasons())) {
            batch.rows(CLAIM).put(claim.because(tab, text, batch.position()));
        }
    }

    /** Those that tell something of a day: what takes no time fills none, however many of them there are. */
    private static Stream<ShareRow> timed(Collection<ShareRow> shares) {
        return shares.stream().filter(ShareRow::takesTime);
    }

    /** Whether it waits for a decision. */
    private static boolean waits(ContributionRow claim) {
        return claim.state() == State.SUBMITTED || claim.state() == State.APPEALED;
    }

    private static Set<LookCloser> own(ContributionRow claim, List<ShareRow> shares) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        if (claim.state() == State.APPEALED) {
            reasons.add(LookCloser.APPEAL_WAITING);
        }
        if (claim.replacedBy() != null) {
            reasons.add(LookCloser.REPLACED);
        }
        for (var share : shares) {
            switch (share.answer()) {
                case WAITING -> reasons.add(LookCloser.SHARE_NOT_CONFIRMED);
                case DENIED -> reasons.add(LookCloser.SHARE_DENIED);
                case CONFIRMED, CORRECTED -> {}
            }
        }
        return reasons;
    }

    private static Tab tab(State state, Set<LookCloser> reasons) {
        return switch (state) {
            case SUBMITTED, APPEALED -> reasons.isEmpty() ? Tab.READY : Tab.LOOK_CLOSER;
            case CLARIFICATION_ASKED -> Tab.CLARIFICATION_ASKED;
            case VALIDATED, DECLINED, WITHDRAWN, REVERSED -> Tab.DONE;
        };
    }

    private static Stream<UUID> clues(ContributionRow claim) {
        return claim.clues().isEmpty()
                ? Stream.of()
                : Stream.of(claim.clues().split(" ", -1)).map(UUID::fromString);
    }

    private static String text(Set<LookCloser> reasons) {
        return reasons.isEmpty() ? "" : reasons.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Reads reasons as a column keeps them. */
    static Set<LookCloser> reasons(String text) {
        var reasons = EnumSet.noneOf(LookCloser.class);
        for (var name : text.split(" ", -1)) {
            if (!name.isEmpty()) {
                reasons.add(LookCloser.valueOf(name));
            }
        }
        return reasons;
    }
}
