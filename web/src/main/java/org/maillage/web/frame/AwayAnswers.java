package org.maillage.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maillage.projection.Away;
import org.maillage.web.RefusalStatus;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what cannot be answered because a database is away: with 503 and when to come back, wherever it was missed,
 * also where somebody is let in and where a page is written.
 */
@Component
@Order(AwayAnswers.AROUND_SECURITY)
final class AwayAnswers extends OncePerRequestFilter {

    /** Inside the sessions, around Spring Security (-100). */
    static final int AROUND_SECURITY = -200;

    private static final Logger LOG = LoggerFactory.getLogger(AwayAnswers.class);
    private static final String SECONDS = "60";

    private final Problems problems;

    AwayAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!Away.isWhy(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("a database is away: {} {}: {}", request.getMethod(), request.getRequestURI(), why(failure));
            response.resetBuffer();
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(Fault.DATABASE_AWAY, request, response);
            } else {
                response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
                response.sendError(RefusalStatus.UNAVAILABLE.value());
            }
        }
    }

    private static String why(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
