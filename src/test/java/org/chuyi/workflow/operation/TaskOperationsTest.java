package org.chuyi.workflow.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.CaseOperations;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.TaskOperation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Claim, release, transfer, delegation, urging and copies, on the real process. */
class TaskOperationsTest extends DeskScene {

    private static final String NOT_ALLOWED = "workflow.operation.problem.";

    @Autowired
    CaseUrging urging;

    @Autowired
    CaseOperations done;

    @Autowired
    ApplicationDirectory applications;

    @Autowired
    TaskService engine;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    Accounts accounts;

    @Test
    void whoClaimsATaskAloneCompletesItAndColleaguesSeeThatSheHasIt() {
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        assertThat(complete(colleague)).isEqualTo(new Completion.ClaimedBy(reviewer.name()));
        assertThat(applications.get(number).status()).isEqualTo(ApplicationStatus.CITY_REVIEW);
        var seen = inbox.find(task, colleague).orElseThrow();
        assertThat(seen.isClaimed()).isTrue();
        assertThat(seen.assigneeName()).contains(reviewer.name());
        assertThat(engineTask().getAssignee()).isEqualTo(reviewer.login());
        assertThat(complete(reviewer)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    void aSecondClaimIsRefusedAndWhatIsGivenBackIsEverybodysAgain() {
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        assertThat(refusal(TaskOperation.CLAIM, colleague, Wanted.nothing())).isEqualTo("claimedBy");
        assertThat(refusal(TaskOperation.UNCLAIM, colleague, Wanted.nothing())).isEqualTo("claimedBy");
        assertThat(refusal(TaskOperation.CLAIM, reviewer, Wanted.nothing())).isEqualTo("alreadyYours");
        perform(TaskOperation.UNCLAIM, reviewer, Wanted.nothing());

        assertThat(inbox.find(task, colleague).orElseThrow().claimedAt()).isEmpty();
        assertThat(complete(colleague)).isInstanceOf(Completion.Completed.class);
        assertThat(recorded()).containsExactly("CLAIM", "UNCLAIM");
    }

    @Test
    void nobodyOfAnotherCityHasToDoWithIt() {
        var stranger = people.cityReviewer(People.ZHUZHOU);

        for (TaskOperation operation : TaskOperation.values()) {
            assertThat(operations.perform(operation, task, stranger, Wanted.of("无关", "1")))
                    .as("%s", operation)
                    .isEqualTo(new OperationResult.NotFound());
        }
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aClaimIsReleasedByTheAdministratorOnceItIsThreeWorkdaysOld() {
        var administrator = people.in(organisations.department(Department.EDUCATION), Role.SYSTEM_ADMINISTRATOR);
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        clock.set(MovableClock.at("2026-03-05T23:59"));
        assertThat(refusal(TaskOperation.RELEASE, administrator, Wanted.because("请假")))
                .isEqualTo("notStuck");
        assertThat(operations.perform(TaskOperation.RELEASE, task, colleague, Wanted.because("请假")))
                .isEqualTo(new OperationResult.NotFound());
        clock.set(MovableClock.at("2026-03-06T00:00"));
        assertThat(refusal(TaskOperation.RELEASE, administrator, Wanted.nothing()))
                .isEqualTo("reason");
        perform(TaskOperation.RELEASE, administrator, Wanted.because("请假"));

        assertThat(engineTask().getAssignee()).isNull();
        assertThat(complete(colleague)).isInstanceOf(Completion.Completed.class);
        assertThat(told(reviewer, "taskReleased")).isEqualTo(1);
        assertThat(auditOf("task.release")).isEqualTo(1);
    }

    @Test
    void theBureausLeaderReleasesTransfersUrgesAndDoesWhatHerReviewersDo() {
        var leader = people.bureauLeader(LOUDI);
        var leaderElsewhere = people.bureauLeader(People.ZHUZHOU);
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        assertThat(offers(leader)).contains(TaskOperation.TRANSFER, TaskOperation.URGE);
        assertThat(inbox.find(task, leaderElsewhere)).isEmpty();
        perform(TaskOperation.URGE, leader, Wanted.because("请尽快"));
        clock.set(MovableClock.at("2026-03-06T00:00"));
        perform(TaskOperation.RELEASE, leader, Wanted.because("请假"));
        assertThat(told(reviewer, "taskReleased")).isEqualTo(1);
        assertThat(operations.perform(TaskOperation.RELEASE, task, leaderElsewhere, Wanted.because("请假")))
                .isEqualTo(new OperationResult.NotFound());
        assertThat(reading.find(number, leaderElsewhere)).isEmpty();
        assertThat(reading.find(number, leader)).isPresent();
        assertThat(complete(leader)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    void theSecondReminderReachesTheBureausLeaderAndTheThirdTheLeadDepartment() {
        var leader = people.bureauLeader(LOUDI);
        var leaderElsewhere = people.bureauLeader(People.ZHUZHOU);
        var officer = people.provincialOfficer();
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        perform(TaskOperation.URGE, colleague, Wanted.because("请尽快"));
        assertThat(told(leader, "taskUrged")).isZero();
        clock.set(MovableClock.at("2026-03-03T09:00"));
        perform(TaskOperation.URGE, colleague, Wanted.because("请尽快"));
        assertThat(told(leader, "taskUrged")).isEqualTo(1);
        assertThat(told(officer, "taskUrged")).isZero();
        clock.set(MovableClock.at("2026-03-04T09:00"));
        perform(TaskOperation.URGE, colleague, Wanted.because("请尽快"));
        assertThat(told(officer, "taskUrged")).isEqualTo(1);
        assertThat(told(reviewer, "taskUrged")).isEqualTo(3);
        assertThat(told(leaderElsewhere, "taskUrged")).isZero();
    }

    @Test
    void theSchoolsLeaderReleasesWhatHerClerkHolds() {
        var applicant = people.applicantOf(OF_LOUDI);
        var leader = people.leaderOf(OF_LOUDI);
        var other = walk.started(applicant, rounds.justOpened(), "culture-base");
        task = walk.task(other, applicant).id();
        perform(TaskOperation.CLAIM, applicant, Wanted.nothing());
        clock.set(MovableClock.at("2026-03-06T09:00"));

        assertThat(offers(leader)).contains(TaskOperation.RELEASE, TaskOperation.TRANSFER, TaskOperation.URGE);
        perform(TaskOperation.RELEASE, leader, Wanted.because("外出培训"));

        assertThat(walk.task(other, people.applicantOf(OF_LOUDI)).isClaimed()).isFalse();
    }

    @Test
    void whatIsTransferredIsTheColleaguesAndSheIsTold() {
        assertThat(refusal(TaskOperation.TRANSFER, reviewer, Wanted.of("外出", id(people.applicantOf(OF_LOUDI)))))
                .isEqualTo("to");
        assertThat(refusal(TaskOperation.TRANSFER, reviewer, Wanted.of("", id(colleague))))
                .isEqualTo("reason");

        perform(TaskOperation.TRANSFER, reviewer, Wanted.of("外出", id(colleague)));

        assertThat(complete(reviewer)).isEqualTo(new Completion.ClaimedBy(colleague.name()));
        assertThat(told(colleague, "taskTransferred")).isEqualTo(1);
        assertThat(done.of(number.value()))
                .extracting(each -> each.operation() + " " + each.byName() + " " + each.toName() + " " + each.reason())
                .containsExactly("TRANSFER " + reviewer.name() + " " + colleague.name() + " 外出");
        assertThat(complete(colleague)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    void aDelegateReadsTheCaseGivesAnOpinionAndTheOwnerAloneDecides() {
        var lawyer = lawyer();
        assertThat(reading.find(number, lawyer)).isEmpty();

        perform(TaskOperation.DELEGATE, reviewer, Wanted.of("请看办学条件", id(lawyer)));

        assertThat(reading.find(number, lawyer)).isPresent();
        assertThat(codeOf(complete(reviewer))).isEqualTo("workflow.problem.delegated");
        assertThat(codeOf(complete(colleague))).isEqualTo("workflow.problem.delegated");
        var part = lists.toDo(lawyer, InboxQuery.ALL).rows();
        assertThat(part)
                .extracting(InboxTask::key, InboxTask::businessKey)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("giveOpinion", number.value()));
        assertThat(inbox.complete(part.get(0).id(), lawyer, Submission.recommending(), Optional.empty()))
                .isInstanceOf(Completion.Rejected.class);
        assertThat(operations.perform(TaskOperation.GIVE_OPINION, part.get(0).id(), lawyer, Wanted.because("条件符合")))
                .isInstanceOf(OperationResult.Done.class);

        assertThat(reading.find(number, lawyer)).isEmpty();
        assertThat(lists.toDo(lawyer, InboxQuery.ALL).rows()).isEmpty();
        assertThat(lists.done(lawyer, InboxQuery.ALL).rows())
                .extracting(InboxTask::outcome)
                .containsExactly(Optional.of("opinionGiven"));
        assertThat(told(reviewer, "opinionGiven")).isEqualTo(1);
        assertThat(complete(colleague)).isEqualTo(new Completion.ClaimedBy(reviewer.name()));
        assertThat(complete(reviewer)).isInstanceOf(Completion.Completed.class);
        assertThat(lists.done(lawyer, InboxQuery.ALL).rows())
                .extracting(InboxTask::key)
                .containsExactly("giveOpinion");
    }

    @Test
    void whatIsTakenBackNeedsNoOpinionAndIsReadNoMore() {
        perform(TaskOperation.DELEGATE, reviewer, Wanted.of("请看材料", id(colleague)));
        assertThat(refusal(TaskOperation.TRANSFER, reviewer, Wanted.of("外出", id(colleague))))
                .isEqualTo("delegated");
        assertThat(refusal(TaskOperation.RECALL, colleague, Wanted.because("不等了")))
                .isEqualTo("notDelegatedByYou");

        perform(TaskOperation.RECALL, reviewer, Wanted.because("不等了"));

        assertThat(lists.toDo(colleague, of(number)).rows())
                .extracting(InboxTask::key)
                .containsExactly("cityReview");
        assertThat(complete(reviewer)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    void aTaskThatEndsTakesItsHelpersAlong() {
        var lawyer = lawyer();
        perform(TaskOperation.DELEGATE, reviewer, Wanted.of("请看材料", id(lawyer)));

        assertThat(reading.withdraw(number, people.applicantOf(OF_LOUDI), "材料有误"))
                .isTrue();

        assertThat(lists.toDo(lawyer, InboxQuery.ALL).rows()).isEmpty();
        assertThat(reading.find(number, lawyer)).isEmpty();
    }

    @Test
    void eachPersonRemindsOnceAWorkdayAndNobodyHerself() {
        perform(TaskOperation.CLAIM, reviewer, Wanted.nothing());

        perform(TaskOperation.URGE, colleague, Wanted.because("请尽快"));
        assertThat(told(reviewer, "taskUrged")).isEqualTo(1);
        assertThat(refusal(TaskOperation.URGE, colleague, Wanted.because("请尽快")))
                .isEqualTo("urgedToday");
        assertThat(operations.perform(TaskOperation.URGE, task, reviewer, Wanted.because("请尽快")))
                .isEqualTo(new OperationResult.NotFound());
        assertThat(refusal(TaskOperation.URGE, people.provincialOfficer(), Wanted.nothing()))
                .isEqualTo("reason");
        assertThat(told(colleague, "taskUrged")).isZero();
    }

    @Test
    void onASaturdayNobodyMayUrgeAgainForFriday() {
        assertThat(Urging.isALaterWorkday(MovableClock.at("2026-03-06T10:00"), MovableClock.at("2026-03-07T10:00")))
                .isFalse();
        assertThat(Urging.isALaterWorkday(MovableClock.at("2026-03-06T10:00"), MovableClock.at("2026-03-09T00:00")))
                .isTrue();
    }

    @Test
    void theApplyingSchoolUrgesFromTheDayOnWhichItIsOverdue() {
        var applicant = people.applicantOf(OF_LOUDI);
        var due = inbox.find(task, reviewer).orElseThrow().dueAt().orElseThrow();

        clock.set(due.minusSeconds(1));
        assertThat(urging.mayUrge(number.value(), applicant)).isFalse();
        assertThat(codeOf(urging.urge(number.value(), applicant, "请尽快"))).isEqualTo("notOverdue");
        clock.set(due);
        assertThat(urging.mayUrge(number.value(), applicant)).isTrue();
        assertThat(urging.urge(number.value(), applicant, "请尽快")).isInstanceOf(OperationResult.Done.class);

        assertThat(told(reviewer, "taskUrged")).isEqualTo(1);
        assertThat(told(colleague, "taskUrged")).isEqualTo(1);
        assertThat(codeOf(urging.urge(number.value(), applicant, "请尽快"))).isEqualTo("urgedToday");
        assertThat(urging.urge(number.value(), people.applicantOf(Submission.OF_CHANGSHA), "请尽快"))
                .isEqualTo(new OperationResult.NotFound());
    }

    @Test
    void whoGetsACopyReadsTheCase() {
        var secretary = lawyer();

        perform(TaskOperation.COPY, reviewer, Wanted.of("供归档", id(secretary)));

        assertThat(reading.find(number, secretary)).isPresent();
        assertThat(lists.copied(secretary, InboxQuery.ALL).rows())
                .extracting(row -> row.copy().orElseThrow())
                .extracting(copy -> copy.reason() + " " + copy.by() + " " + copy.note() + " " + copy.read())
                .containsExactly("byPerson " + reviewer.name() + " 供归档 false");
        assertThat(told(secretary, "caseCopied")).isEqualTo(1);
        assertThat(refusal(TaskOperation.COPY, reviewer, Wanted.of("供归档", id(people.cityReviewer(People.ZHUZHOU)))))
                .isEqualTo("to");
    }

    @Test
    void anotherBodyGetsACopyOnlyOfWhatItMayReadAnyway() {
        var officer = people.provincialOfficer();
        var finance = people.provincialOfficer(Department.FINANCE);
        assertThat(elsewhere(reviewer))
                .containsExactly(new Post(officer.organisation(), Role.PROVINCIAL_OFFICER).group());

        perform(
                TaskOperation.COPY,
                reviewer,
                Wanted.of("情况较急", new Post(officer.organisation(), Role.PROVINCIAL_OFFICER).group()));

        assertThat(lists.copied(officer, of(number)).rows())
                .extracting(row -> row.copy().orElseThrow().reason() + " "
                        + row.copy().orElseThrow().by())
                .containsExactly("byOtherBody 娄底市教育局 " + reviewer.name());
        assertThat(told(officer, "caseCopied")).isEqualTo(1);
        assertThat(told(finance, "caseCopied")).isZero();
        for (var post : List.of(
                new Post(finance.organisation(), Role.PROVINCIAL_OFFICER),
                new Post(people.cityReviewer(People.ZHUZHOU).organisation(), Role.REVIEWER),
                new Post(people.organisation(OF_LOUDI).id(), Role.APPLICANT))) {
            assertThat(refusal(TaskOperation.COPY, reviewer, Wanted.of("供参考", post.group())))
                    .as(post.group())
                    .isEqualTo("to");
        }
        assertThat(reading.find(number, finance)).isEmpty();
    }

    @Test
    void aCopyFromAnotherBodyEndsWithTheRightThatItFollowed() {
        var officer = people.provincialOfficer();
        perform(
                TaskOperation.COPY,
                reviewer,
                Wanted.of("情况较急", new Post(officer.organisation(), Role.PROVINCIAL_OFFICER).group()));
        assertThat(reading.find(number, officer)).isPresent();

        accounts.appoint(
                officer.account(), new Post(people.organisation("湖南省财政厅").id(), Role.PROVINCIAL_OFFICER));
        var moved = accounts.actor(
                        officer.account(), people.organisation("湖南省财政厅").id())
                .orElseThrow();

        assertThat(reading.find(number, moved)).isEmpty();
    }

    @Test
    void aSchoolTellsNobodyElsewhereOfItsDraft() {
        var clerk = people.applicantOf(OF_LOUDI);
        var colleagueOfClerk = people.applicantOf(OF_LOUDI);
        var draft = walk.started(clerk, rounds.justOpened(), "culture-base");
        task = walk.task(draft, clerk).id();

        assertThat(elsewhere(clerk)).isEmpty();
        assertThat(refusal(
                        TaskOperation.COPY,
                        clerk,
                        Wanted.of(
                                "请阅",
                                new Post(people.provincialOfficer().organisation(), Role.PROVINCIAL_OFFICER).group())))
                .isEqualTo("to");
        perform(TaskOperation.COPY, clerk, Wanted.of("请阅", id(colleagueOfClerk)));
    }

    private List<String> elsewhere(Actor actor) {
        return operations.offers(inbox.find(task, actor).orElseThrow(), actor).stream()
                .filter(offer -> offer.operation() == TaskOperation.COPY)
                .flatMap(offer -> offer.people().stream())
                .map(TaskOperations.Choice::value)
                .filter(value -> value.contains("."))
                .filter(group -> !Post.ofGroup(group).organisation().equals(actor.organisation()))
                .toList();
    }

    @Test
    void aClaimInCamundasTasklistIsRecordedAndNobodyElseIsAssignedThere() {
        var signedIn = new SignedIn(reviewer, false, false);

        assertThatThrownBy(() -> currentActor.during(signedIn, () -> engine.setAssignee(task, colleague.login())))
                .hasStackTraceContaining("workflow.operation.problem.byPortal");
        currentActor.during(signedIn, () -> engine.claim(task, reviewer.login()));
        assertThat(complete(colleague)).isEqualTo(new Completion.ClaimedBy(reviewer.name()));
        assertThatThrownBy(() -> currentActor.during(
                        new SignedIn(colleague, false, false), () -> engine.setAssignee(task, colleague.login())))
                .hasStackTraceContaining("workflow.operation.problem.byPortal");
        currentActor.during(signedIn, () -> engine.setAssignee(task, null));

        assertThat(recorded()).containsExactly("CLAIM", "UNCLAIM");
        assertThat(inbox.find(task, colleague).orElseThrow().isClaimed()).isFalse();
    }

    @Test
    void whatSheMayDoIsOfferedAndNothingElse() {
        assertThat(offers(reviewer))
                .containsExactly(
                        TaskOperation.CLAIM,
                        TaskOperation.TRANSFER,
                        TaskOperation.DELEGATE,
                        TaskOperation.COPY,
                        TaskOperation.RETURN,
                        TaskOperation.ADD_SIGNER_BEFORE,
                        TaskOperation.ADD_SIGNER_AFTER);
        perform(TaskOperation.CLAIM, colleague, Wanted.nothing());
        assertThat(offers(reviewer)).containsExactly(TaskOperation.URGE, TaskOperation.COPY);
    }

    private String refusal(TaskOperation operation, Actor actor, Wanted wanted) {
        return codeOf(operations.perform(operation, task, actor, wanted));
    }

    private static String codeOf(OperationResult result) {
        return ((OperationResult.Refused) result).problems().get(0).code().substring(NOT_ALLOWED.length());
    }

    private Completion complete(Actor actor) {
        return inbox.complete(task, actor, Submission.recommending(), Optional.empty());
    }

    private List<TaskOperation> offers(Actor actor) {
        return operations.offers(inbox.find(task, actor).orElseThrow(), actor).stream()
                .map(TaskOperations.Offer::operation)
                .toList();
    }

    private org.camunda.bpm.engine.task.Task engineTask() {
        return engine.createTaskQuery().taskId(task).singleResult();
    }

    private List<String> recorded() {
        return done.of(number.value()).stream()
                .map(each -> each.operation().name())
                .toList();
    }

    private int auditOf(String action) {
        return jdbc.sql("select count(*) from audit_line where action = :action and subject = :number")
                .params(Map.of("action", action, "number", number.value()))
                .query(Integer.class)
                .single();
    }

    private static InboxQuery of(ApplicationNumber number) {
        return InboxQuery.ALL.text(number.value());
    }
}
