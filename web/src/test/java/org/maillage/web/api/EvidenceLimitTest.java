package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maillage.web.api.ApiWorld.Answer;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is sent without being claimed has a limit, whichever way it comes. */
@RunningProgram
class EvidenceLimitTest {

    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @Autowired
    ApplicationContext program;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_has_sent_much_without_claiming_sends_no_more_by_the_api_either_but_repeats_what_was_sent() {
        var world = new ApiWorld(program);
        var id = UUID.randomUUID().toString();
        assertThat(send(world, id).status()).isEqualTo(201);
        var heavy = "update web.evidence_upload set bytes = ? where member = ?";
        assertThat(jdbc.sql(heavy)
                        .params(60L * 1_024 * 1_024, world.nadia.member().value())
                        .update())
                .isEqualTo(1);

        var refused = send(world, UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/reason")).isEqualTo("too-much-unclaimed");
        assertThat(send(world, id).status())
                .as("the same file again is the same")
                .isEqualTo(201);
        assertThat(jdbc.sql("delete from web.evidence_upload where member = ?")
                        .param(world.nadia.member().value())
                        .update())
                .isEqualTo(1);
    }

    private static Answer send(ApiWorld world, String id) {
        return world.send(
                world.nadia.token(),
                "POST",
                "/evidence?name=feuille.pdf&network=" + world.network + "&evidence=" + id,
                PDF,
                request -> request.setHeader("Content-Type", "application/pdf"));
    }
}
