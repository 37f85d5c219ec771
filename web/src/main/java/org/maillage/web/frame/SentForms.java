package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.maillage.web.security.KeptForms;
import org.maillage.web.security.Viewers;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A form that was kept over a sign-in is forgotten once it was sent and taken. */
@Configuration(proxyBeanMethods = false)
class SentForms implements WebMvcConfigurer, HandlerInterceptor {

    private final KeptForms kept;
    private final Viewers viewers;

    SentForms(KeptForms kept, Viewers viewers) {
        this.kept = kept;
        this.viewers = viewers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/v1/**", "/error", "/declarer", "/connexion/**");
    }

    // What was taken is answered by the way to where it shows; anything else is a form on its way.
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var view = page == null ? null : page.getViewName();
        if (!request.getMethod().equals("POST")
                || response.getStatus() >= HttpStatus.BAD_REQUEST.value()
                || view == null
                || !view.startsWith("redirect:")) {
            return;
        }
        viewers.of(SecurityContextHolder.getContext().getAuthentication(), request)
                .ifPresent(viewer -> kept.sent(viewer, request, response));
    }
}
