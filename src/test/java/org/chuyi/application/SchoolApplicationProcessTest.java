package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.application.ApplicationStatus.APPROVED;
import static org.chuyi.application.ApplicationStatus.CITY_REVIEW;
import static org.chuyi.application.ApplicationStatus.DRAFT;
import static org.chuyi.application.ApplicationStatus.EXPIRED;
import static org.chuyi.application.ApplicationStatus.FORMAL_CHECK;
import static org.chuyi.application.ApplicationStatus.NOT_RECOMMENDED;
import static org.chuyi.application.ApplicationStatus.PARTNER_CONFIRMATION;
import static org.chuyi.application.ApplicationStatus.REFUSED;
import static org.chuyi.application.ApplicationStatus.RETURNED;
import static org.chuyi.application.ApplicationStatus.SCHOOL_SIGN_OFF;
import static org.chuyi.application.ApplicationStatus.WITHDRAWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Role;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.review.Reviews;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of school-application.bpmn, both answers of each gateway, with the real delegates. */
@IntegrationTest
class SchoolApplicationProcessTest {

    static final String COLLEGE = "长沙民政职业技术学院";
    static final String SECONDARY_SCHOOL = "浏阳市职业中专学校";

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationDirectory directory;

    @Autowired
    TaskInbox inbox;

    @Autowired
    ApplicationContents contents;

    @Autowired
    Reviews reviews;

    @Autowired
    RuntimeService engine;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    Actor applicant;
    Actor leader;
    Actor city;
    Actor officer;
    Round round;

    @BeforeEach
    void anOpenRoundAndTheSecondarySchoolsPeople() {
        round = rounds.justOpened();
        applicant = people.applicantOf(SECONDARY_SCHOOL);
        leader = people.leaderOf(SECONDARY_SCHOOL);
        city = people.cityReviewer(People.CHANGSHA);
        officer = people.provincialOfficer();
    }

    @Test
    void aCollegeReportsDirectlyAndTheProvinceApproves() {
        applicant = people.applicantOf(COLLEGE);
        leader = people.leaderOf(COLLEGE);

        var number = filed("think-tank");

        assertThat(status(number)).isEqualTo(FORMAL_CHECK);
        assertThat(walk.hasTask(number, city)).isFalse();
        walk.done(number, officer, decision("approved"));
        assertThat(status(number)).isEqualTo(APPROVED);
        assertEnded(number, "applicationApproved");
    }

    @Test
    void aSecondarySchoolGoesThroughItsCityToTheProvince() {
        var number = filed("culture-base");

        assertThat(status(number)).isEqualTo(CITY_REVIEW);
        assertThat(walk.hasTask(number, officer)).isFalse();
        walk.done(number, city, decision("recommended"));
        assertThat(status(number)).isEqualTo(FORMAL_CHECK);
        walk.done(number, officer, decision("approved"));

        assertThat(status(number)).isEqualTo(APPROVED);
        assertEnded(number, "applicationApproved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"technician-college", "specialty-group", "culture-base"})
    void aTechnicianCollegeGoesThroughBothHumanResourcesAuthorities(String programme) {
        var provincialHr = people.provincialOfficer(Department.HUMAN_RESOURCES);
        var cityHr = people.humanResourcesReviewer(People.CHANGSHA);
        var college = people.technicianCollege("测试技师学院" + System.nanoTime());
        applicant = people.in(college, Role.APPLICANT);
        leader = people.in(college, Role.SCHOOL_LEADER);
        var partner = company("乙");

        var number = handedIn(programme, partner);
        if (status(number) == PARTNER_CONFIRMATION) {
            walk.done(number, people.in(partner, Role.APPLICANT), Map.of("decision", "confirmed"));
        }
        walk.done(number, leader, signOff());
        assertThat(walk.hasTask(number, city)).isFalse();
        walk.done(number, cityHr, decision("recommended"));

        assertThat(status(number)).isEqualTo(FORMAL_CHECK);
        assertThat(walk.hasTask(number, officer)).isFalse();
        assertThat(inbox.complete(
                        walk.task(number, provincialHr).id(), officer, decision("approved"), Optional.empty()))
                .isEqualTo(new Completion.NotFound());
        walk.done(number, provincialHr, returned("建设基础", "补充2025年数据"));
        walk.done(number, applicant, walk.answers(programme, applicant, partner));
        walk.done(number, leader, signOff());
        assertThat(walk.hasTask(number, officer)).isFalse();
        walk.done(number, provincialHr, decision("approved"));
        assertThat(status(number)).isEqualTo(APPROVED);
        assertEnded(number, "applicationApproved");
    }

    @Test
    void aSecondarySchoolsApplicationIsNotTheHumanResourcesDepartments() {
        var number = filed("culture-base");
        walk.done(number, city, decision("recommended"));

        assertThat(walk.hasTask(number, people.provincialOfficer(Department.HUMAN_RESOURCES)))
                .isFalse();
        assertThat(walk.hasTask(number, officer)).isTrue();
    }

    @Test
    void theCityDoesNotRecommend() {
        var number = filed("culture-base");

        walk.done(number, city, decision("refused"));

        assertThat(status(number)).isEqualTo(NOT_RECOMMENDED);
        assertEnded(number, "applicationNotRecommended");
    }

    @Test
    void theProvinceRefuses() {
        var number = filed("culture-base");
        walk.done(number, city, decision("recommended"));

        walk.done(number, officer, decision("refused"));

        assertThat(status(number)).isEqualTo(REFUSED);
        assertEnded(number, "applicationRefused");
    }

    @Test
    void whatTheCityReturnedComesBackToTheCityAsTheNextVersion() {
        var number = filed("culture-base");
        walk.done(number, city, returned("建设基础", "补充2025年数据"));
        assertThat(status(number)).isEqualTo(RETURNED);
        assertThat(reviews.correctionsOf(number).get(0).items())
                .extracting("place", "requirement")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("建设基础", "补充2025年数据"));

        walk.done(number, applicant, walk.answers("culture-base", applicant));
        walk.done(number, leader, signOff());

        assertThat(status(number)).isEqualTo(CITY_REVIEW);
        assertThat(directory.get(number).currentVersion()).isEqualTo(2);
        assertThat(reviews.correctionsOf(number).get(0).answeredByVersion()).hasValue(2);
        assertThat(walk.hasTask(number, city)).isTrue();
        assertThat(walk.hasTask(number, officer)).isFalse();
    }

    @Test
    void whatTheProvinceReturnedComesBackToTheProvinceAndNotToTheCity() {
        var number = filed("culture-base");
        walk.done(number, city, decision("recommended"));
        walk.done(number, officer, returned("经费预算", "预算合计有误"));

        walk.done(number, applicant, walk.answers("culture-base", applicant));
        walk.done(number, leader, signOff());

        assertThat(status(number)).isEqualTo(FORMAL_CHECK);
        assertThat(walk.hasTask(number, officer)).isTrue();
        assertThat(walk.hasTask(number, city)).isFalse();
    }

    @Test
    void aReturnNeedsTheListOfWhatToCorrect() {
        var number = filed("culture-base");

        var completion = walk.complete(number, city, decision("returned"));

        assertThat(completion).isInstanceOf(Completion.Rejected.class);
        assertThat(status(number)).isEqualTo(CITY_REVIEW);
        assertThat(walk.hasTask(number, city)).isTrue();
    }

    @Test
    void theLeaderSendsItBackToTheClerkWithTheReasonOnTheForm() {
        var number = handedIn("culture-base");

        walk.done(number, leader, Map.of("decision", "sentBack", "opinion", "请核对预算"));

        assertThat(status(number)).isEqualTo(DRAFT);
        assertThat(directory.get(number).problems())
                .extracting(FieldProblem::code)
                .containsExactly("review.problem.leaderSentBack");
        assertThat(walk.hasTask(number, applicant)).isTrue();
        assertThat(directory.get(number).currentVersion()).isZero();
    }

    @Test
    void missingMaterialsAreNamedAndTheFormComesBack() {
        var number = walk.started(applicant, round, "culture-base");

        walk.done(number, applicant, walk.answers("culture-base", applicant));

        var required = walk.programme("culture-base").materials().stream()
                .filter(material -> material.required())
                .map(material -> "material." + material.code())
                .toList();
        assertThat(directory.get(number).problems())
                .extracting(FieldProblem::path)
                .containsExactlyElementsOf(required);
        assertThat(status(number)).isEqualTo(DRAFT);
        assertThat(walk.hasTask(number, leader)).isFalse();
    }

    @Test
    void eachPartnerConfirmsBeforeTheLeaderSigns() {
        var first = company("甲");
        var second = company("乙");
        var number = handedIn("training-base", first, second);
        assertThat(status(number)).isEqualTo(PARTNER_CONFIRMATION);

        walk.done(number, people.in(first, Role.APPLICANT), Map.of("decision", "confirmed"));
        assertThat(status(number)).isEqualTo(PARTNER_CONFIRMATION);
        walk.done(number, people.in(second, Role.APPLICANT), Map.of("decision", "confirmed"));

        assertThat(status(number)).isEqualTo(SCHOOL_SIGN_OFF);
    }

    @Test
    void partnersWhoAllConfirmAtTheSameMomentAreAllCounted() throws Exception {
        Organisation[] partners = Stream.of("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬")
                .map(this::company)
                .toArray(Organisation[]::new);
        var number = handedIn("training-base", partners);
        List<Callable<Completion>> presses = Stream.of(partners)
                .map(partner -> people.in(partner, Role.APPLICANT))
                .map(person -> {
                    String task = walk.task(number, person).id();
                    return (Callable<Completion>)
                            () -> inbox.complete(task, person, Map.of("decision", "confirmed"), Optional.empty());
                })
                .toList();

        assertThat(AtOnce.<Completion>press(presses)).hasOnlyElementsOfType(Completion.Completed.class);

        assertThat(status(number)).isEqualTo(SCHOOL_SIGN_OFF);
    }

    @Test
    void aPartnerReadsItsOwnPartAndNotAnotherPartners() {
        var first = company("庚");
        var second = company("辛");
        var number = handedIn("training-base", first, second);
        var person = people.in(first, Role.APPLICANT);

        var shown = contents.partnership(number, person, Locale.SIMPLIFIED_CHINESE)
                .orElseThrow()
                .toString();

        assertThat(shown).contains(first.socialCreditCode().orElseThrow());
        assertThat(shown).doesNotContain(second.socialCreditCode().orElseThrow());
        assertThat(contents.partnership(number, people.in(company("壬"), Role.APPLICANT), Locale.SIMPLIFIED_CHINESE))
                .isEmpty();
    }

    @Test
    void onePartnersRefusalCancelsTheOthersTasksAndGoesBackToTheClerk() {
        var first = company("丙");
        var second = company("丁");
        var firstPerson = people.in(first, Role.APPLICANT);
        var secondPerson = people.in(second, Role.APPLICANT);
        var number = handedIn("training-base", first, second);
        var openTask = walk.task(number, secondPerson);

        walk.done(number, firstPerson, Map.of("decision", "declined", "opinion", "未达成协议"));

        assertThat(status(number)).isEqualTo(DRAFT);
        assertThat(walk.hasTask(number, secondPerson)).isFalse();
        assertThat(inbox.complete(openTask.id(), secondPerson, Map.of("decision", "confirmed"), Optional.empty()))
                .isEqualTo(new Completion.Cancelled());
        assertThat(directory.get(number).problems().get(0).arguments()).containsExactly(first.name(), "未达成协议");
    }

    @Test
    void aPartnerThatConfirmedTheSameRowIsNotAskedAgain() {
        var partner = company("戊");
        var person = people.in(partner, Role.APPLICANT);
        var number = handedIn("training-base", partner);
        walk.done(number, person, Map.of("decision", "confirmed"));
        walk.done(number, leader, Map.of("decision", "sentBack", "opinion", "改一处文字"));

        walk.done(number, applicant, walk.answers("training-base", applicant, partner));

        assertThat(status(number)).isEqualTo(SCHOOL_SIGN_OFF);
        assertThat(walk.hasTask(number, person)).isFalse();
    }

    @Test
    void aPartnerThatNobodyKnowsIsRefusedAtItsRow() {
        var number = walk.started(applicant, round, "training-base");
        var answers = new java.util.HashMap<>(walk.answers("training-base", applicant, company("己")));
        var rule = walk.programme("training-base").partners().orElseThrow();
        @SuppressWarnings("unchecked")
        var row = (Map<String, Object>) ((List<?>) answers.get(rule.field())).get(0);
        row.put(rule.codeField(), "91350100M000100Y43");

        var completion = walk.complete(number, applicant, answers);

        assertThat(((Completion.Rejected) completion).problems())
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        rule.field() + "[0]." + rule.codeField(), "application.problem.partnerUnknown"));
        assertThat(walk.hasTask(number, applicant)).isTrue();
    }

    @Test
    void atTwentyFourHoursOfTheLastDayTheDraftExpires() {
        var number = walk.started(applicant, round, "culture-base");

        clock.moveTo(MovableClock.at("2026-03-31T23:59:59"));
        assertThat(status(number)).isEqualTo(DRAFT);
        clock.moveTo(MovableClock.at("2026-04-01T00:00:00"));

        assertThat(status(number)).isEqualTo(EXPIRED);
        assertThat(walk.hasTask(number, applicant)).isFalse();
        assertEnded(number, "applicationExpired");
    }

    @Test
    void aProlongedWindowProlongsEveryDraftWithItsTimer() {
        var number = walk.started(applicant, round, "culture-base");

        rounds.prolonged(round, LocalDate.parse("2026-04-02"));
        clock.moveTo(MovableClock.at("2026-04-02T23:59:59"));
        assertThat(status(number)).isEqualTo(DRAFT);
        clock.moveTo(MovableClock.at("2026-04-03T00:00:00"));

        assertThat(status(number)).isEqualTo(EXPIRED);
    }

    @Test
    void aProlongedWindowMovesTheTaskAndItsReminderWithIt() {
        var number = walk.started(applicant, round, "culture-base");
        clock.moveTo(MovableClock.at("2026-03-27T09:00"));
        assertThat(messages(applicant, "filingReminder", number)).isEqualTo(1);

        rounds.prolonged(round, LocalDate.parse("2026-04-02"));
        var due = MovableClock.at("2026-04-03T00:00");
        assertThat(walk.task(number, applicant).dueAt()).contains(due);
        assertThat(tasks.createTaskQuery()
                        .taskId(walk.task(number, applicant).id())
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(due);

        clock.moveTo(MovableClock.at("2026-03-31T08:59:59"));
        assertThat(messages(applicant, "filingReminder", number)).isEqualTo(1);
        clock.moveTo(MovableClock.at("2026-03-31T09:00"));
        assertThat(messages(applicant, "filingReminder", number)).isEqualTo(2);
        clock.moveTo(due.minusSeconds(1));
        assertThat(messages(applicant, "filingReminder", number)).isEqualTo(2);
    }

    @Test
    void aSubmissionOneSecondLateIsRefusedAndNothingIsLost() {
        var number = walk.started(applicant, round, "culture-base");
        walk.withMaterials(number, "culture-base", applicant);
        clock.set(MovableClock.at("2026-04-01T00:00:01"));

        var completion = walk.complete(number, applicant, walk.answers("culture-base", applicant));

        assertThat(((Completion.Rejected) completion).problems())
                .extracting(FieldProblem::code)
                .containsExactly("application.problem.windowClosed");
        assertThat(status(number)).isEqualTo(DRAFT);
    }

    @Test
    void aSignatureOneSecondLateIsRefused() {
        var number = handedIn("culture-base");
        clock.set(MovableClock.at("2026-04-01T00:00:01"));

        var completion = walk.complete(number, leader, signOff());

        assertThat(completion).isInstanceOf(Completion.Rejected.class);
        assertThat(directory.get(number).currentVersion()).isZero();
    }

    @Test
    void aCorrectionThatDoesNotComeInTimeExpires() {
        var number = filed("culture-base");
        walk.done(number, city, returned("建设基础", "补充数据"));
        var due = directory.get(number).filingDueAt();

        clock.moveTo(due.minusSeconds(1));
        assertThat(status(number)).isEqualTo(RETURNED);
        clock.moveTo(due);

        assertThat(status(number)).isEqualTo(EXPIRED);
    }

    @Test
    void aCorrectionMayComeAfterTheWindowHasClosed() {
        clock.set(MovableClock.at("2026-03-31T10:00"));
        var number = filed("culture-base");
        walk.done(number, city, returned("建设基础", "补充数据"));

        clock.moveTo(MovableClock.at("2026-04-02T10:00"));
        walk.done(number, applicant, walk.answers("culture-base", applicant));
        walk.done(number, leader, signOff());

        assertThat(status(number)).isEqualTo(CITY_REVIEW);
    }

    @Test
    void aMissedReviewIsRemindedThenMarkedAndToldToTheSuperior() {
        var number = filed("culture-base");
        var task = walk.task(number, city);
        var due = task.dueAt().orElseThrow();
        var leader = people.in(people.organisation(city.organisationName()), Role.BUREAU_LEADER);

        clock.moveTo(due.minusSeconds(1));
        assertThat(messages(city, "reviewReminder", number)).isEqualTo(1);
        assertThat(messages(leader, "reviewReminder", number)).isZero();
        assertThat(walk.task(number, city).overdueAt()).isEmpty();
        clock.moveTo(due);

        assertThat(walk.task(number, city).overdueAt()).contains(due);
        assertThat(messages(city, "reviewOverdue", number)).isEqualTo(1);
        assertThat(messages(leader, "reviewOverdueReport", number)).isEqualTo(1);
        assertThat(messages(officer, "reviewOverdueReport", number)).isEqualTo(1);
        assertThat(status(number)).isEqualTo(CITY_REVIEW);
    }

    @Test
    void aMissedFormalCheckIsRemindedThenMarked() {
        var number = filed("culture-base");
        walk.done(number, city, decision("recommended"));
        var due = walk.task(number, officer).dueAt().orElseThrow();

        clock.moveTo(due);

        assertThat(messages(officer, "reviewReminder", number)).isEqualTo(1);
        assertThat(walk.task(number, officer).overdueAt()).contains(due);
    }

    @Test
    void theClerkIsRemindedTwoWorkdaysBeforeTheWindowCloses() {
        var number = walk.started(applicant, round, "culture-base");

        clock.moveTo(MovableClock.at("2026-03-27T09:00").minusSeconds(1));
        assertThat(messages(applicant, "filingReminder", number)).isZero();
        clock.moveTo(MovableClock.at("2026-03-27T09:00"));

        assertThat(messages(applicant, "filingReminder", number)).isEqualTo(1);
        assertThat(status(number)).isEqualTo(DRAFT);
    }

    @Test
    void aDraftOfTheLastDayIsRemindedOfOnlyWhereItBeganBeforeNine() {
        clock.set(MovableClock.at("2026-03-31T08:59"));
        var early = walk.started(applicant, round, "culture-base");
        clock.set(MovableClock.at("2026-03-31T09:00"));
        var late = walk.started(applicant, round, "secondary-school");

        clock.moveTo(MovableClock.at("2026-03-31T23:59:59"));

        assertThat(messages(applicant, "filingReminder", early)).isEqualTo(1);
        assertThat(messages(applicant, "filingReminder", late)).isZero();
    }

    @Test
    void theClerkAndEachPartnerThatHasNotConfirmedAreRemindedOnce() {
        var partner = company("寅");
        var other = company("卯");
        var number = handedIn("training-base", partner, other);
        var person = people.in(partner, Role.APPLICANT);
        var another = people.in(other, Role.APPLICANT);

        clock.moveTo(MovableClock.at("2026-03-31T23:59:59"));

        for (Actor reader : List.of(applicant, person, another)) {
            assertThat(messages(reader, "filingReminder", number)).isEqualTo(1);
        }
        assertThat(messages(leader, "filingReminder", number)).isZero();
    }

    @Test
    void theSchoolWithdrawsUntilItIsDecided() {
        var number = filed("culture-base");

        assertThat(applications.withdraw(number, applicant, "另行申报")).isTrue();

        assertThat(status(number)).isEqualTo(WITHDRAWN);
        assertThat(walk.hasTask(number, city)).isFalse();
        assertEnded(number, "applicationWithdrawn");
        assertThat(applications.withdraw(number, applicant, "再撤一次")).isFalse();
    }

    @Test
    void whatIsDecidedCannotBeWithdrawn() {
        var number = filed("culture-base");
        walk.done(number, city, decision("refused"));

        assertThat(applications.withdraw(number, applicant, "来不及了")).isFalse();

        assertThat(status(number)).isEqualTo(NOT_RECOMMENDED);
    }

    @Test
    void anotherSchoolCannotWithdrawIt() {
        var number = filed("culture-base");
        var stranger = people.applicantOf(COLLEGE);

        assertThat(applications.withdraw(number, stranger, "不是我的")).isFalse();

        assertThat(status(number)).isEqualTo(CITY_REVIEW);
    }

    @Test
    void aSchoolAppliesOnceForAProgrammeAndRoundAndAgainAfterWithdrawing() {
        var number = walk.started(applicant, round, "culture-base");
        var code = new ProgrammeCode("culture-base");

        assertThat(applications.start(applicant, round.code(), code))
                .isEqualTo(new Applications.Start.NotStarted(
                        List.of(FieldProblem.of("", "", "application.problem.alreadyApplied"))));
        applications.withdraw(number, applicant, "重新填报");

        assertThat(applications.start(applicant, round.code(), code)).isInstanceOf(Applications.Start.Started.class);
    }

    @Test
    void colleaguesWhoBeginAtTheSameMomentGetAnApplicationEachAsLongAsThereIsRoom() throws Exception {
        var programme = walk.programme("culture-base");
        var roomy = rounds.published(
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-31"),
                List.of(new RoundProgramme(
                        programme.code(), programme.number().byDefault(), 3, false, Map.of(), programme.workdays())));
        Callable<Applications.Start> begin = () -> applications.start(applicant, roomy.code(), programme.code());

        var begun = AtOnce.press(List.of(begin, begin, begin, begin));

        assertThat(begun)
                .filteredOn(Applications.Start.Started.class::isInstance)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(begun)
                .filteredOn(Applications.Start.NotStarted.class::isInstance)
                .containsExactly(new Applications.Start.NotStarted(
                        List.of(FieldProblem.of("", "", "application.problem.alreadyApplied"))));
    }

    @Test
    void aRequestsKeyIsGoodForOneTaskAndAnswersItsRepeat() {
        var first = filed("culture-base");
        var second = filed("secondary-school");
        var key = Optional.of("key-" + first.value());
        String task = walk.task(first, city).id();

        var answer = inbox.complete(task, city, decision("recommended"), key);

        assertThat(answer).isEqualTo(new Completion.Completed(first.value(), "recommended"));
        assertThat(inbox.complete(task, city, decision("recommended"), key)).isEqualTo(answer);
        assertThat(inbox.complete(walk.task(second, city).id(), city, decision("recommended"), key))
                .isEqualTo(new Completion.Rejected(
                        List.of(FieldProblem.of("", "", "workflow.problem.requestKeyUsedElsewhere"))));
        assertThat(status(second)).isEqualTo(CITY_REVIEW);
    }

    @Test
    void theEnginesHistorySaysHowLongAReviewTook() {
        var number = filed("culture-base");
        walk.done(number, city, decision("recommended"));

        var review = history.createHistoricActivityInstanceQuery()
                .processInstanceId(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .singleResult()
                        .getId())
                .activityId("cityReview")
                .singleResult();

        assertThat(review.getDurationInMillis())
                .isEqualTo(review.getEndTime().getTime() - review.getStartTime().getTime());
    }

    @Test
    void aProgrammeForCollegesIsClosedToASecondarySchool() {
        var start = applications.start(applicant, round.code(), new ProgrammeCode("think-tank"));

        assertThat(((Applications.Start.NotStarted) start).problems())
                .extracting(FieldProblem::code)
                .containsExactly("programme.eligibility.kindNotAdmitted");
    }

    @Test
    void aTaskThatSomebodyElseCompletedAMomentAgoSaysWhoAndWhen() {
        var number = filed("culture-base");
        var task = walk.task(number, city);
        var colleague = people.cityReviewer(People.CHANGSHA);
        walk.done(number, colleague, decision("recommended"));

        var completion = inbox.complete(task.id(), city, decision("refused"), Optional.empty());

        assertThat(completion).isEqualTo(new Completion.AlreadyDone(colleague.name(), clock.instant()));
        assertThat(status(number)).isEqualTo(FORMAL_CHECK);
    }

    @Test
    void theSameRequestTwiceDecidesOnce() {
        var number = filed("culture-base");
        InboxTask task = walk.task(number, city);

        var first = inbox.complete(task.id(), city, decision("recommended"), Optional.of("key-1"));
        var second = inbox.complete(task.id(), city, decision("recommended"), Optional.of("key-1"));

        assertThat(second).isEqualTo(first);
        assertThat(reviews.of(number)).extracting("decision").containsExactly("signedOff", "recommended");
    }

    @Test
    void anotherCitysReviewerCannotCompleteTheTaskAndLearnsNothingOfIt() {
        var number = filed("culture-base");
        var task = walk.task(number, city);
        var stranger = people.cityReviewer(People.ZHUZHOU);

        assertThat(inbox.find(task.id(), stranger)).isEmpty();
        assertThat(inbox.complete(task.id(), stranger, decision("refused"), Optional.empty()))
                .isEqualTo(new Completion.NotFound());
        assertThat(status(number)).isEqualTo(CITY_REVIEW);
    }

    @Test
    void theEngineKeepsNoAnswers() {
        var number = filed("culture-base");

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance(number))
                        .count())
                .isZero();
        assertThat(engine.createVariableInstanceQuery()
                        .processInstanceIdIn(instance(number))
                        .list())
                .extracting("name")
                .containsExactlyInAnyOrder(
                        "applicationForm",
                        "programmeRoute",
                        "applicantKind",
                        "supervised",
                        "competition",
                        "returnedBy",
                        "reviewer",
                        "provincialDepartment");
    }

    @Test
    void aFrozenVersionsHashCanBeRepeatedFromWhatIsStored() {
        var number = filed("culture-base");

        assertThat(versions.hasItsHash(number, 1)).isTrue();
        jdbc.sql("update application_version set content = content || '{\"schoolName\": \"改\"}' where number = :n")
                .param("n", number.value())
                .update();
        assertThat(versions.hasItsHash(number, 1)).isFalse();
    }

    @Autowired
    ApplicationVersions versions;

    ApplicationNumber handedIn(String programme, Organisation... partners) {
        var number = walk.started(applicant, round, programme);
        walk.withMaterials(number, programme, applicant);
        walk.done(number, applicant, walk.answers(programme, applicant, partners));
        return number;
    }

    ApplicationNumber filed(String programme) {
        var number = handedIn(programme);
        walk.done(number, leader, signOff());
        return number;
    }

    ApplicationStatus status(ApplicationNumber number) {
        return directory.get(number).status();
    }

    Organisation company(String name) {
        return people.company("测试" + name + "公司" + System.nanoTime());
    }

    int messages(Actor reader, String template, ApplicationNumber number) {
        return jdbc.sql("""
                        select count(*) from message where account_id = :account and template = :template
                          and arguments ->> 'number' = :number""")
                .param("number", number.value())
                .param("account", reader.account().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }

    void assertEnded(ApplicationNumber number, String end) {
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isZero();
        assertThat(jdbc.sql("""
                        select count(*) from passed_steps, unnest(activities) step
                        where process_instance_id = :instance and step = :end""")
                        .param("instance", instance(number))
                        .param("end", end)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    String instance(ApplicationNumber number) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    static Map<String, Object> signOff() {
        return Map.of("decision", "signedOff");
    }

    static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision, "opinion", "材料齐全，符合条件。");
    }

    static Map<String, Object> returned(String place, String requirement) {
        return Map.of(
                "decision",
                "returned",
                "opinion",
                "请按清单修改。",
                "corrections",
                List.of(Map.of("place", place, "requirement", requirement)));
    }
}
