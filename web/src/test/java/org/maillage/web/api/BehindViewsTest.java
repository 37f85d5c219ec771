package org.maillage.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BehindViewsTest {

    private final AtomicLong views = new AtomicLong(10);
    private final AtomicLong journal = new AtomicLong(10);
    private final List<Long> waitedFor = new ArrayList<>();
    private final BehindViews behind = new BehindViews(views::get, journal::get, waitedFor::add);

    @Test
    void what_views_that_hold_everything_do_not_know_does_not_exist() throws Exception {
        assertThat(mayHold("a")).isFalse();
        assertThat(waitedFor).isEmpty();
    }

    @Test
    void what_views_that_are_behind_do_not_know_may_exist_until_they_hold_what_was_recorded_then() throws Exception {
        journal.set(20);
        assertThat(mayHold("a")).isTrue();
        assertThat(waitedFor).containsExactly(20L);

        // The journal goes on, and the views never catch up with it.
        journal.set(30);
        views.set(19);
        assertThat(mayHold("a")).isTrue();
        journal.set(40);
        views.set(20);
        assertThat(mayHold("a")).isFalse();
        assertThat(waitedFor).containsExactly(20L, 20L);
    }

    @Test
    void each_address_and_each_question_after_an_answer_begins_anew() throws Exception {
        journal.set(20);
        assertThat(mayHold("a")).isTrue();
        journal.set(30);
        views.set(25);
        assertThat(mayHold("b")).isTrue();
        assertThat(mayHold("a")).isFalse();
        assertThat(mayHold("a")).isTrue();
        assertThat(waitedFor).containsExactly(20L, 30L, 30L);
    }

    private boolean mayHold(String what) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/api/v1/contributions/" + what);
        behind.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return behind.mayHold(request);
    }
}
