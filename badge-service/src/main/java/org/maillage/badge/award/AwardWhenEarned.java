package org.maillage.badge.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.maillage.badge.award.Orders.Order;
import org.maillage.badge.question.Award;
import org.maillage.badge.question.Awards;
import org.maillage.badge.question.Definitions;
import org.maillage.badge.question.Evidences;
import org.maillage.badge.question.Networks;
import org.maillage.badge.question.Reading;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.event.AwardEvent.ReviewAsked;
import org.maillage.ledger.event.AwardEvent.Upheld;
import org.maillage.ledger.event.EventJson;
import org.maillage.ledger.event.LedgerEvent;
import org.maillage.ledger.value.AwardId;
import org.maillage.ledger.value.MemberId;
import org.maillage.ledger.value.NetworkId;
import org.maillage.ledger.value.ShareId;

/**
 * When something changes for a member, then their badges are awarded, put up for review, upheld or renewed. Members are
 * taken some at a time, so that each question is asked once for all of them.
 */
public final class AwardWhenEarned {

    private static final int AT_ONCE = 200;

    private static final String REVIEWS = """
        select name, payload from badge.award_change
         where network = ? and what in ('award.review-asked', 'award.upheld') and award = any(?) order by position
        """;

    private final Reading reading;
    private final Networks networks;
    private final Definitions definitions;
    private final Awards awards;
    private final Evidences evidences;
    private final Due due;
    private final Orders orders;

    public AwardWhenEarned(
            Reading reading,
            Networks networks,
            Definitions definitions,
            Awards awards,
            Evidences evidences,
            Ledger ledger,
            Clock clock) {
        this.reading = reading;
        this.networks = networks;
        this.definitions = definitions;
        this.awards = awards;
        this.evidences = evidences;
        this.due = new Due(reading, clock);
        this.orders = new Orders(ledger, clock);
    }

    /** Looks at some of those who wait; returns whether there were any. */
    public boolean step() {
        var taken = due.take(AT_ONCE);
        var byNetwork = new LinkedHashMap<NetworkId, List<Due.Somebody>>();
        taken.forEach(somebody -> byNetwork
                .computeIfAbsent(somebody.network(), _ -> new ArrayList<>())
                .add(somebody));
        byNetwork.forEach(this::look);
        return !taken.isEmpty();
    }

    /** Lets those wait whose badges end within {@value MemberOrders#RENEWED_BEFORE} days, or have ended since then. */
    public void expiring() {
        due.expiring(MemberOrders.RENEWED_BEFORE);
    }

    /** Whether nobody waits. */
    public boolean isIdle() {
        return due.isEmpty();
    }

    private void look(NetworkId network, List<Due.Somebody> members) {
        var moment = networks.now(network);
        var ids = members.stream().map(Due.Somebody::member).toList();
        var known = definitions.of(network, moment);
        var held = held(network, ids);
        var named = named(network, held.values());
        var shown = evidences.of(network, ids, moment);
        var asked = new ArrayList<Order>();
        for (var somebody : members) {
            asked.addAll(MemberOrders.of(
                    somebody,
                    known,
                    held.getOrDefault(somebody.member(), List.of()),
                    named,
                    shown.getOrDefault(somebody.member(), Evidences.Shown.NOTHING),
                    moment.day()));
        }
        orders.give(asked);
        members.forEach(due::done);
    }

    private Map<MemberId, List<Award>> held(NetworkId network, List<MemberId> members) {
        var held = new HashMap<MemberId, List<Award>>();
        awards.of(network, members, networks.now(network))
                .forEach(award -> held.computeIfAbsent(award.member(), _ -> new ArrayList<>())
                        .add(award));
        return held;
    }

    /** The shares that reviews by the program have named, by award, since its rule was last met again. */
    private Map<AwardId, Set<ShareId>> named(NetworkId network, Collection<List<Award>> held) {
        var ids = held.stream()
                .flatMap(List::stream)
                .map(award -> award.award().value())
                .toArray(UUID[]::new);
        var named = new HashMap<AwardId, Set<ShareId>>();
        for (var event : reading.list(REVIEWS, AwardWhenEarned::event, network.value(), ids)) {
            if (event instanceof Upheld upheld && upheld.by() == null) {
                named.remove(upheld.award());
            } else if (event instanceof ReviewAsked review && review.by() == null) {
                var shares = named.computeIfAbsent(review.award(), _ -> new HashSet<>());
                shares.add(MemberOrders.practice(review.award()));
                review.broken().forEach(share -> shares.add(share.share()));
            }
        }
        return named;
    }

    private static LedgerEvent event(ResultSet row) throws SQLException {
        return EventJson.read(row.getString("name"), row.getBytes("payload"));
    }
}
