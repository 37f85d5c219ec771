package org.maillage.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.servlet.FlashMap;

/** What pages are to say once. */
class FewFlashesTest {

    private final FewFlashes flashes = new FewFlashes();
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void a_session_keeps_the_newest_eight_however_many_forms_were_sent_and_never_followed() {
        for (int i = 0; i < 20; i++) {
            var said = new FlashMap();
            said.setTargetRequestPath("/page/" + i);
            said.put("notice", "form " + i);
            flashes.saveOutputFlashMap(said, asked("/page/" + i), new MockHttpServletResponse());
        }

        var found = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            said(i, found);
        }

        assertThat(found)
                .containsExactly(
                        "form 12", "form 13", "form 14", "form 15", "form 16", "form 17", "form 18", "form 19");
    }

    private void said(int page, List<String> found) {
        var map = flashes.retrieveAndUpdate(asked("/page/" + page), new MockHttpServletResponse());
        if (map != null) {
            found.add((String) Objects.requireNonNull(map.get("notice")));
        }
    }

    private MockHttpServletRequest asked(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        return request;
    }
}
