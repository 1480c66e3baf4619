package org.chuyi.workflow.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.figure.WorkFigures.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On Monday 2026-03-02, 09:00. */
@IntegrationTest
class FiguresTest {

    @Autowired
    Figures figures;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;
    Actor colleague;

    @BeforeEach
    void anOfficeOfTwo() {
        clock.set(MovableClock.START);
        var office = people.organisation(Department.HOUSING.organisationName());
        reviewer = people.in(office, Role.REVIEWER);
        colleague = people.in(office, Role.REVIEWER);
        forget();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from inbox_task where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
    }

    @Test
    void openDueAndDoneAreCountedAndWorkdaysAreThoseOfTheCalendar() throws Exception {
        open("cityReview", "2026-03-01T16:00:00Z");
        open("cityReview", "2026-03-08T16:00:00Z");
        open("formalCheck", "2026-03-09T16:00:00Z");
        open("formalCheck", null);
        // Friday to Monday over a Saturday that is worked: two workdays.
        done(reviewer, "2026-02-27T02:00:00Z", "2026-03-02T00:30:00Z");
        // Over the Spring Festival of 15 to 23 February, with the Saturday before it worked: two workdays.
        done(reviewer, "2026-02-13T02:00:00Z", "2026-02-24T02:00:00Z");
        done(reviewer, "2026-02-24T02:00:00Z", "2026-02-24T03:00:00Z");
        done(colleague, "2026-01-05T02:00:00Z", "2026-01-15T02:00:00Z");
        done(colleague, "2025-11-03T02:00:00Z", "2025-11-20T02:00:00Z");

        var mine = figures.mine(reviewer);
        assertThat(mine)
                .isEqualTo(new WorkFigures(
                        4, 1, 1, 3, List.of(new Stage("cityReview", 2, 3, 2), new Stage("formalCheck", 2, 0, 0))));
        assertThat(figures.ofOrganisation(reviewer))
                .isEqualTo(new WorkFigures(
                        4, 1, 1, 3, List.of(new Stage("cityReview", 2, 4, 2), new Stage("formalCheck", 2, 0, 0))));
        assertThat(figures.mine(colleague).done()).isZero();
        assertThat(figures.mine(people.in(people.organisation(Department.FINANCE.organisationName()), Role.REVIEWER))
                        .done())
                .isZero();
        assertThat(Statements.during(() -> figures.mine(reviewer))).hasSize(2);
    }

    private void open(String key, String dueAt) {
        put(key, "OPEN", "2026-02-20T01:00:00Z", dueAt, null, null);
    }

    private void done(Actor by, String createdAt, String completedAt) {
        put("cityReview", "DONE", createdAt, null, completedAt, by);
    }

    private void put(String key, String state, String createdAt, String dueAt, String completedAt, Actor by) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id,
                          city_code, started_at)
                        values (:id, 'schoolApplication', '测试', 'think-tank', '2026-1', :organisation, '430100', now())""")
                .param("id", id)
                .param("organisation", reviewer.organisation().value())
                .update();
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, business_key, title, category, occasion, applicant_id, city_code,
                          organisation_id, role, state, created_at, due_at, completed_at, completed_by)
                        values (:id, :key, 'schoolApplication', 'd', 'i', :id, '测试', 'think-tank', '2026-1',
                          :organisation, '430100', :organisation, 'REVIEWER', :state, cast(:created as timestamptz),
                          cast(:due as timestamptz), cast(:completed as timestamptz), :by)""")
                .param("id", id)
                .param("key", key)
                .param("organisation", reviewer.organisation().value())
                .param("state", state)
                .param("created", createdAt)
                .param("due", dueAt)
                .param("completed", completedAt)
                .param("by", by == null ? null : by.account().value())
                .update();
    }
}
