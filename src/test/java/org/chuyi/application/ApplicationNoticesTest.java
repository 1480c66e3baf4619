package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Thousands are told in one go when a round is announced: each costs no more than it must. */
@IntegrationTest
class ApplicationNoticesTest {

    private static final String SCHOOL = "长沙民政职业技术学院";

    @Autowired
    ApplicationNotices notices;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsTheSchoolWithOneReadingOfTheApplicationAndOneStatementForItsPosts() throws Exception {
        var clerk = people.applicantOf(SCHOOL);
        var leader = people.in(people.organisation(SCHOOL), Role.SCHOOL_LEADER);
        var number = walk.started(clerk, rounds.justOpened(), "higher-college");

        var statements = Statements.during(() -> transaction.execute(open -> {
            notices.notSelected(number);
            return null;
        }));

        assertThat(statements).hasSize(2);
        assertThat(jdbc.sql("""
                                select account_id from message
                                where template = 'applicationNotSelected' and arguments ->> 'number' = :number
                                  and arguments ->> 'school' = :school""")
                        .param("number", number.value())
                        .param("school", SCHOOL)
                        .query(Long.class)
                        .list())
                .contains(clerk.account().value(), leader.account().value());
    }
}
