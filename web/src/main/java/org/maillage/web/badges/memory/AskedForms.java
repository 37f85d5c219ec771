package org.maillage.web.badges.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The page of a badge is an answer to people; a program that asks the same address for JSON, a token or a picture gets that.
 * Who accepts anything, such as what makes previews of links, reads the page. After security, whose table has both.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class AskedForms extends OncePerRequestFilter {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("application/json", ".json"),
            Map.entry("application/ld+json", ".json"),
            Map.entry("application/vc", ".json"),
            Map.entry("application/vc+ld+json", ".json"),
            Map.entry("application/vc+jwt", ".jwt"),
            Map.entry("application/jwt", ".jwt"),
            Map.entry("application/jose", ".jwt"),
            Map.entry("image/svg+xml", ".svg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/*", ".png"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("text/html", ""),
            Map.entry("application/xhtml+xml", ""),
            Map.entry("*/*", ""));

    // Browsers of one make ask in one way; what was read of it before need not be read again.
    private static final Cache<String, String> KNOWN =
            Caffeine.newBuilder().maximumSize(500).build();

    private static final Pattern PAGE = Pattern.compile("/b/[^/.]{1,40}");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !read || !PAGE.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        var ending = ending(request);
        if (ending.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            // Not a forward, which would end the answer before whoever keeps it has read it.
            chain.doFilter(new Form(request, ending), response);
        }
    }

    /** The form that a request for a page asks for, by its ending; empty for the page itself. */
    static String ending(HttpServletRequest request) {
        return KNOWN.get(
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse(""), AskedForms::wanted);
    }

    private static String wanted(String accept) {
        return accepted(accept).stream()
                .map(AskedForms::ending)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** The types that are asked for, what is wanted most first. */
    private static List<MediaType> accepted(String accept) {
        try {
            var types = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(types);
            types.sort((a, b) -> Double.compare(b.getQualityValue(), a.getQualityValue()));
            return types;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return List.of();
        }
    }

    /** The form of a type, empty for the page; nothing where the type says neither. */
    private static Optional<String> ending(MediaType type) {
        return Optional.ofNullable(ENDINGS.get(type.getType() + "/" + type.getSubtype()));
    }

    /** A request for the page, asked at the address of a form. */
    private static final class Form extends HttpServletRequestWrapper {

        private final String ending;

        Form(HttpServletRequest request, String ending) {
            super(request);
            this.ending = ending;
        }

        @Override
        public String getRequestURI() {
            return super.getRequestURI() + ending;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath() + ending;
        }
    }
}
