package org.maillage.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.maillage.web.api.json.BodyTooLarge;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Bounds the bodies of the API, also those that do not say how long they are. */
@Component
final class BodyLimit extends OncePerRequestFilter {

    /** A claim of 50 shares with all that may be said of it is about 200 KB. */
    static final long JSON_BYTES = 1L << 20;

    /** A file of evidence, PRODUCT: 10 MB. */
    static final long FILE_BYTES = 10L << 20;

    // Patterns read the path as the mapping does, decoded: written otherwise, an address has the same bound.
    private static final PathPattern API = pattern("/api/**");
    private static final PathPattern IMPORTS = pattern("/api/v1/imports/**");
    private static final PathPattern EVIDENCE = pattern("/api/v1/evidence/**");

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    /** Imports bound their own files. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = path(request);
        return !API.matches(path) || IMPORTS.matches(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long bound = EVIDENCE.matches(path(request)) ? FILE_BYTES : JSON_BYTES;
        if (request.getContentLengthLong() > bound) {
            problems.write(Fault.BODY_TOO_LARGE, request, response);
            return;
        }
        chain.doFilter(new Bounded(request, bound), response);
    }

    private static PathPattern pattern(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }

    private static PathContainer path(HttpServletRequest request) {
        return PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long bound;

        Bounded(HttpServletRequest request, long bound) {
            super(request);
            this.bound = bound;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), bound);
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private final long bound;
        private long read;

        BoundedStream(ServletInputStream inner, long bound) {
            this.inner = inner;
            this.bound = bound;
        }

        @Override
        public int read() throws IOException {
            int value = inner.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = inner.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > bound) {
                throw new BodyTooLarge(bound);
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
