package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Round;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of school-application.bpmn, both answers of each gateway, with the real delegates. */
@IntegrationTest
class SchoolApplicationProcessTest {

    static final String SCHOOL = "长沙民政职业技术学院";

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationDirectory applications;

    Actor applicant;
    Actor leader;
    Actor officer;
    Round round;

    @BeforeEach
    void anOpenRound() {
        clock.set(MovableClock.START);
        round = rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
        applicant = people.applicantOf(SCHOOL);
        leader = people.leaderOf(SCHOOL);
        officer = people.provincialOfficer();
    }

    @Test
    void aSchoolThatReportsDirectlyIsApprovedByTheProvince() {
        var number = filed("think-tank");

        assertThat(status(number)).isEqualTo(ApplicationStatus.FORMAL_CHECK);
        walk.done(number, officer, decision("approved"));

        assertThat(status(number)).isEqualTo(ApplicationStatus.APPROVED);
    }

    ApplicationNumber filed(String programme) {
        var number = walk.started(applicant, round, programme);
        walk.withMaterials(number, programme, applicant);
        walk.done(number, applicant, walk.answers(programme, applicant));
        walk.done(number, leader, Map.of("decision", "signedOff"));
        return number;
    }

    ApplicationStatus status(ApplicationNumber number) {
        return applications.get(number).status();
    }

    static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision, "opinion", "材料齐全，符合条件。", "checks", List.of("materials"));
    }
}
