package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers under /api/v1 what no endpoint answers: an address that is none, or a method that it does not know. */
@RestController
class UnknownAddress {

    static final String EVERYTHING = "/api/v1/**";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** @param mappings asked for late: the mapping knows this controller too */
    UnknownAddress(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping(EVERYTHING)
    void unknown(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        var allowed = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> !patterns(info).contains(EVERYTHING) && matches(info, path))
                .flatMap(info -> info.getMethodsCondition().getMethods().stream())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (allowed.isEmpty()) {
            throw new ApiProblem(Fault.UNKNOWN_ADDRESS);
        }
        // The method is known here, so the mapping refused what the body says that it is.
        if (allowed.contains(request.getMethod())) {
            throw new ApiProblem(Fault.WRONG_CONTENT_TYPE);
        }
        throw new ApiProblem(Fault.WRONG_METHOD, List.of(), Map.of("allowed", String.join(", ", allowed)));
    }

    private static java.util.Set<String> patterns(RequestMappingInfo info) {
        return info.getPatternValues();
    }

    private static boolean matches(RequestMappingInfo info, PathContainer path) {
        var condition = info.getPathPatternsCondition();
        return condition != null && condition.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
