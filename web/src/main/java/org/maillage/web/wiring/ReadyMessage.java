package org.maillage.web.wiring;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the program where it is, how to sign in where that is known, how long it took and what it holds. */
@Component
class ReadyMessage {

    private final PublicAddress address;
    private final Installation installation;
    private final Database database;
    private final Environment environment;

    ReadyMessage(PublicAddress address, Installation installation, Database database, Environment environment) {
        this.address = address;
        this.installation = installation;
        this.database = database;
        this.environment = environment;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        System.out.printf(
                Locale.ROOT,
                "%n  Maillage is ready: %s%n%s  %s%n  Ready in %.1f s. Memory: %s.%n  Ctrl-C stops it.%n%n",
                address.of("/"),
                signIn(),
                reach(),
                seconds,
                memory());
    }

    private String signIn() {
        // The demonstration says by itself when its people are there.
        if (installation.demonstration()) {
            return "";
        }
        return "  Sign in: ask for a link at " + address.of("/connexion")
                + (environment.containsProperty("spring.mail.host")
                        ? "."
                        : "; set SPRING_MAIL_HOST, so that it can be sent.")
                + System.lineSeparator();
    }

    private String reach() {
        var bound = environment.getProperty("server.address", "");
        return switch (bound) {
            case "127.0.0.1", "localhost", "::1" ->
                "Only this machine reaches it; MAILLAGE_ADDRESS=0.0.0.0 opens it to others.";
            default -> "It listens on " + bound + ".";
        };
    }

    private String memory() {
        var own = megabytes(Memory.resident());
        return database.memory() == 0
                ? own + " (the database is elsewhere)"
                : own + " and PostgreSQL " + megabytes(database.memory());
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }
}
