package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maillage.ledger.value.Id;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.testing.Patience;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Imports under an idempotency key. */
@RunningProgram
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportKeyTest {

    @Autowired
    ApplicationContext program;

    private ApiWorld world;

    @BeforeAll
    void found_a_network() {
        world = new ApiWorld(program);
    }

    @Test
    void one_key_makes_one_import_whenever_it_comes_again_and_takes_no_other_file() throws Exception {
        var key = Id.nextUuid().toString();
        var asked = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 6; i++) {
            asked.add(() -> send(key, "ana"));
        }
        var ids = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(asked.size())) {
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get().status())
                        .as(answer.get().response().body())
                        .isEqualTo(201);
                ids.add(answer.get().header("Location"));
            }
        }
        var other = send(key, "bob");

        assertThat(ids).hasSize(6).containsOnly(ids.getFirst());
        assertThat(other.status()).as(other.response().body()).isEqualTo(422);
        assertThat(other.text("/reason")).isEqualTo("key-reused");
        Patience.await()
                .until(() -> world.get(world.ada, ids.getFirst()).text("/state").equalsIgnoreCase("done"));
        assertThat(send(key, "ana").header("Location")).isEqualTo(ids.getFirst());
    }

    private Answer send(String key, String author) {
        var text = """
            when,role,person,for_person,org,area,ref
            2026-01-02,author,%1$s,%1$s,o,a,r1
            """.formatted(author);
        var body = part("mapping", "dpdk") + part("name", "Réseau importé") + part("file\"; filename=\"works.csv", text)
                + "--edge--\r\n";
        return world.exchange(HttpRequest.newBuilder(URI.create(world.site() + "/imports"))
                .header("Authorization", "Bearer " + world.ada.token())
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String part(String name, String value) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
