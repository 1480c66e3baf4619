package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IdentifierRulesTest {

    private final IdentifierRules rules = new IdentifierRules();

    private final FieldRule identityNumber =
            rules.identityNumberRule(Clock.fixed(Instant.parse("2026-03-01T16:00:00Z"), ZoneId.of("UTC")));

    @Test
    void identityNumberNeedsItsCheckDigitAndABirthBeforeToday() {
        assertThat(identityNumber.test("11010519491231002X")).isEmpty();
        assertThat(identityNumber.test("110105194912310021")).contains("form.problem.identityNumber");
        assertThat(identityNumber.test("430104********1234")).contains("form.problem.identityNumber");
    }

    @Test
    void majorOfAListedClassMustBeInTheCatalogue() {
        assertThat(rules.majorCodeRule().test("260101")).isEmpty();
        assertThat(rules.majorCodeRule().test("260199")).contains("form.problem.majorCode");
        assertThat(rules.majorCodeRule().test("570102")).isEmpty();
        assertThat(rules.majorCodeRule().test("机械")).contains("form.problem.majorCode");
    }

    @Test
    void mobilePhoneHasElevenDigits() {
        assertThat(rules.mobilePhoneRule().test("13800138000")).isEmpty();
        assertThat(rules.mobilePhoneRule().test("12800138000")).contains("form.problem.mobilePhone");
        assertThat(rules.mobilePhoneRule().test("1380013800")).contains("form.problem.mobilePhone");
    }

    @Test
    void codesOfSchoolsRegionsAndBodiesAreCheckedByTheirOwnRules() {
        assertThat(rules.regionCodeRule().test("430100")).isEmpty();
        assertThat(rules.regionCodeRule().test("43010")).contains("form.problem.regionCode");
        assertThat(rules.socialCreditCodeRule().test("91430000000000000A")).contains("form.problem.socialCreditCode");
        assertThat(rules.schoolCodeRule().test("12")).contains("form.problem.schoolCode");
    }
}
