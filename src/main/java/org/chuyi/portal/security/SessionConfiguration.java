package org.chuyi.portal.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions in the database, so that any node can answer and end them, with as few statements as that takes. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
class SessionConfiguration {

    /** @param timeout to which a minute is added: the note of the last use may be too old by that */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTimeAndContents(
            @Value("${spring.session.timeout}") Duration timeout) {
        return sessions -> {
            sessions.setDefaultMaxInactiveInterval(timeout.plus(SparingSession.NOTED_EVERY));
            sessions.setConversionService(contents());
        };
    }

    private static ConversionService contents() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(
                byte[].class, Object.class, new SessionContents(SessionConfiguration.class.getClassLoader()));
        return conversion;
    }

    @Bean
    @Primary
    SparingSessions<?> sparingSessions(JdbcIndexedSessionRepository kept) {
        return SparingSessions.of(kept);
    }

    @Bean
    FilterRegistrationBean<Filter> sessionReadOnce(SparingSessions<?> sessions) {
        var registration = new FilterRegistrationBean<>(sessions.aroundRequests());
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }
}
