package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.maillage.ledger.value.PersonId;

/** What a first visit may cost on a slow line. Times are reported, not held to: they are the machine's. */
class BudgetTest extends BrowserJourney {

    private static final long BYTES = 150_000;
    private static final long SCRIPTS = 40_000;
    private static final double SHIFT = .05;

    @Test
    void a_first_visit_is_light_and_does_not_move(TestReporter reporter) {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        network.claim(made, made.nadia());
        var faults = new ArrayList<String>();
        var visitor = new SlowLine(visitor(Device.PHONE));
        measure(visitor, List.of("/connexion", "/rejoindre"), reporter, faults);
        measure(
                signedInSlowly(made.nadia().person()),
                List.of("/", "/declarer", "/contributions", "/mailles", "/merci", "/moi"),
                reporter,
                faults);
        measure(
                signedInSlowly(made.claire().person()),
                List.of("/coordination/valider", "/coordination/membres"),
                reporter,
                faults);
        assertThat(faults).isEmpty();
    }

    private SlowLine signedInSlowly(PersonId person) {
        return new SlowLine(signedIn(person, Device.PHONE));
    }

    private void measure(SlowLine line, List<String> paths, TestReporter reporter, List<String> faults) {
        for (var path : paths) {
            var visit = line.first(site(path));
            var cost = new LinkedHashMap<String, String>();
            cost.put("page", path);
            cost.put("bytes", Long.toString(visit.bytes()));
            cost.put("scripts", Long.toString(visit.scripts()));
            cost.put("shift", String.format(Locale.ROOT, "%.3f", visit.shift()));
            cost.put("largest paint, ms", Long.toString(Math.round(visit.largestPaint())));
            cost.put("moved", visit.moved().isEmpty() ? "nothing" : visit.moved());
            reporter.publishEntry(cost);
            if (visit.bytes() > BYTES || visit.scripts() > SCRIPTS || visit.shift() > SHIFT) {
                faults.add(cost.toString());
            }
            assertThat(visit.addresses())
                    .as(path)
                    .allMatch(address -> address.startsWith(site("/")) || address.startsWith("data:"));
        }
    }
}
