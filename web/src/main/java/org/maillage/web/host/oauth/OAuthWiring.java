package org.maillage.web.host.oauth;

import java.time.Clock;
import org.maillage.web.security.SafeHeaders;
import org.maillage.web.wiring.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The door by which applications come: asking a member, exchanging what the member gave for tokens, ending them. What
 * the server could do beyond (introspection, tokens that are signed, other grants) has no address here.
 */
@Configuration(proxyBeanMethods = false)
class OAuthWiring {

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .authorizationEndpoint(OAuthAddresses.AUTHORIZE)
                .tokenEndpoint(OAuthAddresses.TOKEN)
                .tokenRevocationEndpoint(OAuthAddresses.REVOKE)
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain walletsAsk(
            HttpSecurity http,
            WalletClients clients,
            Authorizations authorizations,
            Agreements agreements,
            WalletThrottles throttles,
            SecurityContextRepository contexts,
            PublicAddress site,
            Clock clock) {
        SafeHeaders.on(http);
        RequestMatcher authorize = PathPatternRequestMatcher.withDefaults().matcher(OAuthAddresses.AUTHORIZE);
        var tokens = new Throttled(throttles.tokens(), new NegatedRequestMatcher(authorize));
        return http.securityMatcher(OAuthAddresses.AUTHORIZE, OAuthAddresses.TOKEN, OAuthAddresses.REVOKE)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server(server, clients, authorizations, agreements, new WayBack(site), clock))
                .cors(cors -> cors.configurationSource(WalletCors.source()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(tokens, SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(OAuthAddresses.TOKEN, OAuthAddresses.REVOKE)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        failures -> failures.defaultAuthenticationEntryPointFor(new SignInForConsent(), authorize))
                .build();
    }

    private static void server(
            OAuth2AuthorizationServerConfigurer server,
            WalletClients clients,
            Authorizations authorizations,
            Agreements agreements,
            WayBack back,
            Clock clock) {
        server.registeredClientRepository(clients)
                .authorizationService(authorizations)
                .authorizationConsentService(agreements)
                .tokenGenerator(new WalletTokens(clock))
                .authorizationEndpoint(endpoint -> endpoint.consentPage(OAuthAddresses.CONSENT)
                        .authorizationResponseHandler(back)
                        .errorResponseHandler(new AuthorizationRefused(clients, back))
                        .authenticationProviders(providers -> providers.stream()
                                .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                                .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                                .forEach(provider -> provider.setAuthenticationValidator(
                                        new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                                                .andThen(new AskedPlainly())))))
                // Nothing that would fetch keys from an address that an application names, and no secret in a body.
                .clientAuthentication(proofs -> proofs.authenticationConverters(converters -> {
                            converters.clear();
                            converters.add(new ClientSecretBasicAuthenticationConverter());
                            converters.add(new PublicClientAuthenticationConverter());
                            converters.add(new KnownPublicClient.Asking());
                        })
                        .authenticationProviders(providers -> {
                            var secrets = new ClientSecretAuthenticationProvider(clients, authorizations);
                            secrets.setPasswordEncoder(new SecretHashes());
                            providers.clear();
                            providers.add(new KnownPublicClient.Letting(clients));
                            providers.add(secrets);
                            providers.add(new PublicClientAuthenticationProvider(clients, authorizations));
                        }));
    }
}
