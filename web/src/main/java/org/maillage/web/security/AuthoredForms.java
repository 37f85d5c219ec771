package org.maillage.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Adds to every form that a template writes, beside its CSRF token, whose it is. */
@Configuration(proxyBeanMethods = false)
class AuthoredForms {

    // What writes the CSRF token is a bean of the framework's own name: it is wrapped rather than replaced.
    @Bean
    static BeanPostProcessor authorOfForms(ObjectProvider<FormAuthors> authors, ObjectProvider<Viewers> viewers) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor fields ? new Authored(fields, authors, viewers) : bean;
            }
        };
    }

    private record Authored(
            RequestDataValueProcessor fields, ObjectProvider<FormAuthors> authors, ObjectProvider<Viewers> viewers)
            implements RequestDataValueProcessor {

        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var extra = fields.getExtraHiddenFields(request);
            var viewer = viewers.getObject()
                    .ifKnown(SecurityContextHolder.getContext().getAuthentication(), request);
            if (extra == null || extra.isEmpty() || viewer.isEmpty()) {
                return extra;
            }
            var all = new LinkedHashMap<>(extra);
            all.put(FormAuthors.FIELD, authors.getObject().of(viewer.get()));
            return all;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return fields.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return fields.processFormFieldValue(request, name, value, type);
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return fields.processUrl(request, url);
        }
    }
}
