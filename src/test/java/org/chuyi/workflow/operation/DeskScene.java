package org.chuyi.workflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case on the desk of 娄底市教育局, where operations are tried: a reviewer, a colleague, and others of the same house. */
@IntegrationTest
public abstract class DeskScene {

    @Autowired
    protected TaskOperations operations;

    @Autowired
    protected TaskInbox inbox;

    @Autowired
    protected InboxLists lists;

    @Autowired
    protected Applications reading;

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected People people;

    @Autowired
    protected Walk walk;

    @Autowired
    protected TestRounds rounds;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    protected Actor reviewer;
    protected Actor colleague;
    protected ApplicationNumber number;
    protected String task;

    @BeforeEach
    void aCaseOnTheDeskOfTheCity() {
        var submission = new Submission(walk, people, rounds.justOpened());
        reviewer = people.cityReviewer(LOUDI);
        colleague = people.cityReviewer(LOUDI);
        number = submission.by(OF_LOUDI);
        task = walk.task(number, reviewer).id();
    }

    /** Of the same bureau, but no reviewer: who reads the case only while she lends a hand. */
    protected Actor lawyer() {
        return people.in(organisations.cityEducationBureauOf(LOUDI).orElseThrow(), Role.APPLICANT);
    }

    protected void perform(TaskOperation operation, Actor actor, Wanted wanted) {
        assertThat(operations.perform(operation, task, actor, wanted)).isInstanceOf(OperationResult.Done.class);
    }

    protected int told(Actor actor, String template) {
        return jdbc.sql("select count(*) from message where account_id = :account and template = :template")
                .param("account", actor.account().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    protected static String codeOf(Completion completion) {
        return ((Completion.Rejected) completion).problems().get(0).code();
    }

    protected static String id(Actor actor) {
        return String.valueOf(actor.account().value());
    }
}
