package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Visits;

/** Every page with the Tab key alone. */
class KeyboardTest extends BrowserJourney {

    // Numbers all that the Tab key must reach: of radio buttons of one name it reaches one, behind a modal dialog
    // none.
    private static final String NUMBER = """
        () => {
          const open = document.querySelector('dialog:modal') ?? document;
          const all = [...open.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
            .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && !e.closest('[inert]')
              && e.checkVisibility({visibilityProperty: true}));
          const kept = all.filter(e => e.type !== 'radio' || e === (all.find(o => o.type === 'radio'
            && o.name === e.name && o.form === e.form && o.checked) || all.find(o => o.type === 'radio'
            && o.name === e.name && o.form === e.form)));
          kept.forEach((e, i) => e.numbered = i);
          return kept.map(e => e.outerHTML.replace(/\\s+/g, ' ').slice(0, 90));
        }\
        """;

    // Notes at each press, before it moves the focus, where the focus is and what is wrong with how it shows.
    private static final String NOTE = """
        () => {
          const stop = () => {
            const e = document.activeElement;
            if (!e || e === document.body) { return {at: -1, fault: ''}; }
            const shown = o => o && getComputedStyle(o).outlineStyle !== 'none'
              && parseFloat(getComputedStyle(o).outlineWidth) >= 2;
            const box = (e.closest('.puce, .tuile, label') || e).getBoundingClientRect();
            const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 1), innerWidth - 1);
            const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 1);
            const over = document.elementFromPoint(x, y);
            const seen = box.bottom > 0 && box.top < innerHeight && over
              && (e.contains(over) || over.contains(e) || over.closest('label') === e.closest('label') && e.closest('label'));
            return {at: e.numbered ?? -2, fault: !(shown(e) || shown(e.closest('label')) || shown(e.parentElement))
              ? 'no visible focus' : seen ? '' : 'hidden by ' + (over && over.outerHTML.slice(0, 60))};
          };
          const stops = [];
          addEventListener('keydown', () => stops.push(stop()), true);
          window.stopsUntilNow = () => [...stops.splice(0), stop()];
        }\
        """;

    @Test
    void everything_is_reached_in_its_order_and_shows_that_it_is() {
        var faults = new Walk(Visits.of(port, network), port).faults(Device.DESKTOP, _ -> {}, KeyboardTest::faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void a_focus_that_does_not_show_is_found() {
        var page = visitor(Device.DESKTOP);
        page.navigate(site("/connexion"));
        page.evaluate("() => { document.querySelector('main a').style.outline = 'none'; }");
        assertThat(faults(page)).singleElement().asString().startsWith("no visible focus: <a");
    }

    @Test
    void the_first_press_offers_to_skip_to_the_content() {
        var page = signedIn(network.make().nadia().person());
        page.navigate(site("/contributions"));
        page.keyboard().press("Tab");
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("evitement");
        assertThat(page.locator(".evitement").boundingBox().y).isGreaterThanOrEqualTo(0);
        page.keyboard().press("Enter");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("contenu");
    }

    private static Collection<String> faults(Page page) {
        var expected = (List<?>) page.evaluate(NUMBER);
        // What other sites show in a frame has its own links alone, without the header of our pages.
        assertThat(expected).as(page.url()).hasSizeGreaterThan(page.url().endsWith("/integrer") ? 0 : 3);
        page.evaluate(NOTE);
        var stops = new Stops(expected.stream().map(String::valueOf).toList());
        // A date has a stop for each of its parts, and a page may have put the focus somewhere itself.
        for (var left = expected.size() * 2 + 12; left > 0 && stops.missing() > 0; ) {
            var presses = Math.min(left, stops.missing());
            for (var press = 0; press < presses; press++) {
                page.keyboard().press("Tab");
            }
            left -= presses;
            for (var stop : (List<?>) page.evaluate("() => stopsUntilNow()")) {
                stops.add((Map<?, ?>) stop);
            }
        }
        return stops.faults();
    }

    /** Where the focus went. */
    private static final class Stops {

        private final List<String> expected;
        private final Collection<String> faults = new LinkedHashSet<>();
        private final Collection<Integer> reached = new TreeSet<>();
        private int last = -1;

        Stops(List<String> expected) {
            this.expected = expected;
        }

        void add(Map<?, ?> stop) {
            if (!(stop.get("at") instanceof Integer at) || at < 0) {
                return;
            }
            var what = expected.get(at);
            if (stop.get("fault") instanceof String fault && !fault.isEmpty()) {
                faults.add(fault + ": " + what);
            }
            if (at < last && !reached.contains(at) && last != expected.size() - 1) {
                faults.add("out of order: " + what);
            }
            reached.add(at);
            last = at;
        }

        int missing() {
            return expected.size() - reached.size();
        }

        Collection<String> faults() {
            for (var i = 0; i < expected.size(); i++) {
                if (!reached.contains(i)) {
                    faults.add("not reached: " + expected.get(i));
                }
            }
            return faults;
        }
    }
}
