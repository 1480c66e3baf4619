package org.chuyi.portal.security;

import java.time.Clock;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.CurrentActor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our filters run inside Spring Security's chains alone, not a second time by themselves. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {

    @Bean
    BearerTokens bearerTokens(ApiTokens tokens, RateLimits limits, ApiProblems problems) {
        return new BearerTokens(tokens, limits, problems);
    }

    @Bean
    UnfinishedSignIn unfinishedSignIn(CurrentActor currentActor) {
        return new UnfinishedSignIn(currentActor);
    }

    @Bean
    DeputyDays deputyDays(CurrentActor currentActor, Clock clock) {
        return new DeputyDays(currentActor, clock);
    }

    @Bean
    FilterRegistrationBean<DeputyDays> deputyDaysInChainOnly(DeputyDays filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    TooManyRequests tooManyRequests(RateLimits limits, CurrentActor currentActor) {
        return new TooManyRequests(limits, currentActor);
    }

    @Bean
    FilterRegistrationBean<BearerTokens> bearerTokensInChainOnly(BearerTokens filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnfinishedSignIn> unfinishedSignInInChainOnly(UnfinishedSignIn filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TooManyRequests> tooManyRequestsInChainOnly(TooManyRequests filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
