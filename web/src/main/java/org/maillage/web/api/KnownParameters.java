package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.json.ReadableText;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a query that an endpoint does not know: a misspelt {@code asOf} must not answer for today. */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query == null
                || query.isEmpty()
                || !(handler instanceof HandlerMethod method)
                || method.getBeanType() == UnknownAddress.class) {
            return true;
        }
        var known = known(method);
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            var name = decode(parts[0]);
            if (parts.length == 2 && !ReadableText.is(decode(parts[1]))) {
                throw ApiProblem.invalid(FieldFault.parameter(shown(name), "text-unreadable"));
            }
            if (!name.isEmpty() && !known.contains(name)) {
                throw ApiProblem.invalid(FieldFault.parameter(shown(name), "unknown-parameter"));
            }
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(parameter -> parameter.getName())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String shown(String name) {
        var cut = name.length() <= 60 ? name : name.substring(0, 60);
        return ReadableText.is(cut) ? cut : "?";
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ApiProblem(Fault.BAD_ADDRESS);
        }
    }
}
