package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class WayTest {

    private static final List<String> NONE_OF_THIS_SITE = List.of(
            "",
            "mailles",
            "//ailleurs.example/moi",
            "/\\ailleurs.example",
            "/moi page",
            "https://ailleurs.example/moi");

    @Test
    void a_way_back_leads_to_a_page_of_this_site_or_home() {
        assertThat(Way.back("/mailles?suite=2")).isEqualTo("/mailles?suite=2");
        assertThat(NONE_OF_THIS_SITE)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Way.back(path)).as(path).isEqualTo("/"));
    }

    @Test
    void the_page_that_a_form_stood_on_is_one_of_this_site_or_unknown() {
        assertThat(Way.from(from("http://localhost/mailles?suite=2"))).hasValue("/mailles?suite=2");
        assertThat(Way.from(from("http://localhost/"))).hasValue("/");
        for (var page : List.of(
                "http://localhost",
                "http://localhost//ailleurs.example/moi",
                "mailto:nadia@localhost",
                "moi page",
                "")) {
            assertThat(Way.from(from(page))).as(page).isEmpty();
            assertThat(WrittenForm.of("/merci", from(page)).page()).as(page).isEmpty();
        }
        assertThat(Way.from(new MockHttpServletRequest())).isEmpty();
    }

    private static MockHttpServletRequest from(String page) {
        var request = new MockHttpServletRequest();
        request.addHeader("Referer", page);
        return request;
    }
}
