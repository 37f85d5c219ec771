package org.maillage.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maillage.web.security.SeldomWritten.Visit;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** What is written of sessions, and read. */
class SeldomWrittenTest {

    private final Counting kept = new Counting();
    private final SeldomWritten<MapSession> sessions = new SeldomWritten<>(kept);
    private String id = "";

    @BeforeEach
    void one() {
        var session = sessions.createSession();
        session.setAttribute("qui", "Nadia");
        sessions.save(session);
        id = session.getId();
        assertThat(kept.written).isEqualTo(1);
    }

    private Visit<MapSession> found() {
        var session = sessions.findById(id);
        assertThat(session).isNotNull();
        return session;
    }

    @Test
    void that_it_was_used_is_written_once_a_minute() {
        var used = found().getLastAccessedTime();
        for (int seconds = 1; seconds < 60; seconds++) {
            touch(used.plusSeconds(seconds));
        }
        assertThat(kept.written).isEqualTo(1);
        assertThat(found().getLastAccessedTime()).isEqualTo(used);

        touch(used.plusSeconds(60));
        touch(used.plusSeconds(119));
        assertThat(kept.written).isEqualTo(2);
        assertThat(found().getLastAccessedTime()).isEqualTo(used.plusSeconds(60));
    }

    private void touch(Instant now) {
        var session = found();
        session.setLastAccessedTime(now);
        sessions.save(session);
    }

    @Test
    void what_changes_is_written_at_once() {
        var session = found();
        session.setAttribute("avis", "C’est envoyé.");
        sessions.save(session);
        sessions.save(session);
        assertThat(kept.written).isEqualTo(2);
        assertThat(found().<String>getAttribute("avis")).isEqualTo("C’est envoyé.");

        session.removeAttribute("avis");
        sessions.save(session);
        assertThat(found().getAttributeNames()).containsExactly("qui");

        id = session.changeSessionId();
        sessions.save(session);
        assertThat(kept.written).isEqualTo(4);
        assertThat(found().<String>getAttribute("qui")).isEqualTo("Nadia");
    }

    @Test
    void a_request_reads_its_session_once_and_the_next_one_anew() throws Exception {
        int before = kept.read;
        for (int requests = 1; requests <= 3; requests++) {
            request(() -> {
                sessions.save(found());
                assertThat(found().<String>getAttribute("qui")).isEqualTo("Nadia");
            });
            assertThat(kept.read).isEqualTo(before + requests);
        }
    }

    @Test
    void a_session_that_was_ended_is_not_found_in_its_own_request_either() throws Exception {
        request(() -> {
            sessions.save(found());
            sessions.deleteById(id);
            assertThat(sessions.findById(id)).isNull();
        });
        assertThat(sessions.findById(id)).isNull();
        assertThat(kept.read).isGreaterThan(1);
    }

    @Test
    void somebodys_sessions_are_found() {
        assertThat(sessions.findByPrincipalName("Nadia")).containsOnlyKeys(id);
    }

    private interface Asking {
        void ask() throws IOException;
    }

    private void request(Asking asking) throws Exception {
        var done = new boolean[1];
        sessions.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest request, jakarta.servlet.ServletResponse response)
                    throws IOException {
                asking.ask();
                done[0] = true;
            }
        });
        assertThat(done[0]).isTrue();
    }

    /** Keeps copies, as a database does, and counts. */
    private static final class Counting implements FindByIndexNameSessionRepository<MapSession> {

        private final Map<String, MapSession> rows = new HashMap<>();
        private int written;
        private int read;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            written++;
            rows.remove(session.getOriginalId());
            rows.put(session.getId(), new MapSession(session));
        }

        @Override
        public @Nullable MapSession findById(String id) {
            read++;
            var row = rows.get(id);
            return row == null ? null : new MapSession(row);
        }

        @Override
        public void deleteById(String id) {
            rows.remove(id);
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return Map.copyOf(rows);
        }
    }
}
