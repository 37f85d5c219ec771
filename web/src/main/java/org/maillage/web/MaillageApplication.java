package org.maillage.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** The program: one process that serves the pages and the API on a PostgreSQL of its own. */
// The data source is wired by hand: which PostgreSQL it reaches is decided when the program starts.
@SpringBootApplication(exclude = DataSourceAutoConfiguration.class)
public class MaillageApplication {

    public static void main(String[] args) {
        SpringApplication.run(MaillageApplication.class, args);
    }
}
