package org.maillage.web.signin;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * With what somebody signed in, as far as their browser says so: enough to recognise it in a list, and nothing that
 * would follow them. A session keeps its two words alone.
 */
public record Device(Browser browser, Platform platform) {

    /** The name under which a session keeps it. */
    public static final String ATTRIBUTE = "device";

    /** Browsers by what they call themselves, those first that also bear the name of a later one. */
    public enum Browser {
        EDGE("Edg"),
        OPERA("OPR/"),
        SAMSUNG("SamsungBrowser/"),
        FIREFOX("Firefox/|FxiOS/"),
        CHROME("Chrome/|CriOS/|Chromium/"),
        SAFARI("Safari/"),
        OTHER("");

        private final String marks;

        Browser(String marks) {
            this.marks = marks;
        }
    }

    /** Operating systems, in the same manner. */
    public enum Platform {
        ANDROID("Android"),
        IPHONE("iPhone"),
        IPAD("iPad"),
        WINDOWS("Windows"),
        MAC("Macintosh|Mac OS X"),
        CHROMEBOOK("CrOS"),
        LINUX("Linux"),
        OTHER("");

        private final String marks;

        Platform(String marks) {
            this.marks = marks;
        }
    }

    /** Of what a browser says of itself; null where it says nothing. */
    public static Device of(@Nullable String userAgent) {
        var said = userAgent == null ? "" : userAgent;
        var browser = Arrays.stream(Browser.values())
                .filter(one -> saysAny(said, one.marks))
                .findFirst()
                .orElse(Browser.OTHER);
        var platform = Arrays.stream(Platform.values())
                .filter(one -> saysAny(said, one.marks))
                .findFirst()
                .orElse(Platform.OTHER);
        return new Device(browser, platform);
    }

    private static boolean saysAny(String said, String marks) {
        return Pattern.compile("\\|").splitAsStream(marks).anyMatch(said::contains);
    }

    /** Reads what a session keeps; one that none can be read from is of no known kind. */
    public static Device read(@Nullable String kept) {
        var words = kept == null ? new String[0] : kept.split(" ", -1);
        for (var browser : Browser.values()) {
            for (var platform : Platform.values()) {
                if (words.length == 2
                        && browser.name().equals(words[0])
                        && platform.name().equals(words[1])) {
                    return new Device(browser, platform);
                }
            }
        }
        return new Device(Browser.OTHER, Platform.OTHER);
    }

    /** As a session keeps it. */
    @Override
    public String toString() {
        return browser + " " + platform;
    }
}
