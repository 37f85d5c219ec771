package org.maillage.ledger.value;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges an address that somebody gives as evidence, by its text alone: whether anybody could open it. Nothing is asked
 * over any network, so an address that is well written and leads nowhere is not told from one that leads somewhere.
 */
public final class WebAddress {

    private static final List<String> AT_HOME =
            List.of("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion");

    private WebAddress() {}

    /** What is wrong with an address, the first that is found. */
    public enum Fault {
        /** It has a space in it. */
        SPACE,
        /** It is no address at all. */
        UNREADABLE,
        /** It begins neither with http:// nor with https://. */
        SCHEME,
        /** No site follows that. */
        NO_SITE,
        /** The site is on one's own device or network, where nobody else can open it. */
        AT_HOME,
        /** It bears a name or a password before the site. */
        PASSWORD
    }

    /** What is wrong with it; empty where anybody could try to open it. */
    public static Optional<Fault> fault(String address) {
        if (address.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of(Fault.SPACE);
        }
        var lower = address.toLowerCase(Locale.ROOT);
        if (lower.equals("http://") || lower.equals("https://")) {
            return Optional.of(Fault.NO_SITE);
        }
        try {
            return fault(new URI(address));
        } catch (URISyntaxException _) {
            return Optional.of(Fault.UNREADABLE);
        }
    }

    /** Whether it is written as an address of the web, wherever that may be. */
    public static boolean isReadable(String address) {
        return fault(address)
                .filter(fault -> fault != Fault.AT_HOME && fault != Fault.PASSWORD)
                .isEmpty();
    }

    private static Optional<Fault> fault(URI uri) {
        var scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            return Optional.of(Fault.SCHEME);
        }
        var host = uri.getHost();
        if (host == null) {
            return Optional.of(Fault.NO_SITE);
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of(Fault.PASSWORD);
        }
        return isPublic(host) ? Optional.empty() : Optional.of(Fault.AT_HOME);
    }

    private static boolean isPublic(String host) {
        var plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        var last = plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (plain.startsWith("[") || last.matches("[0-9]+|0x[0-9a-f]*")) {
            var number = number(plain);
            return number != null && !isAtHome(number);
        }
        return plain.indexOf('.') > 0 && !AT_HOME.contains(last);
    }

    // Never a question to a name server: only what is a number already.
    private static @Nullable InetAddress number(String host) {
        try {
            return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    /** Whether a number is of this machine, of a private network, or of many: not of one machine in the open net. */
    public static boolean isAtHome(InetAddress number) {
        var bytes = number.getAddress();
        // Outside 2000::/3 no number is one machine of the open net by itself (RFC 4291, 2.4), and a translated one
        // is another's (RFC 6052). 2001::/32: RFC 4380; 2002::/16: RFC 3056; 100.64.0.0/10: RFC 6598; 0.0.0.0/8 and
        // 240.0.0.0/4: RFC 6890.
        var other = bytes.length == 16 && ((bytes[0] & 0xE0) != 0x20 || isTunnel(bytes));
        var shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        var reserved = bytes.length == 4 && (bytes[0] == 0 || (bytes[0] & 0xFF) >= 240);
        return other
                || shared
                || reserved
                || number.isLoopbackAddress()
                || number.isAnyLocalAddress()
                || number.isSiteLocalAddress()
                || number.isLinkLocalAddress()
                || number.isMulticastAddress();
    }

    private static boolean isTunnel(byte[] bytes) {
        return bytes[0] == 0x20 && (bytes[1] == 2 || (bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 0));
    }
}
