package org.maillage.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions of another repository, written where something in them has changed. That one was used is written once a minute:
 * each page else were a write and its commit. And a request, which asks for its session again once it has answered, is
 * given the one that it has.
 */
final class SeldomWritten<S extends Session>
        implements FindByIndexNameSessionRepository<SeldomWritten.Visit<S>>, Filter {

    /** How exactly it is known when a session was last used. */
    static final Duration EXACT = Duration.ofMinutes(1);

    private static final ThreadLocal<Answering> REQUESTS = new ThreadLocal<>();

    private final FindByIndexNameSessionRepository<S> sessions;

    SeldomWritten(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    /** What the request of a thread has saved last. */
    private static final class Answering {
        private @Nullable Visit<?> saved;
    }

    /** Around all that a request asks of sessions. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var outer = REQUESTS.get();
        REQUESTS.set(new Answering());
        try {
            chain.doFilter(request, response);
        } finally {
            if (outer == null) {
                REQUESTS.remove();
            } else {
                REQUESTS.set(outer);
            }
        }
    }

    @Override
    public Visit<S> createSession() {
        return new Visit<>(sessions.createSession(), true);
    }

    @Override
    public void save(Visit<S> visit) {
        if (visit.changed) {
            sessions.save(visit.session);
            visit.changed = false;
        }
        know(visit);
    }

    @Override
    @SuppressWarnings("unchecked") // there is one repository of sessions
    public @Nullable Visit<S> findById(String id) {
        var request = REQUESTS.get();
        if (request != null && request.saved != null && request.saved.getId().equals(id)) {
            return (Visit<S>) request.saved;
        }
        var session = sessions.findById(id);
        return session == null ? null : new Visit<>(session, false);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
        know(null);
    }

    private void know(@Nullable Visit<S> visit) {
        var request = REQUESTS.get();
        if (request != null) {
            request.saved = visit;
        }
    }

    @Override
    public Map<String, Visit<S>> findByIndexNameAndIndexValue(String name, String value) {
        return sessions.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, found -> new Visit<>(found.getValue(), false)));
    }

    /** A session, and whether it is to be written. */
    static final class Visit<S extends Session> implements Session {

        private final S session;
        private boolean changed;

        private Visit(S session, boolean isNew) {
            this.session = session;
            this.changed = isNew;
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return session.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the signature is Spring Session's
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            changed = true;
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (Duration.between(session.getLastAccessedTime(), now).compareTo(EXACT) >= 0) {
                changed = true;
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
