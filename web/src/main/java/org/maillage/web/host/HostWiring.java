package org.maillage.web.host;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.maillage.web.api.problem.Problems;
import org.maillage.web.host.oauth.OAuthAddresses;
import org.maillage.web.host.oauth.WalletAuthentication;
import org.maillage.web.host.oauth.WalletDoor;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The door of the Host API, and of what applications read before they have any token. */
@Configuration(proxyBeanMethods = false)
class HostWiring {

    @Bean
    FilterRegistrationBean<RefusedByServer> refusedByServer(Problems problems) {
        var registration = new FilterRegistrationBean<>(new RefusedByServer(problems));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    @Order(-1)
    SecurityFilterChain wallets(HttpSecurity http, WalletDoor door, PublicAddress site) {
        var failures = new HostFailures(site);
        return door.open(http)
                .securityMatcher(
                        OAuthAddresses.HOST + "/**",
                        OAuthAddresses.REGISTER,
                        OAuthAddresses.METADATA,
                        OAuthAddresses.RESOURCE)
                .authorizeHttpRequests(requests -> {
                    for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
                        requests.requestMatchers(
                                        method,
                                        OAuthAddresses.HOST + HostDescription.PATH,
                                        OAuthAddresses.METADATA,
                                        OAuthAddresses.RESOURCE)
                                .permitAll();
                    }
                    requests.requestMatchers(HttpMethod.POST, OAuthAddresses.REGISTER)
                            .permitAll();
                    for (var rule : HostRule.values()) {
                        requests.requestMatchers(request -> HostRule.of(request)
                                        .filter(rule::equals)
                                        .isPresent())
                                .access((who, _) -> new AuthorizationDecision(
                                        who.get() instanceof WalletAuthentication wallet && wallet.may(rule.scope())));
                    }
                    requests.anyRequest().denyAll();
                })
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(failures).accessDeniedHandler(failures))
                .build();
    }
}
