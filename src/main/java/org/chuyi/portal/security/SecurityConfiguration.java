package org.chuyi.portal.security;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Three doors to one house: the API by token, Camunda's web applications and the portal by one sign-in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'self';"
                    + " frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    /** Said outright: a pattern as text would leave out what Camunda's own servlets answer. */
    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    private final RoutePermissions permissions;

    SecurityConfiguration(RoutePermissions permissions) {
        this.permissions = permissions;
    }

    @Bean
    HttpFirewall firewall() {
        return new PlainFirewall();
    }

    /** No session, hence no CSRF: each call carries its token. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, BearerTokens bearerTokens, ApiProblems problems) throws Exception {
        return http.securityMatcher(PATHS.matcher("/api/v1/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(bearerTokens, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(this::permit)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** Camunda's own filters send a content security policy and guard against CSRF. */
    @Bean
    @Order(2)
    SecurityFilterChain camunda(
            HttpSecurity http, Refusals refusals, SignOut signOut, DeputyDays deputyDays, UnfinishedSignIn unfinished)
            throws Exception {
        return http.securityMatcher(PATHS.matcher("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .requestCache(cache -> cache.requestCache(refusals.savedPages()))
                .logout(logout -> logout.logoutRequestMatcher(
                                PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler((request, response, who) -> response.setStatus(204)))
                .authorizeHttpRequests(this::permit)
                .addFilterBefore(deputyDays, AuthorizationFilter.class)
                .addFilterBefore(unfinished, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain portal(
            HttpSecurity http,
            Refusals refusals,
            SignOut signOut,
            Arrival arrival,
            DeputyDays deputyDays,
            UnfinishedSignIn unfinished,
            TooManyRequests tooMany)
            throws Exception {
        return http.headers(
                        headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                                .frameOptions(FrameOptionsConfig::sameOrigin)
                                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(Customizer.withDefaults())
                .requestCache(cache -> cache.requestCache(refusals.savedPages()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .failureUrl("/sign-in?failed")
                        .successHandler(arrival))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?left"))
                .authorizeHttpRequests(this::permit)
                .addFilterBefore(tooMany, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(deputyDays, AuthorizationFilter.class)
                .addFilterBefore(unfinished, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    private void permit(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        permissions.applyTo(requests);
    }
}
