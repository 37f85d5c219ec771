package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maillage.web.testing.Browser;

class PlainErrorsTest {

    /** As where the database is away that sessions are read from. */
    private static final class Broken extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            throw new ServletException("no connection to postgres.example");
        }
    }

    @Test
    void a_fault_of_the_program_is_not_blamed_on_the_address_and_tells_nothing_of_itself(@TempDir Path folder)
            throws Exception {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(PlainErrors.class.getName());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "broken", new Broken());
        context.addServletMappingDecoded("/", "broken");
        tomcat.start();
        try {
            var answer = new Browser(tomcat.getConnector().getLocalPort()).open("/declarer");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("Quelque chose ne marche pas de notre côté", "Something does not work on our side")
                    .doesNotContain("adresse", "postgres");

            var problem = new Browser(tomcat.getConnector().getLocalPort()).open("/api/v1/me");

            assertThat(problem.statusCode()).isEqualTo(500);
            assertThat(problem.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(problem.body()).contains("\"reason\":\"unexpected\"").doesNotContain("postgres");
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
