package org.maillage.web.badges.memory;

import java.time.Clock;
import org.maillage.badge.Badges;
import org.maillage.projection.Projections;
import org.maillage.web.profile.ProfileChanges;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** Puts what is kept in memory before everything else that answers. */
@Configuration(proxyBeanMethods = false)
class MemoryWiring {

    @Bean
    Freshness freshness(Badges badges, Projections views, ProfileChanges profiles, Clock clock) {
        var freshness = new Freshness(badges, views, profiles, clock);
        badges.watch(freshness);
        return freshness;
    }

    @Bean
    FilterRegistrationBean<FromMemory> fromMemory(Freshness freshness, LocaleResolver localeResolver) {
        var registration = new FilterRegistrationBean<>(new FromMemory(freshness, localeResolver));
        registration.addUrlPatterns("/b/*", "/ob2/b/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
