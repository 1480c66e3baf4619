package org.chuyi.workflow.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chuyi.shared.IdentityNumber;
import org.chuyi.shared.MajorCode;
import org.chuyi.shared.Majors;
import org.chuyi.shared.RegionCode;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The checks of identifiers that forms ask for by name. */
@Configuration(proxyBeanMethods = false)
class IdentifierRules {

    /** Numbers of mainland mobile phones: the ministry gives out 13 to 19. */
    private static final Pattern MOBILE_PHONE = Pattern.compile("1[3-9]\\d{9}");

    private record Rule(String name, Predicate<String> accepts) implements FieldRule {
        @Override
        public Optional<String> test(String value) {
            return accepts.test(value) ? Optional.empty() : Optional.of("form.problem." + name);
        }
    }

    @Bean
    FieldRule socialCreditCodeRule() {
        return new Rule("socialCreditCode", SocialCreditCode::isValid);
    }

    @Bean
    FieldRule identityNumberRule(Clock clock) {
        return new Rule(
                "identityNumber",
                number -> IdentityNumber.isValid(number, LocalDate.now(clock.withZone(WorkCalendar.ZONE))));
    }

    @Bean
    FieldRule majorCodeRule() {
        return new Rule("majorCode", IdentifierRules::isMajor);
    }

    /**
     * Our catalogue is whole within each class (the first four digits) that it lists, and lists not every class: of
     * another class, the form of the code is all that can be checked.
     */
    private static boolean isMajor(String text) {
        if (!MajorCode.isValid(text)) {
            return false;
        }
        var wanted = MajorCode.parse(text).value();
        var ofClass = Majors.catalogue().all().stream()
                .map(major -> major.code().value())
                .filter(code -> code.startsWith(wanted.substring(0, 4)))
                .toList();
        return ofClass.isEmpty() || ofClass.stream().anyMatch(code -> code.startsWith(wanted.substring(0, 6)));
    }

    @Bean
    FieldRule schoolCodeRule() {
        return new Rule("schoolCode", SchoolCode::isValid);
    }

    @Bean
    FieldRule regionCodeRule() {
        return new Rule("regionCode", RegionCode::isValid);
    }

    @Bean
    FieldRule mobilePhoneRule() {
        return new Rule("mobilePhone", number -> MOBILE_PHONE.matcher(number).matches());
    }
}
