package org.maillage.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maillage.ledger.Ledger;
import org.maillage.ledger.LedgerCommand;
import org.maillage.ledger.Origin;
import org.maillage.ledger.Outcome;

/** How the network is made, at a tenth of its size. */
class MakingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);

    @Test
    void the_same_day_gives_the_same_events() {
        var one = new Recording();
        var other = new Recording();

        one.make(TODAY, 10);
        other.make(TODAY, 10);

        assertThat(one.story()).hasSizeGreaterThan(1_000).isEqualTo(other.story());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29", "2027-01-01", "2026-10-25", "2027-03-28"})
    void on_any_day_every_command_is_accepted(LocalDate day) {
        var recording = new Recording();

        var made = recording.make(day, 10);

        assertThat(made.refused()).isEmpty();
        assertThat(made.events()).isGreaterThan(5_000);
    }

    @Test
    void stopped_anywhere_and_made_again_it_is_the_same() {
        var whole = new Recording();
        whole.make(TODAY, 10);
        var random = new Random(7);
        for (var n = 0; n < 4; n++) {
            var recording = new Recording();
            var commands = random.nextInt(4_200);

            assertThatThrownBy(() -> recording.make(TODAY, 10, ledger -> new Stopping(ledger, commands)))
                    .isInstanceOf(Stopped.class);
            var reached = recording.journal.position();
            var resumed = recording.make(TODAY.plusDays(1), 10);

            assertThat(reached).isLessThan(whole.journal.position());
            assertThat(resumed.refused()).isEmpty();
            assertThat(resumed.day()).isEqualTo(TODAY);
            assertThat(resumed.events()).isEqualTo(whole.journal.position() - reached);
            assertThat(recording.story())
                    .as("stopped after %s commands", commands)
                    .isEqualTo(whole.story());
        }
    }

    @Test
    void progress_rises_to_the_whole() {
        var lines = new ArrayList<String>();
        var progress = Progress.toLines(lines::add);

        for (var percent = 0; percent <= 100; percent++) {
            progress.at(percent);
        }

        assertThat(lines)
                .hasSize(11)
                .startsWith("demonstration network: 0 %")
                .contains("demonstration network: 40 %")
                .endsWith("demonstration network: 100 %");
    }

    @Test
    void nobody_has_the_name_of_another() {
        var names = new ArrayList<String>();
        for (var number = 0; number < 3_500; number++) {
            names.add(Naming.of(number));
        }

        assertThat(names).doesNotHaveDuplicates();
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A ledger whose process ends after so many commands, in the middle of a portion. */
    private static final class Stopping implements Ledger {
        private final Ledger ledger;
        private int left;

        Stopping(Ledger ledger, int commands) {
            this.ledger = ledger;
            this.left = commands;
        }

        @Override
        public Outcome execute(LedgerCommand command, Origin origin) {
            return ledger.execute(command, origin);
        }

        @Override
        public List<Result> executeAll(List<Request> requests) {
            if (requests.size() > left) {
                ledger.executeAll(requests.subList(0, left));
                throw new Stopped();
            }
            left -= requests.size();
            return ledger.executeAll(requests);
        }
    }
}
