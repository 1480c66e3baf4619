package org.chuyi.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.ChuyiApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese first, English when asked for with {@code ?lang=en}, kept in a cookie; in the API, by Accept-Language. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration implements WebMvcConfigurer {

    static final String COOKIE = "CHUYI_LANGUAGE";

    private final LanguageChoice choice;

    LocaleConfiguration(LanguageChoice choice) {
        this.choice = choice;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new TwoLanguages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var byParameter = new LocaleChangeInterceptor();
        byParameter.setParamName(LanguageChoice.PARAMETER);
        byParameter.setIgnoreInvalidLocale(true);
        registry.addInterceptor(byParameter);
        registry.addInterceptor(choice);
    }

    /** Whatever is asked for, one of the two languages that we speak comes out. */
    private static final class TwoLanguages extends CookieLocaleResolver {

        TwoLanguages() {
            super(COOKIE);
            setCookieMaxAge(Duration.ofDays(365));
            setCookieHttpOnly(true);
            setCookieSameSite("Lax");
            setCookiePath("/");
            setRejectInvalidCookies(false);
            setDefaultLocaleFunction(ApiRequests::languageOf);
            setDefaultTimeZoneFunction(request -> java.util.TimeZone.getTimeZone(ChuyiApplication.ZONE));
        }

        @Override
        protected Locale parseLocaleValue(String value) {
            return spoken(super.parseLocaleValue(value));
        }

        @Override
        public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
            super.setLocale(request, response, spoken(locale));
        }

        private static Locale spoken(Locale locale) {
            return Optional.ofNullable(locale)
                    .filter(asked -> asked.getLanguage().equals("en"))
                    .map(asked -> Locale.ENGLISH)
                    .orElse(Locale.SIMPLIFIED_CHINESE);
        }
    }
}
