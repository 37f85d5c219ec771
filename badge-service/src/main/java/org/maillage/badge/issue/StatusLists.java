package org.maillage.badge.issue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maillage.badge.award.StatusPlace;
import org.maillage.badge.jsonld.JsonLdBox;
import org.maillage.badge.jsonld.StrictJson;
import org.maillage.badge.proof.KeyKind;
import org.maillage.badge.question.Reading;
import org.maillage.badge.status.Bitstring;
import org.maillage.badge.status.StatusList;
import org.maillage.badge.status.StatusPurpose;
import org.maillage.ledger.value.NetworkId;

/**
 * The status lists of networks, made from what the tables say now. A suspended badge is set in both lists: a credential
 * names one list alone, and whoever reads it is to be told not to rely on the badge; the list of suspensions says which
 * of them may count again.
 */
public final class StatusLists {

    private static final Duration VALID_FOR = Duration.ofDays(2);
    private static final Duration TTL = Duration.ofMinutes(5);

    private static final String CHANGED = """
        select distinct on (a.award) a.number, c.what, c.recorded_at
          from badge.award_change c join badge.award a on a.award = c.award
         where c.network = ? and c.what in ('award.suspended', 'award.reinstated', 'award.revoked')
           and a.number >= ? and a.number < ?
         order by a.award, (c.what = 'award.revoked') desc, c.position desc
        """;

    private final Reading reading;
    private final JsonLdBox box;
    private final IssuerKeys keys;
    private final StatusPlaces places;
    private final Supplier<@Nullable Statements> statements;
    private final Clock clock;
    private final Map<Which, Made> made = new ConcurrentHashMap<>();

    StatusLists(
            Reading reading,
            JsonLdBox box,
            IssuerKeys keys,
            StatusPlaces places,
            Supplier<@Nullable Statements> statements,
            Clock clock) {
        this.reading = reading;
        this.box = box;
        this.keys = keys;
        this.places = places;
        this.statements = statements;
        this.clock = clock;
    }

    private record Which(NetworkId network, StatusPurpose purpose, long list) {}

    private record From(KnownKey key, Addresses at, List<Integer> set, Instant validFrom) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Made(From from, byte[] document) {}

    private record Changed(long number, String what, Instant at) {}

    /**
     * A list, signed; the same bytes for an hour unless something changes. Empty where the network has no such list.
     *
     * @param list number of the list, from 0
     */
    public Optional<byte[]> document(NetworkId network, StatusPurpose purpose, long list) {
        var now = statements.get();
        if (now == null || !exists(network, list)) {
            return Optional.empty();
        }
        var changed = reading.list(
                CHANGED,
                row -> new Changed(row.getLong("number"), row.getString("what"), Reading.time(row, "recorded_at")),
                network.value(),
                list * StatusPlace.LENGTH,
                (list + 1) * StatusPlace.LENGTH);
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var since = changed.stream().map(Changed::at).reduce(hour, (a, b) -> a.isAfter(b) ? a : b);
        return KnownKey.signing(keys.of(network), KeyKind.ED25519, since)
                .map(key -> new From(key, now.addresses(), set(network, purpose, changed), key.proofOf(since)))
                .map(from -> made.compute(
                                new Which(network, purpose, list), (which, before) -> renewed(which, before, from))
                        .document());
    }

    private boolean exists(NetworkId network, long list) {
        return list >= 0
                && reading.first(
                                "select 1 from badge.award where network = ? and number >= ? limit 1",
                                _ -> true,
                                network.value(),
                                list * StatusPlace.LENGTH)
                        .isPresent();
    }

    private List<Integer> set(NetworkId network, StatusPurpose purpose, List<Changed> changed) {
        var set = new TreeSet<Integer>();
        for (var change : changed) {
            var counts = switch (purpose) {
                case REVOCATION -> !change.what().equals("award.reinstated");
                case SUSPENSION -> change.what().equals("award.suspended");
            };
            if (counts) {
                set.add(places.of(network, change.number()).place());
            }
        }
        return new ArrayList<>(set);
    }

    private Made renewed(Which which, @Nullable Made before, From from) {
        if (before != null && before.from().equals(from)) {
            return before;
        }
        var at = from.at();
        var list = new StatusList(
                at.status(which.network(), which.purpose(), which.list()),
                at.issuer(which.network()),
                which.purpose(),
                Bitstring.of(from.set()),
                from.validFrom(),
                VALID_FOR,
                TTL);
        return new Made(from, StrictJson.write(list.signed(box, keys.signer(from.key(), at))));
    }
}
