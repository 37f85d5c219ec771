package org.maillage.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maillage.web.testing.PageTable;
import org.maillage.web.testing.PageTable.Reader;

/**
 * Pictures of every page of a running demonstration: what {@code bin/screenshots} runs, no part of the tests. The system
 * properties {@code screenshots.site} and {@code screenshots.folder} say where from and where to; with
 * {@code screenshots.whole} a picture holds the whole page rather than what a screen shows of it. {@code screenshots.only}
 * is an expression for the addresses to take, where not all are wanted.
 */
@ExtendWith(Chromium.class)
class Screenshots {

    private static final Map<Reader, String> PEOPLE = Map.of(
            Reader.PERSON, "Nadia Benali",
            Reader.MEMBER, "Nadia Benali",
            Reader.COORDINATOR, "Claire Vasseur",
            Reader.ADMINISTRATOR, "Inès Talmont");

    private static final Map<String, Device> DEVICES = new LinkedHashMap<>();

    static {
        DEVICES.put("bureau", Device.DESKTOP);
        DEVICES.put("bureau-sombre", Device.DESKTOP.dark());
        DEVICES.put("telephone", Device.PHONE);
        DEVICES.put("telephone-sombre", Device.PHONE.dark());
    }

    private final String site = Objects.requireNonNull(System.getProperty("screenshots.site"), "screenshots.site");
    private final Path folder =
            Path.of(Objects.requireNonNull(System.getProperty("screenshots.folder"), "screenshots.folder"));
    private final String only = System.getProperty("screenshots.only", ".*");
    private final boolean whole = Boolean.getBoolean("screenshots.whole");
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Collection<String> links = new TreeSet<>();
    private int made;

    @Test
    void every_page_at_both_sizes_by_day_and_by_night(Browser browser) {
        DEVICES.forEach((name, device) -> {
            var pages = new EnumMap<Reader, Page>(Reader.class);
            // An address with an id is known when the pages that lead to it were seen.
            for (var fixed : List.of(true, false)) {
                for (var row : PageTable.pages()) {
                    if (row.isFixed() == fixed && row.toString().matches(only)) {
                        var page = pages.computeIfAbsent(row.reader(), reader -> opened(browser, reader, device));
                        address(row).ifPresent(address -> shoot(page, address, file(row, name)));
                    }
                }
            }
            pages.values().forEach(page -> page.context().close());
        });
        assertThat(made).isGreaterThanOrEqualTo(DEVICES.size());
    }

    private Page opened(Browser browser, Reader reader, Device device) {
        var context = browser.newContext(device.options());
        context.setDefaultTimeout(120_000);
        var page = context.newPage();
        var name = PEOPLE.get(reader);
        if (name != null) {
            page.navigate(site + "/connexion");
            page.click("button[name=person][aria-label$='" + name + "']");
            page.waitForURL(site + "/");
        }
        return page;
    }

    private Optional<String> address(PageTable.Row row) {
        if (row.isFixed()) {
            return Optional.of(row.toString());
        }
        var known = addresses.get(row.toString());
        if (known != null) {
            return Optional.of(known);
        }
        var found = links.stream().filter(row::matches).findFirst();
        found.ifPresent(link -> addresses.put(row.toString(), link));
        return found;
    }

    private void shoot(Page page, String address, String file) {
        page.navigate(site + address);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        for (var link : (List<?>)
                page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href).pathname)")) {
            links.add(String.valueOf(link));
        }
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(whole));
        made++;
    }

    private static String file(PageTable.Row row, String device) {
        var path = row.toString().replaceAll("[{}]", "").replaceAll("^/", "").replace('/', '-');
        return (path.isEmpty() ? "accueil" : path) + "." + device + ".png";
    }
}
