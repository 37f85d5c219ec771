package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maillage.web.profile.Profiles;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningProgram
class LeavingByApiTest {

    @Autowired
    ApplicationContext program;

    @Autowired
    Profiles profiles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_leaves_by_api_leaves_no_consent_and_no_words_of_theirs() {
        var world = new ApiWorld(program);
        var nadia = world.nadia.member();
        profiles.say(nadia, "Monter une vidéo");
        jdbc.sql("insert into web.consent (member, item, audience, since) values (?, 'FLOWER', 'EVERYONE', now())")
                .param(nadia.value())
                .update();

        var refused = world.post(world.jeanne, "/members/" + nadia + "/departure", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(consents(nadia.value())).isEqualTo(1);

        var left = world.post(world.nadia, "/members/" + nadia + "/departure", "{}");
        assertThat(left.status()).as(left.response().body()).isEqualTo(200);
        assertThat(consents(nadia.value())).isZero();
        assertThat(profiles.offers(nadia)).isEmpty();
    }

    @Test
    void of_who_has_left_no_organisation_is_said() {
        var world = new ApiWorld(program);
        var address = "/members/" + world.nadia.member();
        assertThat(world.post(world.nadia, address + "/departure", "{}").status())
                .isEqualTo(200);
        long before = world.position();
        var refused = world.send(
                world.claire.token(), "PUT", address + "/assigned-organisation", "{\"organisation\": null}", _ -> {});
        assertThat(refused.text("/reason")).as(refused.response().body()).isEqualTo("not-an-active-member");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(world.position()).isEqualTo(before);
    }

    private long consents(java.util.UUID member) {
        return jdbc.sql("select count(*) from web.consent where member = ?")
                .param(member)
                .query(Long.class)
                .single();
    }
}
