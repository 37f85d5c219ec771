package org.maillage.web.frame;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server answers where the program has no page for it: an address that cannot be read, or no database to read
 * even the session from. Plain, in both languages, without its own name.
 */
public final class PlainErrors extends ErrorReportValve {

    private static final String FRAME = """
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Maillage</title></head><body>
        %s</body></html>
        """;

    private static final String UNREADABLE = FRAME.formatted("""
        <h1>Cette adresse ne peut pas être lue</h1>
        <p>Elle contient une erreur. <a href="/">Repartez de l’accueil</a>.</p>
        <p lang="en">This address cannot be read. <a href="/">Go back to the home page</a>.</p>
        """);

    private static final String FAULT = FRAME.formatted("""
        <h1>Quelque chose ne marche pas de notre côté</h1>
        <p>Rien de ce que vous avez envoyé n’a été enregistré à moitié. Réessayez dans une minute.</p>
        <p lang="en">Something does not work on our side. Nothing of what you sent was recorded by half. Try again in a
        minute.</p>
        """);

    private final Problems problems = new Problems();

    private static Fault fault(int status) {
        if (status < 500) {
            return Fault.BAD_ADDRESS;
        }
        return status == Fault.DATABASE_AWAY.status() ? Fault.DATABASE_AWAY : Fault.UNEXPECTED;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // A request whose first line cannot be read has no address.
        var address = request.getRequestURI();
        boolean api = address != null && address.startsWith("/api/");
        var fault = fault(response.getStatus());
        if (api) {
            Problems.head(fault, request, response);
        } else {
            response.setContentType("text/html");
        }
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(api ? problems.text(fault, request) : response.getStatus() < 500 ? UNREADABLE : FAULT);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            LoggerFactory.getLogger(PlainErrors.class).debug("nobody reads the answer any more", gone);
        }
    }

    /** Puts it where the server reports what no page answers. */
    @Component
    static final class Place implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory server) {
            server.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(PlainErrors.class.getName());
                }
            });
        }
    }
}
