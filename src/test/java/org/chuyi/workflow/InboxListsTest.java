package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.InboxQuery.ALL;
import static org.chuyi.workflow.Submission.OF_CHANGSHA;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.chuyi.workflow.Submission.PROGRAMME;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.programme.Round;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class InboxListsTest {

    @Autowired
    InboxLists lists;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Round round;

    @BeforeEach
    void anOpenRound() {
        round = rounds.justOpened();
    }

    @Test
    void reviewerSeesOnlyApplicationsOfHerOwnCity() {
        var ours = submitted(OF_LOUDI);
        var theirs = submitted(OF_CHANGSHA);
        var reviewer = people.cityReviewer(LOUDI);

        assertThat(numbers(lists.toDo(reviewer, inRound()))).containsExactly(ours.value());
        assertThat(numbers(lists.toDo(people.cityReviewer(CHANGSHA), inRound())))
                .containsExactly(theirs.value());
        assertThat(numbers(lists.toDo(people.humanResourcesReviewer(LOUDI), inRound())))
                .isEmpty();
        assertThat(lists.toDo(reviewer, searching(theirs.value())).rows()).isEmpty();
    }

    @Test
    void pagesGoForthAndBackWithoutLosingOrRepeatingARow() {
        var desk = aDesk();
        List<String> all = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            all.add(put(desk, "2026-03-%02dT10:00:00Z".formatted(day), null));
        }
        all.add(put(desk, "2026-03-07T10:00:00Z", null));
        var expected = ids(lists.toDo(desk, ALL, 100));
        assertThat(expected).hasSize(8).containsExactlyInAnyOrderElementsOf(all);

        var first = lists.toDo(desk, ALL, 3);
        var second = lists.toDo(desk, ALL.from(first.next().orElseThrow()), 3);
        var third = lists.toDo(desk, ALL.from(second.next().orElseThrow()), 3);

        assertThat(first.previous()).isEmpty();
        assertThat(third.next()).isEmpty();
        assertThat(ids(first)).isEqualTo(expected.subList(0, 3));
        assertThat(ids(second)).isEqualTo(expected.subList(3, 6));
        assertThat(ids(third)).isEqualTo(expected.subList(6, 8));
        assertThat(ids(lists.toDo(desk, ALL.from(third.previous().orElseThrow()), 3)))
                .isEqualTo(ids(second));
        var back = lists.toDo(desk, ALL.from(second.previous().orElseThrow()), 3);
        assertThat(ids(back)).isEqualTo(ids(first));
        assertThat(back.previous()).isEmpty();
    }

    @Test
    void aTaskThatGoesMovesNoOtherToAnotherPage() {
        var desk = aDesk();
        for (int day = 1; day <= 6; day++) {
            put(desk, "2026-03-%02dT10:00:00Z".formatted(day), null);
        }
        var expected = ids(lists.toDo(desk, ALL, 100));
        var first = lists.toDo(desk, ALL, 3);

        jdbc.sql("update inbox_task set state = 'CANCELLED' where task_id = :id")
                .param("id", expected.get(0))
                .update();

        assertThat(ids(lists.toDo(desk, ALL.from(first.next().orElseThrow()), 3)))
                .isEqualTo(expected.subList(3, 6));
    }

    @Test
    void whatIsDueFirstComesFirstAndWhatHasNoDeadlineLast() {
        var desk = aDesk();
        var never = put(desk, "2026-03-01T01:00:00Z", null);
        var later = put(desk, "2026-03-01T02:00:00Z", "2026-03-20T16:00:00Z");
        var soon = put(desk, "2026-03-01T03:00:00Z", "2026-03-05T16:00:00Z");
        var dueFirst = ALL.in(InboxQuery.Order.DUE_FIRST);

        assertThat(ids(lists.toDo(desk, dueFirst))).containsExactly(soon, later, never);
        var first = lists.toDo(desk, dueFirst, 2);
        var last = lists.toDo(desk, dueFirst.from(first.next().orElseThrow()), 2);
        assertThat(ids(last)).containsExactly(never);
        assertThat(ids(lists.toDo(desk, dueFirst.from(last.previous().orElseThrow()), 2)))
                .containsExactly(soon, later);
    }

    @Test
    void overdueAndSoonAreToldApartByTheWorkCalendar() {
        var desk = aDesk();
        var overdue = put(desk, "2026-02-20T01:00:00Z", "2026-03-01T16:00:00Z");
        var thirdWorkday = put(desk, "2026-03-01T02:00:00Z", "2026-03-05T16:00:00Z");
        put(desk, "2026-03-01T03:00:00Z", "2026-03-06T16:00:00Z");

        assertThat(ids(lists.toDo(desk, due(InboxQuery.Due.OVERDUE)))).containsExactly(overdue);
        assertThat(ids(lists.toDo(desk, due(InboxQuery.Due.SOON)))).containsExactly(thirdWorkday);
        assertThat(lists.counts(desk))
                .isEqualTo(new InboxCounts(
                        Map.of("cityReview", 3L),
                        Map.of("free", 3L, "mine", 0L, "colleague", 0L, "soon", 1L, "overdue", 1L),
                        0,
                        0,
                        0,
                        0));
    }

    @Test
    void aPartOfTheSchoolsNameFindsIt() {
        var ours = submitted(OF_LOUDI);
        var reviewer = people.cityReviewer(LOUDI);

        assertThat(numbers(lists.toDo(reviewer, inRound("楚怡工业")))).containsExactly(ours.value());
        assertThat(numbers(lists.toDo(reviewer, inRound(ours.value().substring(4)))))
                .containsExactly(ours.value());
        assertThat(numbers(lists.toDo(reviewer, inRound("%工业")))).isEmpty();
        assertThat(numbers(lists.toDo(reviewer, inRound("_")))).isEmpty();
        assertThat(numbers(lists.toDo(reviewer, inRound("' or true --")))).isEmpty();
    }

    @Test
    void programmeAndStepNarrowTheList() {
        var ours = submitted(OF_LOUDI);
        var reviewer = people.cityReviewer(LOUDI);

        assertThat(numbers(lists.toDo(reviewer, narrowed(PROGRAMME, "cityReview"))))
                .containsExactly(ours.value());
        assertThat(numbers(lists.toDo(reviewer, narrowed("think-tank", "cityReview"))))
                .isEmpty();
        assertThat(numbers(lists.toDo(reviewer, narrowed(PROGRAMME, "formalCheck"))))
                .isEmpty();
    }

    @Test
    void whatSheReturnedStandsAmongDoneWithHerResult() {
        var number = submitted(OF_LOUDI);
        var reviewer = people.cityReviewer(LOUDI);
        var colleague = people.cityReviewer(LOUDI);

        walk.done(number, reviewer, Submission.returning());

        assertThat(lists.done(reviewer, inRound()).rows())
                .extracting(InboxTask::businessKey, task -> task.outcome().orElseThrow())
                .containsExactly(tuple(number.value(), "returned"));
        assertThat(numbers(lists.toDo(reviewer, inRound()))).isEmpty();
        assertThat(lists.done(colleague, inRound()).rows()).isEmpty();
        assertThat(lists.states(reviewer, InboxList.DONE)).isEqualTo(Map.of("returned", 1L));
    }

    @Test
    void theOrganisationsListSaysWhatIsOpenAndWhoDidWhatAndNothingOfAnotherCity() {
        var open = submitted(OF_LOUDI);
        var done = new Submission(walk, people, round).by(OF_LOUDI, "culture-base");
        submitted(OF_CHANGSHA);
        var reviewer = people.cityReviewer(LOUDI);
        var colleague = people.cityReviewer(LOUDI);
        walk.done(done, reviewer, Submission.returning());

        assertThat(lists.ofOrganisation(colleague, inRound()).rows())
                .extracting(InboxTask::businessKey, InboxTask::isOpen, InboxTask::completedByName)
                .containsExactlyInAnyOrder(
                        tuple(open.value(), true, Optional.empty()),
                        tuple(done.value(), false, Optional.of(reviewer.name())));
        assertThat(lists.ofOrganisation(people.leaderOf(OF_LOUDI), inRound()).rows())
                .extracting(InboxTask::key)
                .containsOnly("schoolSignOff");
    }

    @Test
    void eachCountOfWhatIsToDoIsAListAndItsPagesFollowEachOther() {
        var desk = aDesk();
        var colleague = people.in(people.organisation(Department.HOUSING.organisationName()), Role.REVIEWER);
        List<String> free = new ArrayList<>();
        for (int number = 0; number < 2 * InboxLists.PAGE_SIZE + 1; number++) {
            free.add(put(desk, "2026-03-01T10:00:%02d+08".formatted(number % 60), null));
        }
        var mine = claimed(put(desk, "2026-03-01T11:00+08", "2026-03-04T00:00+08"), desk);
        var theirs = claimed(put(desk, "2026-03-01T11:00+08", "2026-03-02T00:00+08"), colleague);

        assertThat(lists.counts(desk).toDoByState())
                .containsExactly(
                        Map.entry("free", (long) free.size()),
                        Map.entry("mine", 1L),
                        Map.entry("colleague", 1L),
                        Map.entry("soon", 1L),
                        Map.entry("overdue", 1L));
        assertThat(ids(lists.toDo(desk, ALL.state("mine")))).containsExactly(mine);
        assertThat(ids(lists.toDo(desk, ALL.state("colleague")))).containsExactly(theirs);
        assertThat(ids(lists.toDo(colleague, ALL.state("mine")))).containsExactly(theirs);
        var first = lists.toDo(desk, ALL.state("free"));
        var second = lists.toDo(desk, ALL.state("free").from(first.next().orElseThrow()));
        var third = lists.toDo(desk, ALL.state("free").from(second.next().orElseThrow()));
        List<String> all = new ArrayList<>(ids(first));
        all.addAll(ids(second));
        all.addAll(ids(third));
        assertThat(all).containsExactlyInAnyOrderElementsOf(free);
        assertThat(third.next()).isEmpty();
        assertThat(lists.toDo(desk, ALL.state("free").from(third.previous().orElseThrow())))
                .extracting(InboxListsTest::ids)
                .isEqualTo(ids(second));
    }

    @Test
    void theOtherListsAreNarrowedByTheirStatesToo() {
        var number = submitted(OF_LOUDI);
        var open = new Submission(walk, people, round).by(OF_LOUDI, "culture-base");
        var reviewer = people.cityReviewer(LOUDI);
        walk.done(number, reviewer, Submission.recommending());
        walk.done(number, people.provincialOfficer(), Submission.approving());

        assertThat(numbers(lists.done(reviewer, inRound().state("recommended"))))
                .containsExactly(number.value());
        assertThat(numbers(lists.done(reviewer, inRound().state("returned")))).isEmpty();
        assertThat(numbers(lists.ofOrganisation(reviewer, inRound().state("open"))))
                .containsExactly(open.value());
        assertThat(numbers(lists.ofOrganisation(reviewer, inRound().state("done"))))
                .containsExactly(number.value());
        assertThat(lists.copied(reviewer, inRound().state("unread")).rows()).hasSize(1);
        assertThat(lists.copied(reviewer, inRound().state("read")).rows()).isEmpty();
        var applicant = people.applicantOf(OF_CHANGSHA);
        walk.started(applicant, round, PROGRAMME);
        assertThat(lists.started(applicant, inRound().state("running")).rows()).hasSize(1);
        assertThat(lists.started(applicant, inRound().state("ended")).rows()).isEmpty();
    }

    private String claimed(String task, Actor holder) {
        jdbc.sql("update inbox_task set assignee_id = :account, claimed_at = now() where task_id = :task")
                .param("account", holder.account().value())
                .param("task", task)
                .update();
        return task;
    }

    @Test
    void theStarterFindsHerApplicationAmongStarted() {
        var applicant = people.applicantOf(OF_LOUDI);
        var other = people.applicantOf(OF_LOUDI);
        var number = walk.started(applicant, round, PROGRAMME);

        assertThat(lists.started(applicant, ALL).rows())
                .extracting(InboxCase::businessKey)
                .containsExactly(number.value());
        assertThat(lists.started(other, ALL).rows()).isEmpty();
    }

    @Test
    void theReviewerGetsACopyOfTheApprovalAndOpeningItMarksItRead() {
        var number = submitted(OF_LOUDI);
        var reviewer = people.cityReviewer(LOUDI);
        var stranger = people.cityReviewer(CHANGSHA);
        walk.done(number, reviewer, Submission.recommending());
        walk.done(number, people.provincialOfficer(), Submission.approving());

        assertThat(lists.counts(reviewer).unread()).isEqualTo(1);
        assertThat(lists.copied(reviewer, ALL).rows())
                .extracting(
                        InboxCase::businessKey, row -> row.copy().orElseThrow().reason())
                .containsExactly(tuple(number.value(), "approved"));
        assertThat(lists.openCopy(stranger, number.value())).isEmpty();
        assertThat(lists.counts(reviewer).unread()).isEqualTo(1);
        assertThat(lists.openCopy(reviewer, number.value())).isPresent();
        assertThat(lists.counts(reviewer).unread()).isZero();
        assertThat(lists.copied(stranger, ALL).rows()).isEmpty();
    }

    @Test
    void aMangledPlaceInTheListIsNoPlace() {
        assertThat(List.of("", "a", "ax", "_", "a_1", "c2026-03-02T01:00:00Z_1", "ayesterday_1"))
                .allSatisfy(text -> assertThat(InboxQuery.Cursor.parse(text)).isEmpty());
        var cursor = new InboxQuery.Cursor(true, Optional.of(Instant.parse("2026-03-02T01:00:00.123456Z")), "a_b");
        assertThat(InboxQuery.Cursor.parse(cursor.toString())).contains(cursor);
        var never = new InboxQuery.Cursor(false, Optional.empty(), "x");
        assertThat(InboxQuery.Cursor.parse(never.toString())).contains(never);
    }

    /** A reviewer whose office has no other tasks. */
    private Actor aDesk() {
        var office = people.organisation(Department.HOUSING.organisationName());
        jdbc.sql("delete from inbox_task where organisation_id = :id")
                .param("id", office.id().value())
                .update();
        return people.in(office, Role.REVIEWER);
    }

    private String put(Actor desk, String createdAt, String dueAt) {
        var id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id,
                          city_code, started_at)
                        values (:id, 'schoolApplication', '测试', 'think-tank', '2026-1', :organisation, '430100', now())""")
                .param("id", id)
                .param("organisation", desk.organisation().value())
                .update();
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, business_key, title, category, occasion, applicant_id, city_code,
                          organisation_id, role, state, created_at, due_at)
                        values (:id, 'cityReview', 'schoolApplication', 'd', 'i', :id, '测试', 'think-tank', '2026-1',
                          :organisation, '430100', :organisation, 'REVIEWER', 'OPEN', cast(:created as timestamptz),
                          cast(:due as timestamptz))""")
                .param("id", id)
                .param("organisation", desk.organisation().value())
                .param("created", createdAt)
                .param("due", dueAt)
                .update();
        return id;
    }

    private ApplicationNumber submitted(String school) {
        return new Submission(walk, people, round).by(school);
    }

    private InboxQuery inRound() {
        return query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private InboxQuery inRound(String text) {
        return query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private InboxQuery narrowed(String programme, String task) {
        return query(Optional.of(programme), Optional.of(task), Optional.empty(), Optional.empty());
    }

    private InboxQuery query(
            Optional<String> programme, Optional<String> task, Optional<InboxQuery.Due> due, Optional<String> text) {
        return new InboxQuery(
                programme,
                Optional.of(round.code().value()),
                Optional.empty(),
                task,
                Optional.empty(),
                due,
                text,
                InboxQuery.Order.NEWEST,
                Optional.empty());
    }

    private static InboxQuery due(InboxQuery.Due due) {
        return new InboxQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(due),
                Optional.empty(),
                InboxQuery.Order.NEWEST,
                Optional.empty());
    }

    private static InboxQuery searching(String text) {
        return new InboxQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(text),
                InboxQuery.Order.NEWEST,
                Optional.empty());
    }

    private static List<String> numbers(InboxPage<InboxTask> page) {
        return page.rows().stream().map(InboxTask::businessKey).toList();
    }

    private static List<String> ids(InboxPage<InboxTask> page) {
        return page.rows().stream().map(InboxTask::id).toList();
    }
}
