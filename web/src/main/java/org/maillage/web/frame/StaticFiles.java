package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * What pages are made of: each file is named by a hash of its content in every link that a template writes with
 * {@code @{…}} and in every {@code url(…)} of a stylesheet, so a browser may keep it for a year. Under its bare name,
 * whose content changes, a browser asks again each time.
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
        add(registry, "/robots.txt", "classpath:/static/");
    }

    // Files of an archive may all bear one date, which would say nothing of a change: the content does.
    private static void add(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache().cachePublic())
                .setUseLastModified(false)
                .setEtagGenerator(StaticFiles::tag)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addTransformer(new LongLife())
                .addTransformer(new CssLinkResourceTransformer());
    }

    private static String tag(Resource file) {
        try (var content = file.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says of what was asked for by the hash of its content, and of that alone, that it may be kept. */
    private static final class LongLife implements ResourceTransformer {

        @Override
        public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
                throws IOException {
            var transformed = chain.transform(request, file);
            return file instanceof HttpResource versioned
                    ? new KeptAYear(transformed, versioned.getResponseHeaders())
                    : transformed;
        }
    }

    private static final class KeptAYear extends TransformedResource implements HttpResource {

        private final HttpHeaders headers;

        KeptAYear(Resource file, HttpHeaders versioned) throws IOException {
            super(file, file.getContentAsByteArray());
            headers = new HttpHeaders(versioned);
            headers.setCacheControl(A_YEAR);
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            return headers;
        }
    }
}
