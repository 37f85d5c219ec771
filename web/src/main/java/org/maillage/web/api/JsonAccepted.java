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
        if (accept != null && !request.getRequestURI().startsWith("/api/v1/evidence/") && !takesJson(accept)) {
            throw new ApiProblem(Fault.NOT_ACCEPTABLE);
        }
        return true;
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
