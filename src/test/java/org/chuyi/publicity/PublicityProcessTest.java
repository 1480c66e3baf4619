package org.chuyi.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.publicity.ObjectionIntake.Raising;
import org.chuyi.selection.RankedContests;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.shared.Sha256;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the leader's decision to the announcement: publicity.bpmn, objection.bpmn and the round's last steps. */
@IntegrationTest
@Import(RankedContests.class)
class PublicityProcessTest {

    private static final String IDENTITY = "11010519491231002X";

    @Autowired
    RankedContests ranked;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Publicity publicity;

    @Autowired
    ObjectionIntake intake;

    @Autowired
    ObjectionHandling handling;

    @Autowired
    Announcing announcing;

    @Autowired
    Notices notices;

    @Autowired
    NoticeFiles files;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Actor officer;
    Ranked contest;
    RoundCode round;

    @BeforeEach
    void aDecidedContestWhoseListIsShown() {
        clock.set(MovableClock.START);
        officer = people.provincialOfficer();
        contest = ranked.countersigning("secondary-school", 3, 1);
        round = contest.key().round();
        for (Department department : List.of(Department.EDUCATION, Department.FINANCE)) {
            Actor signs = people.in(organisations.department(department), Role.PROVINCIAL_OFFICER);
            done(contest.key().toString(), signs, Map.of("decision", "approve", "opinion", "同意"));
        }
        Actor leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        done(contest.key().toString(), leader, Map.of("decision", "approved", "opinion", "同意"));
        String instance = roundInstance();
        engine.createProcessInstanceModification(instance)
                .cancelAllForActivity(engine.getActiveActivityIds(instance).get(0))
                .startBeforeActivity("publicise")
                .execute();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void theListIsFrozenShownForFiveWorkdaysAndAnnounced() {
        PublicityList list = publicity.last(round).orElseThrow();
        assertThat(list.sections()).singleElement().satisfies(section -> assertThat(section.rows())
                .extracting(PublicityList.Row::number)
                .containsExactly(contest.numbers().get(0)));
        assertThat(list.sha256()).isEqualTo(Sha256.of(list.content()).hex());
        assertThat(list.displayedUntil()).isEqualTo(MovableClock.at("2026-03-10T00:00"));

        clock.moveTo(MovableClock.at("2026-03-09T23:59:59"));
        assertThat(hasTask(round.value(), officer)).isFalse();
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        assertThat(publicity.last(round).orElseThrow().state()).isEqualTo(PublicityList.State.CONCLUDED);
        assertThat(statusOf(0)).isEqualTo("SELECTION");

        done(round.value(), officer, announcement());

        assertThat(statusOf(0)).isEqualTo("APPROVED");
        assertThat(statusOf(1)).isEqualTo("NOT_SELECTED");
        Announcement announced = announcing.find(round).orElseThrow();
        assertThat(announced.document().issuer()).isEqualTo("湘教测");
        assertThat(announcing.selected(round))
                .extracting(result -> result.number().value())
                .containsExactly(contest.numbers().get(0));
        clock.moveTo(MovableClock.at("2026-03-10T00:01:00"));
        assertThat(roundInstances()).isZero();
    }

    @Test
    void documentNumbersFollowOneAnother() {
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        done(round.value(), officer, announcement());
        int first = announcing.find(round).orElseThrow().document().number();
        aDecidedContestWhoseListIsShown();
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));

        done(round.value(), officer, announcement());

        assertThat(announcing.find(round).orElseThrow().document().number()).isEqualTo(first + 1);
    }

    @Test
    void twoOfficersWhoIssueAtOnceIssueOneDocument() throws Exception {
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        Actor colleague = people.provincialOfficer();
        String task = inbox.openTaskOf(round.value(), officer).orElseThrow().id();
        List<Callable<Completion>> presses = List.of(
                () -> inbox.complete(task, officer, announcement(), Optional.empty()),
                () -> inbox.complete(task, colleague, announcement(), Optional.empty()));

        assertThat(AtOnce.<Completion>press(presses))
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Completion.Completed.class))
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Completion.AlreadyDone.class));
        int number = announcing.find(round).orElseThrow().document().number();
        assertThat(jdbc.sql("select last from document_number where issuer = '湘教测' and year = 2026")
                        .query(Integer.class)
                        .single())
                .isEqualTo(number);
    }

    @Test
    void theNoticeIsAFileInBothFormats() {
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        done(round.value(), officer, announcement());
        Notice notice = notices.of(round).orElseThrow();

        assertThat(notice.document()).startsWith("湘教测〔2026〕").endsWith("号");
        assertThat(notice.parts()).singleElement().satisfies(part -> assertThat(part.rows())
                .hasSize(1));
        assertThat(new String(files.pdf(notice), 0, 5)).isEqualTo("%PDF-");
        assertThat(new String(files.word(notice), 0, 2)).isEqualTo("PK");
    }

    @Test
    void anUpheldObjectionCorrectsTheListWhichIsShownAnew() {
        String key = raised(contest.numbers().get(0));
        done(key, officer, Map.of("decision", "accepted", "investigator", "province", "opinion", "受理"));
        done(key, officer, Map.of("findings", "申报数据与统计年报不一致", "proposal", "取消入选，递补下一名"));

        done(
                key,
                officer,
                Map.of(
                        "decision",
                        "upheld",
                        "answer",
                        "经核查，异议成立",
                        "corrections",
                        List.of(
                                correction(contest.numbers().get(0), "omit", "数据失实"),
                                correction(contest.numbers().get(1), "select", "递补"))));

        assertThat(publicity.of(round))
                .extracting(PublicityList::version, PublicityList::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, PublicityList.State.DISPLAYED),
                        org.assertj.core.groups.Tuple.tuple(1, PublicityList.State.SUPERSEDED));
        assertThat(publicity.last(round).orElseThrow().names(contest.numbers().get(1)))
                .isTrue();
        assertThat(publicity.last(round).orElseThrow().names(contest.numbers().get(0)))
                .isFalse();
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        assertThat(publicity.last(round).orElseThrow().state()).isEqualTo(PublicityList.State.CONCLUDED);
    }

    @Test
    void theDisplayDoesNotEndBeforeItsObjectionsAre() {
        String key = raised(contest.numbers().get(0));
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        assertThat(publicity.last(round).orElseThrow().state()).isEqualTo(PublicityList.State.DISPLAYED);

        done(key, officer, Map.of("decision", "notAccepted", "investigator", "province", "opinion", "没有可以核查的事实"));

        assertThat(publicity.last(round).orElseThrow().state()).isEqualTo(PublicityList.State.CONCLUDED);
    }

    @Test
    void theObjectorReadsTheAnswerWithTheReceiptAlone() {
        var raising =
                (Raising.Raised) intake.raise(round, objection(contest.numbers().get(0), IDENTITY));
        done(raising.key(), officer, Map.of("decision", "accepted", "investigator", "province", "opinion", "受理"));
        done(raising.key(), officer, Map.of("findings", "数据属实", "proposal", "维持"));
        assertThat(intake.byReceipt(raising.receipt()).orElseThrow().toldAt()).isEmpty();

        done(raising.key(), officer, Map.of("decision", "dismissed", "answer", "经核查，数据属实"));

        var told = intake.byReceipt(raising.receipt().toLowerCase(Locale.ROOT)).orElseThrow();
        assertThat(told.answer()).isEqualTo("经核查，数据属实");
        assertThat(told.toldAt()).isPresent();
        assertThat(intake.byReceipt("BCDF-GHJK-LMNP-QRTV")).isEmpty();
    }

    @Test
    void aCitysInvestigatorNeverLearnsWhoObjects() {
        String key = raised(contest.numbers().get(0));
        done(key, officer, Map.of("decision", "accepted", "investigator", "city", "opinion", "受理"));
        String city = jdbc.sql("select city_code from project_application where number = :number")
                .param("number", contest.numbers().get(0))
                .query(String.class)
                .single();
        Actor investigator = people.cityReviewer(city);

        assertThat(hasTask(key, investigator)).isTrue();
        assertThat(handling.open(key, investigator).orElseThrow().objector()).isEmpty();
        assertThat(handling.open(key, officer)
                        .orElseThrow()
                        .objector()
                        .orElseThrow()
                        .name())
                .isEqualTo("李明华");
        assertThat(jdbc.sql("select objector from objection where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single())
                .doesNotContain(IDENTITY, "李明华");
    }

    @Test
    void objectionsAreTakenUntilTwentyFourHoursOfTheLastDay() {
        clock.set(MovableClock.at("2026-03-09T23:59:59"));
        assertThat(intake.raise(round, objection("", IDENTITY))).isInstanceOf(Raising.Raised.class);

        clock.set(MovableClock.at("2026-03-10T00:00:00"));
        assertThat(intake.raise(round, objection("", IDENTITY))).isInstanceOf(Raising.TooLate.class);
    }

    @Test
    void aWrongIdentityNumberIsRefusedAndNothingIsKept() {
        var refused = intake.raise(round, objection("", "110105194912310021"));

        assertThat(refused).isInstanceOfSatisfying(Raising.Refused.class, problems -> assertThat(problems.problems())
                .containsOnlyKeys("identity"));
        assertThat(handling.of(round)).isEmpty();
    }

    private String raised(String about) {
        return ((Raising.Raised) intake.raise(round, objection(about, IDENTITY))).key();
    }

    private static NewObjection objection(String about, String identity) {
        return new NewObjection(
                Objection.Kind.PERSON,
                about,
                "该校申报的实训设备总值与统计年报不一致，请核查。",
                new Objector("李明华", identity, "", "0731-84714899"),
                Optional.empty());
    }

    private static Map<String, Object> correction(String number, String action, String reason) {
        return Map.of("number", number, "action", action, "reason", reason);
    }

    private static Map<String, Object> announcement() {
        return Map.of("issuer", "湘教测", "title", "关于公布楚怡优秀中职学校名单的通知", "issuedOn", "2026-03-10");
    }

    private String statusOf(int at) {
        return jdbc.sql("select status from project_application where number = :number")
                .param("number", contest.numbers().get(at))
                .query(String.class)
                .single();
    }

    private void done(String key, Actor actor, Map<String, Object> answers) {
        InboxTask task = inbox.openTaskOf(key, actor).orElseThrow();
        assertThat(inbox.complete(task.id(), actor, answers, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private boolean hasTask(String key, Actor actor) {
        return inbox.openTaskOf(key, actor).isPresent();
    }

    private String roundInstance() {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(round.value(), SelectionRoundProcess.KEY)
                .singleResult()
                .getId();
    }

    private long roundInstances() {
        return engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(round.value(), SelectionRoundProcess.KEY)
                .count();
    }
}
