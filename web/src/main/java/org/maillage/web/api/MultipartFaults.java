package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers a body that is not in parts where parts are read, or whose parts cannot be taken apart: mostly no controller is
 * reached, so no advice of theirs is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MultipartFaults implements HandlerExceptionResolver {

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private final Problems problems;

    MultipartFaults(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!(fault instanceof MultipartException)) {
            return null;
        }
        var tooMuch = fault instanceof MaxUploadSizeExceededException;
        try {
            if (API.matches(PathContainer.parsePath(request.getRequestURI()))) {
                problems.write(tooMuch ? Fault.BODY_TOO_LARGE : Fault.INVALID_REQUEST, request, response);
            } else if (tooMuch) {
                return null;
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
