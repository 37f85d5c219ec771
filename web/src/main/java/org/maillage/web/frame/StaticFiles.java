package org.maillage.web.frame;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * What pages are made of: each file is named by a hash of its content in every link that a template writes with
 * {@code @{…}} and in every {@code url(…)} of a stylesheet, so a browser may keep it for a year.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final CacheControl A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final List<String> FOLDERS = List.of("css", "fonts", "images", "js");

    // One handler a folder, rather than one for all addresses: a link to a page is then never looked for among the
    // files.
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : FOLDERS) {
            add(registry, "/" + folder + "/**", "classpath:/static/" + folder + "/");
        }
        add(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        add(registry, "/icons*.svg", "classpath:/static/");
        add(registry, "/favicon*.svg", "classpath:/static/");
        // There is none: asked for by browsers that read something other than a page.
        add(registry, "/favicon.ico", "classpath:/static/");
    }

    private static void add(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(A_YEAR)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
