package org.maillage.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.maillage.web.frame.FormAnswers.Answer;
import org.maillage.web.security.KeptForms;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a form that was not taken with the way to the page that says so, for every form at once: that page was then
 * asked for as any other, so that reloading it or going back to it sends nothing again and is never refused.
 */
@Component
final class AnsweredForms extends OncePerRequestFilter {

    private final FormAnswers answers;

    AnsweredForms(FormAnswers answers) {
        this.answers = answers;
    }

    // A script reads the answer itself, and leaves nothing to go back to.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return !request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/api/")
                || request.getHeader("HX-Request") != null
                || (mode != null && !mode.equals("navigate"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        var address = isShown(request, held)
                ? answers.keep(new Answer(held.getStatus(), text(held)), request)
                : Optional.<String>empty();
        if (address.isEmpty()) {
            held.copyBodyToResponse();
            return;
        }
        response.resetBuffer();
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address.get());
    }

    private static String text(ContentCachingResponseWrapper held) {
        return new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    // What was taken shows secrets at most once, so only what was not is kept; and the steps of a claim on its way.
    private static boolean isShown(HttpServletRequest request, ContentCachingResponseWrapper held) {
        var type = held.getContentType();
        return held.getContentSize() > 0
                && !held.isCommitted()
                && type != null
                && type.startsWith("text/html")
                && (held.getStatus() >= HttpStatus.BAD_REQUEST.value()
                        || request.getRequestURI().equals(KeptForms.CLAIM));
    }
}
