package org.maillage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maillage.ledger.credit.CreditCommand.Give;
import org.maillage.ledger.event.CreditEvent.Given;
import org.maillage.ledger.journal.Snapshots;
import org.maillage.ledger.value.Actor;
import org.maillage.ledger.value.Mailles;
import org.maillage.ledger.value.StreamId;
import org.maillage.ledger.value.TransferId;

/** An account of thousands of events decides the same from a snapshot as from its first event. */
class SnapshotsOfAccountsTest {

    private static final int GIFTS = 2_200;

    /** Keeps nothing. */
    private static final Snapshots NONE = new Snapshots() {
        @Override
        public void save(Snapshot snapshot) {}

        @Override
        public Optional<Snapshot> load(StreamId stream, String type) {
            return Optional.empty();
        }
    };

    private static Give thanks(LedgerFixture given, long hundredths) {
        return new Give(
                TransferId.next(),
                given.network,
                given.nadia.member(),
                given.nadia.account(),
                given.karim.account(),
                new Mailles(hundredths),
                null,
                null);
    }

    private static Snapshots counting(Snapshots snapshots, AtomicInteger used) {
        return new Snapshots() {
            @Override
            public void save(Snapshot snapshot) {
                snapshots.save(snapshot);
            }

            @Override
            public Optional<Snapshot> load(StreamId stream, String type) {
                var found = snapshots.load(stream, type);
                found.filter(kept -> kept.version() > 400).ifPresent(_ -> used.incrementAndGet());
                return found;
            }
        };
    }

    @Test
    void a_long_account_decides_the_same_from_a_snapshot_as_from_zero() {
        try (var given = new LedgerFixture()) {
            given.earns(given.nadia, 700);
            given.earns(given.nadia, 700);
            var gifts = new ArrayList<Give>();
            for (var i = 0; i < GIFTS; i++) {
                gifts.add(thanks(given, 1));
            }
            var origin = Actor.person(given.nadia.person());
            for (var gift : gifts) {
                given.ledger.execute(gift, Origin.of(origin, LedgerFixture.NOON));
            }
            given.ledger.close(); // once it returns, snapshots under way are kept
            var stream = StreamId.of(given.nadia.account());
            assertThat(given.journal.stream(stream, 0)).hasSize(GIFTS + 2);

            var used = new AtomicInteger();
            try (var restored = LedgerCore.start(given.journal, counting(given.journal, used), new PlainVault());
                    var folded = LedgerCore.start(given.journal, NONE, new PlainVault())) {
                var left = 2 * 700 * 200 / 60 - GIFTS;
                for (var ledger : List.of(restored, folded)) {
                    assertThat(refusal(ledger, thanks(given, left + 10), given)).isEqualTo(Reason.NOT_ENOUGH_AVAILABLE);
                    var claim = given.claims(given.nadia, 60);
                    assertThat(refusal(ledger, given.validate(claim, given.claire), given))
                            .isEqualTo(Reason.MORE_THAN_24_HOURS);
                    given.note();
                    ledger.execute(gifts.getFirst(), Origin.of(origin, LedgerFixture.NOON));
                    assertThat(given.news()).as("a gift given before").isEmpty();
                    ledger.execute(thanks(given, 1_000), Origin.of(origin, LedgerFixture.NOON));
                }
            }
            assertThat(used).hasPositiveValue();
            var last = (Given) given.journal.stream(stream, 0).getLast().event();
            assertThat(last.after()).isEqualTo(given.balance(given.nadia.account()));
            LedgerInvariants.hold(given.journal.after(0, Integer.MAX_VALUE), true);
        }
    }

    private static Reason refusal(LedgerCore ledger, LedgerCommand command, LedgerFixture given) {
        var who = command instanceof Give ? given.nadia : given.claire;
        return catchThrowableOfType(
                        Refused.class,
                        () -> ledger.execute(command, Origin.of(Actor.person(who.person()), LedgerFixture.NOON)))
                .reason();
    }
}
