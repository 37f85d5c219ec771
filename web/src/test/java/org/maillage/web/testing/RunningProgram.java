package org.maillage.web.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole program on a PostgreSQL of its own in a new folder, on a free port. All tests with this annotation share one,
 * so they make people and networks of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "maillage.data=target/test-data/${random.uuid}",
            "maillage.connections=12",
            "maillage.demonstrate=false"
        })
public @interface RunningProgram {}
