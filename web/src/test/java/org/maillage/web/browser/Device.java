package org.maillage.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * What somebody reads the pages with.
 *
 * @param language {@code fr} or {@code en}
 * @param width of the window, in CSS pixels, as its height
 */
record Device(String language, int width, int height, ColorScheme colours, boolean scripts) {

    static final Device DESKTOP = new Device("fr", 1440, 900, ColorScheme.LIGHT, true);
    static final Device PHONE = DESKTOP.sized(390, 844);

    Device in(String other) {
        return new Device(other, width, height, colours, scripts);
    }

    Device sized(int newWidth, int newHeight) {
        return new Device(language, newWidth, newHeight, colours, scripts);
    }

    Device dark() {
        return new Device(language, width, height, ColorScheme.DARK, scripts);
    }

    Device withoutScripts() {
        return new Device(language, width, height, colours, false);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setJavaScriptEnabled(scripts);
    }
}
