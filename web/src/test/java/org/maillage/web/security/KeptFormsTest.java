package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.testing.RunningProgram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@RunningProgram
class KeptFormsTest {

    @Autowired
    KeptForms forms;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing_is_kept() {
        jdbc.sql("delete from web.kept_form").update();
    }

    @Test
    void one_source_keeps_so_many_forms_and_another_still_keeps_its_own() {
        for (int i = 0; i < 70; i++) {
            keep("203.0.113.7");
        }
        assertThat(rows()).isBetween(60L, 61L);
        long before = rows();
        assertThat(keep("203.0.113.8").getHeader("Set-Cookie")).startsWith("reprise=");
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void so_many_are_kept_in_all_and_the_oldest_go_first() {
        jdbc.sql("""
            insert into web.kept_form (id, sealed, expires_at)
            select sha256(convert_to('form ' || n, 'UTF8')), ''::bytea,
                now() + interval '1 minute' + n * interval '1 ms'
            from generate_series(1, 2100) n
            """).update();

        keep("203.0.113.9");

        assertThat(rows()).isEqualTo(2_000);
        assertThat(jdbc.sql("select count(*) from web.kept_form where sealed <> ''::bytea")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        nothing_is_kept();
    }

    @Test
    void only_what_a_page_of_this_site_sends_is_kept() {
        var here = Map.of("Origin", "http://localhost", "Host", "localhost");
        for (var own : List.of(here, Map.of("Sec-Fetch-Site", "same-origin"), Map.of("Sec-Fetch-Site", "none"))) {
            assertThat(keep("203.0.113.10", own).getHeader("Set-Cookie"))
                    .as(own.toString())
                    .startsWith("reprise=");
        }
        for (var foreign : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://ailleurs.example", "Host", "localhost"),
                Map.of("Origin", "null", "Host", "localhost"))) {
            assertThat(keep("203.0.113.10", foreign).getHeader("Set-Cookie"))
                    .as(foreign.toString())
                    .isNull();
        }
        assertThat(rows()).isEqualTo(3);
    }

    private MockHttpServletResponse keep(String source) {
        return keep(source, Map.of());
    }

    private MockHttpServletResponse keep(String source, Map<String, String> headers) {
        var request = new MockHttpServletRequest("POST", "/declarer");
        request.setServletPath("/declarer");
        request.setRemoteAddr(source);
        headers.forEach(request::addHeader);
        request.addParameter("sentence", "Huit personnes.");
        request.addParameter("_auteur", "somebody");
        var response = new MockHttpServletResponse();
        forms.keep(request, response);
        return response;
    }

    private long rows() {
        return jdbc.sql("select count(*) from web.kept_form").query(Long.class).single();
    }
}
