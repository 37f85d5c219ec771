package org.maillage.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maillage.web.api.json.FieldFault;
import org.maillage.web.api.json.ReadableText;
import org.maillage.web.api.problem.ApiProblem;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.maillage.web.security.Viewers;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives an endpoint who asks, and reads the headers that all endpoints share. */
final class AskedArgument implements HandlerMethodArgumentResolver {

    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 200;

    private final Viewers viewers;

    AskedArgument(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var viewer = viewers.of(authentication, request).orElseThrow(() -> new ApiProblem(Fault.SIGN_IN_NEEDED));
        if (!viewer.mayWrite() && !reads(request.getMethod())) {
            throw new ApiProblem(Fault.NOT_ALLOWED);
        }
        return new Asked(
                viewer,
                key(request),
                request.getHeader(HttpHeaders.IF_MATCH),
                request.getHeader(HttpHeaders.IF_NONE_MATCH),
                Problems.language(request));
    }

    private static boolean reads(String method) {
        return HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method);
    }

    private static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader(KEY);
        if (key == null) {
            return null;
        }
        if (key.isBlank()) {
            throw ApiProblem.invalid(FieldFault.header(KEY, "blank"));
        }
        if (key.length() > LONGEST_KEY) {
            throw ApiProblem.invalid(FieldFault.header(KEY, "too-long", LONGEST_KEY));
        }
        if (!ReadableText.is(key)) {
            throw ApiProblem.invalid(FieldFault.header(KEY, "text-unreadable"));
        }
        return key;
    }
}
