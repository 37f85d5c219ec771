package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Bodies that are too long, or in parts that cannot be taken apart. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyLimitTest {

    @Autowired
    ApplicationContext program;

    private ApiWorld world;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
    }

    @Test
    void a_bound_holds_however_the_address_is_written() {
        var file = "?name=photo.jpg&network=" + world.network;

        for (var path :
                new String[] {"/api/v1/evidence", "/%61pi/v1/evidence", "/api/v1/%65vidence", "/%61%70%69/v1/evidence"
                }) {
            problem(413, send(path + file, "application/pdf", "%PDF-" + "x".repeat(11 << 20)));
            problem(400, send(path + file, "application/pdf", "x".repeat(2 << 20)));
        }
        problem(413, send("/%61pi/v1/contributions", "application/json", " ".repeat(2 << 20)));
    }

    @Test
    void parts_that_cannot_be_taken_apart_are_a_problem() {
        problem(400, send("/api/v1/imports", "multipart/form-data", "x"));
        var part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        problem(413, send("/api/v1/imports", "multipart/form-data; boundary=b", part.repeat(200) + "--b--\r\n"));
    }

    private Answer send(String path, String type, String body) {
        return world.exchange(HttpRequest.newBuilder(URI.create(world.root() + path))
                .header("Authorization", "Bearer " + (path.contains("imports") ? world.ada : world.jeanne).token())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static void problem(int status, Answer answer) {
        var as = answer.response().uri() + " " + answer.response().body();
        assertThat(answer.status()).as(as).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(as).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
    }
}
