package org.maillage.web.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the program, or says in one line why it does not and ends with status 1. */
public final class Start {

    private Start() {}

    /** Starts it; returns once it is ready. */
    public static void run(Class<?> application, String... args) {
        try {
            new SpringApplicationBuilder(application)
                    .initializers(context -> checkPort(context.getEnvironment()))
                    .run(args);
        } catch (RuntimeException e) {
            var known = explained(e);
            if (known.isEmpty()) {
                e.printStackTrace();
            }
            System.err.println("Maillage did not start. " + known.orElse("See above."));
            System.exit(1);
        }
    }

    /** What to tell somebody who starts the program; empty where it is not one of the known failures. */
    static Optional<String> explained(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure) {
                return Optional.of(Objects.requireNonNull(cause.getMessage()));
            }
            if (cause instanceof PortInUseException taken) {
                return Optional.of(taken(taken.getPort()));
            }
        }
        return Optional.empty();
    }

    // Before PostgreSQL starts: who starts the program twice is told at once.
    private static void checkPort(ConfigurableEnvironment environment) {
        int port = port(environment);
        if (port == 0) {
            return;
        }
        var address = environment.getProperty("server.address", "127.0.0.1");
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (java.net.BindException e) {
            throw new StartupFailure(taken(port), e);
        } catch (IOException e) {
            throw new StartupFailure("MAILLAGE_ADDRESS names no address of this machine: " + address + ".", e);
        }
    }

    private static int port(ConfigurableEnvironment environment) {
        try {
            int port = Objects.requireNonNull(environment.getProperty("server.port", Integer.class, 8080));
            if (port >= 0 && port < 65_536) {
                return port;
            }
        } catch (ConversionException _) {
            // said below
        }
        throw new StartupFailure("MAILLAGE_PORT is not a port: write a number from 0 to 65535.");
    }

    private static String taken(int port) {
        return "Port " + port + " is taken: set MAILLAGE_PORT to another.";
    }
}
