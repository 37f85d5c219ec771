package org.maillage.web.wiring;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs (MAILLAGE_DATABASE_URL, MAILLAGE_VIEWS_DATABASE_URL). */
record ExternalDatabase(
        String url, @Nullable String user, @Nullable String password) implements Database {

    private static final int OLDEST = 15;

    /**
     * Reads {@code jdbc:postgresql://…} or {@code postgresql://user:password@host:port/database}.
     *
     * @param setting that names it, for whoever wrote it
     */
    static ExternalDatabase at(String address, String setting) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new ExternalDatabase(address, null, null);
        }
        if (!address.startsWith("postgresql://") && !address.startsWith("postgres://")) {
            throw new StartupFailure(
                    setting + " is not a PostgreSQL address: write postgresql://user:password@host/database.");
        }
        try {
            return read(URI.create(address));
        } catch (IllegalArgumentException e) {
            throw new StartupFailure(setting + " cannot be read as an address.", e);
        }
    }

    private static ExternalDatabase read(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var url = "jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + query;
        var login = address.getRawUserInfo();
        if (login == null) {
            return new ExternalDatabase(url, null, null);
        }
        int colon = login.indexOf(':');
        return new ExternalDatabase(
                url,
                decode(colon < 0 ? login : login.substring(0, colon)),
                colon < 0 ? null : decode(login.substring(colon + 1)));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void check() {
        var settings = DatabaseSettings.of(this);
        if (settings.version() < OLDEST * 10_000) {
            throw new StartupFailure("MAILLAGE_DATABASE_URL names PostgreSQL " + settings.version() / 10_000
                    + ": Maillage needs " + OLDEST + " or later.");
        }
        settings.requireDurable();
        if (!"UTF8".equals(settings.encoding())) {
            throw new StartupFailure("The database of MAILLAGE_DATABASE_URL is not in UTF8 but in "
                    + settings.encoding() + ": create it WITH ENCODING 'UTF8'.");
        }
    }

    @Override
    public long memory() {
        return 0;
    }

    @Override
    public void close() {}

    /** Says where it is, never with which password. */
    @Override
    public String toString() {
        return "external";
    }
}
