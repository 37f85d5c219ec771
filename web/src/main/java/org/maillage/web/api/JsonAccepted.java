package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses who cannot read the answer before anything is done, rather than after. */
final class JsonAccepted implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && !isFile(request.getRequestURI()) && !takesJson(accept)) {
            throw new ApiProblem(Fault.NOT_ACCEPTABLE);
        }
        return true;
    }

    /** A file is answered as what it is. */
    private static boolean isFile(String path) {
        return path.startsWith("/api/v1/evidence/") || path.endsWith(".csv");
    }

    private static boolean takesJson(String accept) {
        try {
            var types = MediaType.parseMediaTypes(accept);
            return types.isEmpty()
                    || types.stream().anyMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON));
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }
}
