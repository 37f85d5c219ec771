package org.maillage.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** French first, English complete: every bundle of {@code messages/} in both. */
@Configuration(proxyBeanMethods = false)
public class Languages {

    /** What pages are written in; the first is for whoever asks for another. */
    static final List<Locale> ALL = List.of(Locale.FRENCH, Locale.ENGLISH);

    static final Duration REMEMBERED = Duration.ofDays(365);

    private static final String SUFFIX = "_fr.properties";

    @Bean
    MessageSource messageSource() {
        return messages();
    }

    /** The words of every bundle, for whatever runs without pages too. */
    public static MessageSource messages() {
        var source = new Typography();
        source.setBasenames(bundles());
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(ALL.getFirst());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    /** Names of the bundles, such as {@code messages/shell}. */
    static String[] bundles() {
        return Arrays.stream(found())
                .map(resource -> Objects.requireNonNull(resource.getFilename()))
                .map(name -> "messages/" + name.substring(0, name.length() - SUFFIX.length()))
                .sorted()
                .toArray(String[]::new);
    }

    private static Resource[] found() {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*" + SUFFIX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("langue");
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::preferred);
        return resolver;
    }

    // What the browser asks for, in its order.
    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return ALL.getFirst();
        }
        var asked = request.getLocales();
        while (asked.hasMoreElements()) {
            var language = asked.nextElement().getLanguage();
            for (var locale : ALL) {
                if (locale.getLanguage().equals(language)) {
                    return locale;
                }
            }
        }
        return ALL.getFirst();
    }
}
