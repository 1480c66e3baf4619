package org.chuyi.portal;

import jakarta.validation.Validator;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The validator of forms and bodies is Boot's, but made with the first form or body. */
@Configuration(proxyBeanMethods = false)
class ValidationOnDemand implements WebMvcConfigurer {

    private final Validator validator;

    ValidationOnDemand(@Lazy Validator validator) {
        this.validator = validator;
    }

    @Override
    public org.springframework.validation.Validator getValidator() {
        return new SpringValidatorAdapter(validator);
    }
}
