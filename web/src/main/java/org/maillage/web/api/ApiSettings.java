package org.maillage.web.api;

import java.util.List;
import org.maillage.web.api.json.ApiJson;
import org.maillage.web.security.Viewers;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the endpoints of the API share. */
@Configuration(proxyBeanMethods = false)
class ApiSettings implements WebMvcConfigurer {

    private final Viewers viewers;

    ApiSettings(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(ApiJson.mapper()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedArgument(viewers));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new JsonAccepted()).addPathPatterns("/api/v1/**");
        interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/v1/**");
    }
}
