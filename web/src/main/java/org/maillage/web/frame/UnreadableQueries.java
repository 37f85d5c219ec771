package org.maillage.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a query or a form that is no text, such as bad UTF-8, as the sender's fault: nothing is wrong here. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class UnreadableQueries extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            // Read before anything else does; of a form the body is left to whoever may limit it.
            if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                request.getParameterMap();
            }
            chain.doFilter(request, response);
        } catch (InvalidParameterException unreadable) {
            LoggerFactory.getLogger(UnreadableQueries.class).debug("a query that is no text", unreadable);
            response.sendError(unreadable.getErrorCode());
        }
    }
}
