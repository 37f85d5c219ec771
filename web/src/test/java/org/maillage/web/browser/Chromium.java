package org.maillage.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for all tests of a JVM, given as a parameter of type {@link Browser}; it ends with the last test.
 * {@code MAILLAGE_CHROMIUM} names its program.
 */
final class Chromium implements ParameterResolver {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Started.class, _ -> started(), Started.class)
                .browser();
    }

    /** Another one, for the thread that calls. */
    static Started started() {
        return Started.start();
    }

    /** A Chromium that runs until it is closed. */
    record Started(Playwright playwright, Browser browser) implements AutoCloseable {

        private static Started start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var program = Objects.requireNonNullElse(System.getenv("MAILLAGE_CHROMIUM"), "/usr/bin/chromium");
            return new Started(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setHeadless(true)
                                    .setExecutablePath(Path.of(program))
                                    .setEnv(environment())
                                    .setArgs(FLAGS)));
        }

        // The language of the browser itself, in which it writes the fields of a date.
        private static Map<String, String> environment() {
            var environment = new HashMap<>(System.getenv());
            environment.put("LANGUAGE", "fr");
            return environment;
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
