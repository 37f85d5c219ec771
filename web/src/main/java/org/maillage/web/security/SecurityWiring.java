package org.maillage.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.maillage.web.api.problem.Fault;
import org.maillage.web.api.problem.Problems;
import org.maillage.web.token.ApiTokens;
import org.maillage.web.token.BearerFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Two doors: the API, by token and without a session; the pages, by session. Who passes is said by one table. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
        tableName = "web.session",
        maxInactiveIntervalInSeconds = SecurityWiring.IDLE_SECONDS,
        cleanupCron = "0 */10 * * * *")
class SecurityWiring {

    /** A session that nobody uses ends after seven days. */
    static final int IDLE_SECONDS = 7 * 24 * 3600;

    @Bean
    Permissions permissions() {
        return Permissions.read();
    }

    // Two requests of one session at once may both be the first to write something into it: the later one replaces it.
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    // Each page reads its session, and would wait for a transaction's end too. A stop while a new one is written leaves
    // one that nobody was told the id of.
    @Bean
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    @Primary
    SeldomWritten<?> sessionsSeldomWritten(JdbcIndexedSessionRepository sessions) {
        return new SeldomWritten<>(sessions);
    }

    @Bean
    FilterRegistrationBean<SeldomWritten<?>> sessionsOfARequest(SeldomWritten<?> sessions) {
        var registration = new FilterRegistrationBean<SeldomWritten<?>>(sessions);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    // In a cookie that scripts cannot read, so that a visitor's form needs no session.
    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("formulaires");
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    @Bean
    CookieSerializer cookieSerializer() {
        var serializer = new DefaultCookieSerializer();
        serializer.setCookieName("seance");
        serializer.setUseHttpOnlyCookie(true);
        serializer.setSameSite("Lax");
        return serializer;
    }

    // Also where an error is answered, so that its page knows who reads it.
    @Bean
    <S extends Session> FilterRegistrationBean<SessionRepositoryFilter<S>> sessionFilter(
            SessionRepositoryFilter<S> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<S>>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, Permissions permissions, Viewers viewers, ApiTokens tokens, Problems problems) {
        SafeHeaders.on(http);
        return http.securityMatcher("/api/v1/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .addFilterAfter(new BearerFilter(tokens), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new ByTable(permissions, viewers)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint((request, response, _) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(Fault.SIGN_IN_NEEDED, request, response);
                        })
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(denied(permissions, request), request, response)))
                .build();
    }

    // A token that may write helps nobody where only administrators may.
    private static Fault denied(Permissions permissions, HttpServletRequest request) {
        return permissions
                .of(request.getMethod(), ByTable.path(request))
                .filter(Permissions.Row::administratorsOnly)
                .map(_ -> Fault.ADMINISTRATORS_ONLY)
                .orElse(Fault.NOT_ALLOWED);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            Permissions permissions,
            Viewers viewers,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            OwnForms own,
            FormAuthors authors,
            KeptForms kept,
            List<LogoutHandler> forgetting,
            LogoutSuccessHandler signedOut) {
        SafeHeaders.on(http);
        var signInFirst = new SignInFirst(permissions, kept);
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens).ignoringRequestMatchers(own))
                // Before it, since who signs in has another token: that the form was somebody else's says more.
                .addFilterBefore(new OthersForms(permissions, viewers, authors, kept), CsrfFilter.class)
                .logout(logout -> {
                    logout.logoutUrl("/logout").logoutSuccessHandler(signedOut);
                    forgetting.forEach(logout::addLogoutHandler);
                })
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(new ByTable(permissions, viewers)))
                .exceptionHandling(
                        failures -> failures.defaultAuthenticationEntryPointFor(signInFirst, AnyRequestMatcher.INSTANCE)
                                .accessDeniedHandler(new NotOpen(permissions, authors, signInFirst)))
                .build();
    }

    /** Pages that other sites show inside their own: they have no forms, so that nobody is led to press one unseen. */
    @Bean
    @Order(2)
    SecurityFilterChain frames(HttpSecurity http, Permissions permissions, Viewers viewers) {
        SafeHeaders.forFrames(http);
        return http.securityMatcher("/b/*/integrer", "/p/*/badges/integrer")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new ByTable(permissions, viewers)))
                .build();
    }
}
