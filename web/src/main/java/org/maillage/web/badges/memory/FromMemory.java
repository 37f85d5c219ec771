package org.maillage.web.badges.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers strangers who open public badges from memory, before anything else is asked who they are: what is kept was
 * given to a stranger, with all of its headers, and rests on nothing of theirs but language and theme.
 */
final class FromMemory implements Filter {

    private static final long MOST_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    // Small answers count for so much, so that their number is bounded too.
    private static final int LEAST_WEIGHT = 8 << 10;

    private final Freshness freshness;
    private final LocaleResolver languages;
    private final Cache<Asked, KeptAnswer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Asked, KeptAnswer>weigher((_, answer) -> Math.max(LEAST_WEIGHT, answer.size()))
            .expireAfterWrite(Freshness.longest())
            .build();

    FromMemory(Freshness freshness, LocaleResolver languages) {
        this.freshness = freshness;
        this.languages = languages;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        filter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = isRead(request) ? Asked.of(request, languages) : null;
        var kept = asked == null ? null : answers.getIfPresent(asked);
        if (kept != null && freshness.holds(kept.basis(), kept.read())) {
            kept.give(request, response);
        } else if (asked == null || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
        } else {
            answers.invalidate(asked);
            ask(asked, request, response, chain);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private void ask(Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var moment = freshness.now();
        // Whether somebody has it already is for this filter to say, of the whole answer.
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Whole(request), answer);
        var found = keep(asked, request, answer, moment);
        if (found == null) {
            if (!response.isCommitted()) {
                answer.copyBodyToResponse();
            }
        } else {
            found.give(request, response);
        }
    }

    private @Nullable KeptAnswer keep(
            Asked asked, HttpServletRequest request, ContentCachingResponseWrapper answer, Freshness.Moment moment) {
        boolean whole =
                answer.getStatus() == HttpServletResponse.SC_OK || answer.getStatus() == HttpServletResponse.SC_GONE;
        if (!whole
                || answer.isCommitted()
                || answer.getContentType() == null
                || answer.containsHeader(HttpHeaders.SET_COOKIE)
                || !(request.getAttribute(Basis.OF_REQUEST) instanceof Basis basis)) {
            return null;
        }
        var kept = KeptAnswer.of(answer, asked, basis, moment);
        answers.put(asked, kept);
        return kept;
    }
}
