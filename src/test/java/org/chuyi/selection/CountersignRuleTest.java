package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.organisation.Department.DEVELOPMENT_REFORM;
import static org.chuyi.organisation.Department.EDUCATION;
import static org.chuyi.organisation.Department.FINANCE;
import static org.chuyi.organisation.Department.HUMAN_RESOURCES;
import static org.chuyi.selection.CountersignResult.DISSENT;
import static org.chuyi.selection.CountersignResult.OPEN;
import static org.chuyi.selection.CountersignResult.PASSED;
import static org.chuyi.selection.CountersignResult.RETURNED;
import static org.chuyi.selection.Countersignature.Decision.APPROVE;
import static org.chuyi.selection.Countersignature.Decision.OBJECT;
import static org.chuyi.selection.Countersignature.Decision.RETURN;

import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Department;
import org.junit.jupiter.api.Test;

class CountersignRuleTest {

    private static final List<Department> FOUR = List.of(EDUCATION, DEVELOPMENT_REFORM, FINANCE, HUMAN_RESOURCES);

    @Test
    void staysOpenUntilEverybodyHasAnswered() {
        assertThat(CountersignRule.ALL.result(FOUR, Map.of())).isEqualTo(OPEN);
        assertThat(CountersignRule.RATIO.result(
                        FOUR, Map.of(EDUCATION, APPROVE, DEVELOPMENT_REFORM, APPROVE, FINANCE, APPROVE)))
                .isEqualTo(OPEN);
    }

    @Test
    void oneObjectionDoesNotEndItBeforeTheOthersHaveSpoken() {
        assertThat(CountersignRule.ALL.result(FOUR, Map.of(FINANCE, OBJECT))).isEqualTo(OPEN);
        assertThat(CountersignRule.RATIO.result(FOUR, Map.of(FINANCE, OBJECT))).isEqualTo(OPEN);
    }

    @Test
    void oneReturnEndsItAtOnce() {
        assertThat(CountersignRule.ALL.result(FOUR, Map.of(FINANCE, RETURN))).isEqualTo(RETURNED);
        assertThat(CountersignRule.LEAD_VETO.result(FOUR, Map.of(EDUCATION, APPROVE, FINANCE, RETURN)))
                .isEqualTo(RETURNED);
    }

    @Test
    void allMeansAll() {
        assertThat(CountersignRule.ALL.result(FOUR, all(APPROVE, APPROVE, APPROVE, APPROVE)))
                .isEqualTo(PASSED);
        assertThat(CountersignRule.ALL.result(FOUR, all(APPROVE, APPROVE, APPROVE, OBJECT)))
                .isEqualTo(DISSENT);
    }

    @Test
    void theRatioCountsApprovalsAndNotAnswers() {
        assertThat(CountersignRule.RATIO.result(FOUR, all(APPROVE, APPROVE, APPROVE, OBJECT)))
                .isEqualTo(PASSED);
        assertThat(CountersignRule.RATIO.result(FOUR, all(APPROVE, APPROVE, OBJECT, OBJECT)))
                .isEqualTo(DISSENT);
        assertThat(CountersignRule.RATIO.result(FOUR, all(OBJECT, OBJECT, OBJECT, OBJECT)))
                .isEqualTo(DISSENT);
    }

    @Test
    void halfIsEnoughWhereTheRuleSaysSoAndOneRejectionDoesNotEndIt() {
        assertThat(CountersignRule.HALF.result(FOUR, Map.of(FINANCE, OBJECT))).isEqualTo(OPEN);
        assertThat(CountersignRule.HALF.result(FOUR, all(APPROVE, APPROVE, OBJECT, OBJECT)))
                .isEqualTo(PASSED);
        assertThat(CountersignRule.HALF.result(FOUR, all(APPROVE, OBJECT, OBJECT, OBJECT)))
                .isEqualTo(DISSENT);
    }

    @Test
    void oneApprovalIsEnoughWhereAnyMaySign() {
        assertThat(CountersignRule.ANY.result(FOUR, Map.of(FINANCE, OBJECT))).isEqualTo(OPEN);
        assertThat(CountersignRule.ANY.result(FOUR, Map.of(FINANCE, OBJECT, EDUCATION, APPROVE)))
                .isEqualTo(PASSED);
        assertThat(CountersignRule.ANY.result(FOUR, all(OBJECT, OBJECT, OBJECT, OBJECT)))
                .isEqualTo(DISSENT);
    }

    @Test
    void theLeadDepartmentCanStopIt() {
        assertThat(CountersignRule.LEAD_VETO.result(FOUR, all(APPROVE, APPROVE, APPROVE, OBJECT)))
                .isEqualTo(PASSED);
        assertThat(CountersignRule.LEAD_VETO.result(FOUR, all(OBJECT, APPROVE, APPROVE, APPROVE)))
                .isEqualTo(DISSENT);
        assertThat(CountersignRule.LEAD_VETO.result(FOUR, all(APPROVE, APPROVE, OBJECT, OBJECT)))
                .isEqualTo(DISSENT);
    }

    private static Map<Department, Countersignature.Decision> all(
            Countersignature.Decision education,
            Countersignature.Decision reform,
            Countersignature.Decision finance,
            Countersignature.Decision resources) {
        return Map.of(EDUCATION, education, DEVELOPMENT_REFORM, reform, FINANCE, finance, HUMAN_RESOURCES, resources);
    }
}
