package org.maillage.web.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.maillage.ledger.journal.Journal;
import org.maillage.projection.Projections;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whether what the views do not know may just have been recorded, so that nobody is told that what was
 * acknowledged to them does not exist. It remembers how far the journal was when something was first asked for: once the
 * views hold that much, the answer is sure, however far the journal has gone on meanwhile.
 */
@Component
@Order(BehindViews.INSIDE_AWAY_ANSWERS)
final class BehindViews extends OncePerRequestFilter {

    /** Before Spring Security (-100), which asks the views too. */
    static final int INSIDE_AWAY_ANSWERS = -150;

    private static final String HELD = BehindViews.class.getName();
    private static final String API = "/api/v1/";

    private final LongSupplier views;
    private final LongSupplier recorded;
    private final LongPredicate reached;
    private final Cache<UUID, Long> asked = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @Autowired
    BehindViews(Projections views, Journal journal) {
        this(views::position, journal::position, views::awaitPosition);
    }

    /**
     * @param views position of the views
     * @param recorded position of the journal
     * @param reached waits a little for the views to hold a position, and tells whether they do
     */
    BehindViews(LongSupplier views, LongSupplier recorded, LongPredicate reached) {
        this.views = views;
        this.recorded = recorded;
        this.reached = reached;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(API);
    }

    /** What the views held before anything was asked of them. */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(HELD, views.getAsLong());
        chain.doFilter(request, response);
    }

    /** Whether the journal may hold what this request did not find; then the views were waited for, two seconds at most. */
    boolean mayHold(HttpServletRequest request) {
        if (!(request.getAttribute(HELD) instanceof Long held)) {
            return false;
        }
        var what = what(request);
        var first = asked.getIfPresent(what);
        long reach = first == null ? recorded.getAsLong() : first;
        if (held >= reach) {
            asked.invalidate(what);
            return false;
        }
        asked.put(what, reach);
        // Its outcome says nothing of what was read before; who asks again is answered from what is held then.
        boolean _ = reached.test(reach);
        return true;
    }

    private static UUID what(HttpServletRequest request) {
        var who = String.valueOf(
                request.getUserPrincipal() == null
                        ? ""
                        : request.getUserPrincipal().getName());
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        return KeyedIds.of(who, request.getMethod(), request.getRequestURI() + "?" + query);
    }
}
