package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears that a window has opened. */
@IntegrationTest
class RoundOpeningsTest {

    private static final String COLLEGE = "长沙民政职业技术学院";
    private static final String SECONDARY = "浏阳市职业中专学校";

    @Autowired
    Rounds rounds;

    @Autowired
    PolicyPacks packs;

    @Autowired
    TestRounds samples;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday() {
        clock.set(MovableClock.START);
    }

    @Test
    void clerkAndLeaderOfASchoolThatMayFileAreToldOnceAndNobodyElse() {
        var clerk = people.applicantOf(COLLEGE);
        var leader = people.leaderOf(COLLEGE);
        var others = List.of(
                people.applicantOf(SECONDARY),
                people.cityReviewer(People.CHANGSHA),
                people.provincialOfficer(),
                people.in(people.organisation(COLLEGE), Role.EXPERT));
        var round = of("higher-college");

        rounds.windowOpens(round.code());
        rounds.windowOpens(round.code());

        assertThat(told(clerk, round)).containsExactly(Map.of("template", "roundOpened", "due", "2026-03-31"));
        assertThat(told(leader, round)).hasSize(1);
        assertThat(others).allSatisfy(other -> assertThat(told(other, round)).isEmpty());
    }

    @Test
    void aSchoolWhoseApprovalExcludesItFromEverythingIsNotTold() {
        var clerk = people.in(college("已获批学院"), Role.APPLICANT);
        var other = people.in(college("未获批学院"), Role.APPLICANT);
        var round = of("higher-college");
        approved(clerk, "vocational-university", round);

        rounds.windowOpens(round.code());

        assertThat(told(clerk, round)).isEmpty();
        assertThat(told(other, round)).hasSize(1);
    }

    @Test
    void howeverManySchoolsAreToldInOneStatement() throws Exception {
        var clerks = List.of(people.applicantOf(COLLEGE), people.applicantOf(SECONDARY));
        var round = of("specialty-group");

        var statements = Statements.during(() -> opens(round));

        for (String table : List.of("select tell(", "from organisation", "from project_application")) {
            assertThat(statements.stream().filter(text -> text.contains(table)))
                    .as(table)
                    .hasSize(1);
        }
        assertThat(clerks).allSatisfy(clerk -> assertThat(told(clerk, round)).hasSize(1));
    }

    private Object opens(Round round) {
        rounds.windowOpens(round.code());
        return round;
    }

    private Round of(String programme) {
        var pack = packs.programme(new ProgrammeCode(programme));
        return samples.published(
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-31"),
                List.of(new RoundProgramme(
                        pack.code(),
                        pack.number().byDefault(),
                        pack.applicationsPerSchool(),
                        false,
                        Map.of(),
                        pack.workdays())));
    }

    private Organisation college(String name) {
        String unique = name + UUID.randomUUID();
        jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        values ('HIGHER_COLLEGE', :name, '430100', '430100')""").param("name", unique).update();
        return people.organisation(unique);
    }

    private void approved(Actor clerk, String programme, Round round) {
        jdbc.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                          status, filing_due_at, created_by, created_at, status_since)
                        values (:number, :round, :programme, :school, '430100', 'APPROVED', now(), :clerk, now(), now())
                        """)
                .param("number", "CY2025-00-" + UUID.randomUUID())
                .param("round", round.code().value())
                .param("programme", programme)
                .param("school", clerk.organisation().value())
                .param("clerk", clerk.account().value())
                .update();
    }

    private List<Map<String, Object>> told(Actor person, Round round) {
        return jdbc.sql("""
                        select template, arguments ->> 'due' as due from message
                        where account_id = :id and link = :link""")
                .param("id", person.account().value())
                .param("link", "/calls/" + round.code())
                .query()
                .listOfRows();
    }
}
