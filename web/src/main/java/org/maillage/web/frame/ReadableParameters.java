package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.maillage.ledger.Reason;
import org.maillage.ledger.Refused;
import org.maillage.web.api.json.ReadableText;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses, before any page reads it, a query or a form that holds what no reader sees as it was written. The API and
 * the Host API answer for their own parameters.
 */
@Configuration(proxyBeanMethods = false)
class ReadableParameters implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).excludePathPatterns("/api/v1/**", "/ims/**", "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true;
        }
        request.getParameterMap().forEach((name, values) -> {
            Refused.when(!ReadableText.is(name), Reason.TEXT_UNREADABLE);
            Refused.when(!Arrays.stream(values).allMatch(ReadableText::is), Reason.TEXT_UNREADABLE);
        });
        return true;
    }
}
