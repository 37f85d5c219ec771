package org.maillage.web;

import org.maillage.web.wiring.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The program: one process that serves the pages and the API on a PostgreSQL of its own. */
// Data source and migrations are wired by hand: which PostgreSQL they reach is decided when the program starts. There
// are no users with passwords.
@SpringBootApplication(
        proxyBeanMethods = false,
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
public class MaillageApplication {

    public static void main(String[] args) {
        Start.run(MaillageApplication.class, args);
    }
}
