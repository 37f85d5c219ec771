package org.maillage.badge.award;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;
import org.maillage.ledger.Reason;
import org.maillage.ledger.badge.AwardCommand.AwardByHand;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.BadgeDefinitionId;
import org.maillage.ledger.value.Id;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;

/** Awards many badges by hand, row by row: each stands alone, and a row that is given again awards nothing anew. */
public final class BulkAward {

    private final Ledger ledger;
    private final Clock clock;

    public BulkAward(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One row of a list.
     *
     * @param key what makes the row one within its list, such as its number or a column of its own; 1 to 100 characters
     * @param narrative why
     * @param evidence an address that shows it; null for none
     */
    public record Row(
            String key,
            BadgeDefinitionId definition,
            MemberId member,
            String narrative,
            @Nullable String evidence) {}

    /** What became of a row. */
    public sealed interface Result {

        /** The row's key. */
        String key();

        /** Awarded now. */
        record Awarded(String key, AwardId award) implements Result {}

        /** The member has it already, by this row or otherwise: nothing to do. */
        record AlreadyThere(String key, AwardId award) implements Result {}

        /** Refused, with its reason; the other rows are not stopped by it. */
        record Declined(String key, Reason reason) implements Result {}
    }

    /**
     * Awards the rows of a list.
     *
     * @param list names the list: the same list given again, or a stopped one given whole, repeats nothing
     * @param actor who was authenticated; {@code by} is the coordinator whom they act as
     * @return for each row, in order, what became of it
     * @throws Ledger.Unavailable where the journal cannot take them now; the same list may be given again
     */
    public List<Result> award(NetworkId network, MemberId by, Actor actor, UUID list, List<Row> rows) {
        var requests = new ArrayList<Ledger.Request>();
        for (var row : rows) {
            var command =
                    new AwardByHand(row.definition(), network, row.member(), by, row.narrative(), row.evidence(), true);
            var origin = new Origin(
                    Id.nextUuid(), "badge-list:" + actor, list + "/" + row.key(), actor, null, clock.instant());
            requests.add(new Ledger.Request(command, origin));
        }
        var results = ledger.executeAll(requests);
        var told = new ArrayList<Result>();
        for (int i = 0; i < rows.size(); i++) {
            told.add(result(rows.get(i), results.get(i)));
        }
        return told;
    }

    private static Result result(Row row, Ledger.Result result) {
        var award = AwardId.of(row.definition(), row.member());
        return switch (result) {
            case Ledger.Result.Done(Outcome outcome) ->
                outcome.repeated() || outcome.events() == 0
                        ? new Result.AlreadyThere(row.key(), award)
                        : new Result.Awarded(row.key(), award);
            case Ledger.Result.Declined(var refusal) -> new Result.Declined(row.key(), refusal.reason());
        };
    }
}
