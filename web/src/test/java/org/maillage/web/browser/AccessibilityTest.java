package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.Visits;

/** Every page of the table of permissions, for everybody who reads it. */
class AccessibilityTest extends BrowserJourney {

    /** Where a page has another shape; what sticks out is looked for at a usual phone's width too. */
    private static final List<Integer> WIDTHS = List.of(320, 1440);

    // What sticks out at the end of the line, unless it is in a box that scrolls by itself.
    private static final String TOO_WIDE = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) { return []; }
          const boxed = e => e && e !== document.body
            && (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX) || boxed(e.parentElement));
          return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !boxed(e.parentElement))
            .map(e => 'wider than ' + root.clientWidth + ': ' + e.tagName + '.' + e.getAttribute('class')).slice(0, 3)
            .concat(['scrolls sideways at ' + root.clientWidth]);
        }\
        """;

    @Test
    void every_page_is_accessible_in_both_themes_and_at_every_width() {
        assertThat(everyPage(AccessibilityTest::still, AccessibilityTest::faults))
                .isEmpty();
    }

    @Test
    void what_is_not_accessible_is_found() {
        var page = visitor(Device.DESKTOP);
        page.navigate(site("/connexion"));
        page.evaluate("() => { document.querySelector('h1').innerHTML = '<a href=\"/\"><img src=\"/favicon.svg\"></a>';"
                + " document.querySelector('main p').style.color = 'var(--filet)';"
                + " document.querySelector('main').style.width = '200vw'; }");
        assertThat(Axe.faults(page))
                .anyMatch(fault -> fault.startsWith("image-alt"))
                .anyMatch(fault -> fault.startsWith("color-contrast"));
        assertThat(tooWide(page)).contains("scrolls sideways at 1440");
    }

    @Test
    void every_page_can_be_read_at_twice_the_size_of_text() {
        var faults = everyPage(
                page -> {
                    still(page);
                    twice(page);
                },
                page -> {
                    assertThat(page.evaluate("() => getComputedStyle(document.documentElement).fontSize"))
                            .isEqualTo("32px");
                    return tooWide(page);
                });
        assertThat(faults).isEmpty();
    }

    @Test
    void the_pages_of_every_day_can_be_read_at_twice_the_size_of_text_on_a_phone() {
        var made = network.make();
        network.validate(made, network.claim(made, made.nadia()));
        network.claim(made, made.nadia());
        var claire = twice(signedIn(made.claire().person(), Device.PHONE));
        for (var path : List.of("/", "/declarer", "/mailles", "/contributions", "/portrait", "/coordination/valider")) {
            claire.navigate(site(path));
            assertThat(claire.evaluate("() => getComputedStyle(document.documentElement).fontSize"))
                    .isEqualTo("32px");
            assertThat(claire.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as(path)
                    .isEqualTo(0);
        }
    }

    private List<String> everyPage(Consumer<Page> opened, Function<Page, Collection<String>> look) {
        return new Walk(Visits.of(port, network), port).faults(Device.DESKTOP, opened, look);
    }

    private static void still(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    private static List<String> faults(Page page) {
        page.setViewportSize(390, 844);
        var faults = new ArrayList<>(tooWide(page));
        for (var width : WIDTHS) {
            page.setViewportSize(width, width < 400 ? 844 : 900);
            tooWide(page).forEach(faults::add);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            Axe.faults(page).forEach(fault -> faults.add(width + " by day: " + fault));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Axe.faultsOfColours(page).forEach(fault -> faults.add(width + " by night: " + fault));
        }
        return faults;
    }

    private static List<String> tooWide(Page page) {
        return ((List<?>) page.evaluate(TOO_WIDE)).stream().map(String::valueOf).toList();
    }

    // As in the browser's settings, so that lengths in rem and widths of media queries follow.
    private static Page twice(Page page) {
        var sizes = new com.google.gson.JsonObject();
        sizes.addProperty("standard", 32);
        sizes.addProperty("fixed", 26);
        var arguments = new com.google.gson.JsonObject();
        arguments.add("fontSizes", sizes);
        page.context().newCDPSession(page).send("Page.setFontSizes", arguments);
        return page;
    }
}
