package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers beside the lists are right whoever comes, goes and changes her mind at the same moment. */
@IntegrationTest
class InboxCountsTest {

    private static final List<String> PROGRAMMES = List.of("secondary-school", "culture-base", "city-school");

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskOperations operations;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsOfferedDecidedReturnedAndRolledBackAtOnceIsCountedAsItStands() throws Exception {
        var submission = new Submission(walk, people, rounds.justOpened());
        var reviewer = people.cityReviewer(LOUDI);
        var leader = people.leaderOf(OF_LOUDI);
        var later = new Submission(walk, people, rounds.justOpened());
        List<Callable<Object>> presses = new ArrayList<>();
        for (String programme : PROGRAMMES) {
            var decided = submission.by(OF_LOUDI, programme);
            presses.add(() -> complete(decided, reviewer, Submission.recommending()));
            var offered = awaitingSignOff(later, programme);
            presses.add(() -> complete(offered, leader, Map.of("decision", "signedOff")));
        }
        var another = new Submission(walk, people, rounds.justOpened());
        var returned = another.by(OF_LOUDI, "secondary-school");
        presses.add(() -> complete(returned, reviewer, Submission.returning()));
        var sentBack = another.by(OF_LOUDI, "culture-base");
        presses.add(() -> operations.perform(
                TaskOperation.RETURN,
                walk.task(sentBack, reviewer).id(),
                reviewer,
                new Wanted("请学校重新审核", "", "schoolSignOff")));
        var undone = another.by(OF_LOUDI, "city-school");
        presses.add(() -> transaction.execute(open -> {
            open.setRollbackOnly();
            return complete(undone, reviewer, Submission.recommending());
        }));

        assertThat(AtOnce.press(presses))
                .hasSize(9)
                .allMatch(answer -> answer instanceof Completion.Completed || answer instanceof OperationResult.Done);

        assertThat(walk.hasTask(undone, reviewer)).isTrue();
        assertThat(counted()).isEqualTo(standing());
    }

    @Test
    void manyWhoWriteForOnePostAtOnceNeitherWaitNorAreLost() throws Exception {
        var submission = new Submission(walk, people, rounds.justOpened());
        var reviewer = people.cityReviewer(LOUDI);
        var number = submission.by(OF_LOUDI);
        String like = walk.task(number, reviewer).id();
        List<Callable<Integer>> presses = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            String prefix = "counts-" + number + "-" + person + "-";
            presses.add(() -> {
                for (int task = 0; task < 10; task++) {
                    String id = prefix + task;
                    transaction.executeWithoutResult(open -> copy(like, id));
                    boolean kept = task % 2 == 0;
                    transaction.executeWithoutResult(open -> {
                        finish(id);
                        if (kept) {
                            open.setRollbackOnly();
                        }
                    });
                }
                return 10;
            });
        }

        AtOnce.press(presses);

        assertThat(jdbc.sql("select count(*) from inbox_task where task_id like :made and state = 'OPEN'")
                        .param("made", "counts-" + number + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(40);
        assertThat(counted()).isEqualTo(standing());
        assertThat(jdbc.sql(
                                "select count(*) from inbox_count where organisation_id = :office and task_key = 'cityReview'")
                        .param("office", reviewer.organisation().value())
                        .query(Integer.class)
                        .single())
                .as("as many rows as ever wrote at once")
                .isLessThanOrEqualTo(presses.size());
        jdbc.sql("delete from inbox_task where task_id like :made")
                .param("made", "counts-" + number + "-%")
                .update();
        assertThat(counted()).isEqualTo(standing());
    }

    private ApplicationNumber awaitingSignOff(Submission submission, String programme) {
        var applicant = people.applicantOf(OF_LOUDI);
        var number = walk.started(applicant, submission.round(), programme);
        walk.withMaterials(number, programme, applicant);
        walk.done(number, applicant, walk.answers(programme, applicant));
        return number;
    }

    private Completion complete(ApplicationNumber number, Actor actor, Map<String, Object> answers) {
        return inbox.complete(walk.task(number, actor).id(), actor, answers, Optional.empty());
    }

    private void copy(String like, String id) {
        jdbc.sql("""
                        insert into inbox_task
                        select (jsonb_populate_record(t, jsonb_build_object('task_id', cast(:id as text)))).*
                        from inbox_task t where task_id = :like""").param("id", id).param("like", like).update();
    }

    private void finish(String id) {
        jdbc.sql("update inbox_task set state = 'CANCELLED' where task_id = :id")
                .param("id", id)
                .update();
    }

    private List<String> counted() {
        return rows("""
                select organisation_id || ' ' || role || ' ' || task_key || ' ' || sum(number) from inbox_count
                group by organisation_id, role, task_key having sum(number) <> 0
                order by organisation_id, role, task_key""");
    }

    private List<String> standing() {
        return rows("""
                select organisation_id || ' ' || role || ' ' || task_key || ' ' || count(*) from inbox_task
                where state = 'OPEN' and not personal
                group by organisation_id, role, task_key order by organisation_id, role, task_key""");
    }

    private List<String> rows(String statement) {
        return jdbc.sql(statement).query(String.class).list();
    }
}
