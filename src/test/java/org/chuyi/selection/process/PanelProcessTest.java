package org.chuyi.selection.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.selection.Contest;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.ContestSamples;
import org.chuyi.selection.Contests;
import org.chuyi.selection.DrawRepetition;
import org.chuyi.selection.DrawView;
import org.chuyi.selection.DrawViews;
import org.chuyi.selection.ExpertAssignments;
import org.chuyi.selection.ExpertDrawing;
import org.chuyi.selection.ExpertSeat;
import org.chuyi.selection.ExpertSeats;
import org.chuyi.testing.AtOnce;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contest from its draw to the assigned sheets, from wait state to wait state on every path. */
@IntegrationTest
class PanelProcessTest {

    private static final String NO_MAJORS = "{}";
    private static final String MANUFACTURING = "460101";
    private static final String ELECTRONICS = "510201";

    @Autowired
    ApplicationContext beans;

    @Autowired
    People people;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Contests contests;

    @Autowired
    ExpertSeats seats;

    @Autowired
    ExpertAssignments assignments;

    @Autowired
    DrawRepetition repetition;

    @Autowired
    DrawViews views;

    @Autowired
    ExpertDrawing drawing;

    @Autowired
    RuntimeService engine;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    ContestSamples samples;
    Actor officer;
    Organisation institute;

    @BeforeEach
    void anEmptyPoolOnAMonday() {
        clock.set(MovableClock.START);
        samples = new ContestSamples(beans);
        samples.emptyPool();
        officer = people.provincialOfficer();
        institute = samples.institute();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void drawnExpertsAcceptAndGetTheirSheets() {
        ContestKey contest = samples.contest("culture-base");
        List.of("430100", "430200", "431300")
                .forEach(city -> samples.application(contest, samples.school(city), NO_MAJORS));
        var pool = byLogin(samples.experts(8, institute, MANUFACTURING));
        samples.begin(contest);
        assertThat(waitingAt(contest)).containsExactly("drawExperts");

        draw(contest, 4, 3);

        assertThat(waitingAt(contest)).hasSize(4).containsOnly("answerInvitation");
        assertThat(contests.get(contest).state()).isEqualTo(Contest.State.INVITING);
        assertThat(seats.of(contest)).extracting(ExpertSeat::state).containsOnly(ExpertSeat.State.INVITED);
        for (Actor expert : panel(contest, pool)) {
            done(contest, expert, accepting());
        }
        clock.moveBy(Duration.ZERO);

        assertThat(contests.get(contest).state()).isEqualTo(Contest.State.SCORING);
        assertThat(waitingAt(contest)).hasSize(4).containsOnly("scoreApplications");
        assertThat(sheetsByEntry(contest)).hasSize(3).allSatisfy((number, judges) -> assertThat(judges)
                .hasSize(3));
        assertThat(recorded(contest))
                .contains("contest.expertsDrawn", "contest.invitationAccepted", "contest.applicationsAssigned");
    }

    @Test
    void theDrawIsPublishedInTheRecordAndRepeatsFromIt() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        samples.experts(12, institute, MANUFACTURING);
        samples.begin(contest);
        draw(contest, 5, 5);

        var verdict = repetition.repeat(contest.toString()).orElseThrow();
        String line = jdbc.sql(
                        "select details::text from audit_line where action = 'contest.expertsDrawn' and subject = :key")
                .param("key", contest.toString())
                .query(String.class)
                .single();

        assertThat(verdict.equal()).isTrue();
        assertThat(line)
                .contains(verdict.seed())
                .contains("poolSha256")
                .contains("orderSha256")
                .contains("\"algorithm\"");

        jdbc.sql("""
                        update expert_draw_candidate set specialties = '{WATER}'
                        where draw_id = (select id from expert_draw where contest_key = :key)""").param("key", contest.toString()).update();
        assertThat(repetition.repeat(contest.toString()).orElseThrow().samePool())
                .isFalse();
        assertThat(repetition.repeat("2026-1.no-such")).isEmpty();
    }

    @Test
    void twoOfficersWhoDrawAtOnceDrawOnce() throws Exception {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        samples.experts(8, institute, MANUFACTURING);
        samples.begin(contest);
        Actor colleague = people.provincialOfficer();
        String task =
                inbox.openTaskOf(contest.toString(), officer).orElseThrow().id();
        List<Callable<Completion>> presses = List.of(
                () -> inbox.complete(task, officer, drawing(3, 3), Optional.empty()),
                () -> inbox.complete(task, colleague, drawing(5, 5), Optional.empty()));

        List<Completion> answers = AtOnce.press(presses);
        clock.moveBy(Duration.ZERO);

        assertThat(answers)
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Completion.Completed.class))
                .satisfiesOnlyOnce(answer -> assertThat(answer).isInstanceOf(Completion.AlreadyDone.class));
        assertThat(seats.of(contest)).hasSize(answers.get(0) instanceof Completion.Completed ? 3 : 5);
        assertThat(recorded(contest)).containsOnlyOnce("contest.expertsDrawn");
    }

    @Test
    void strataFollowTheMajorsOfTheApplications() {
        ContestKey contest = samples.contest("secondary-school");
        for (int n = 0; n < 6; n++) {
            samples.application(contest, samples.school("430100"), majors(n < 4 ? MANUFACTURING : ELECTRONICS));
        }
        samples.experts(5, institute, MANUFACTURING);
        samples.experts(5, institute, ELECTRONICS);
        samples.begin(contest);

        draw(contest, 6, 3);

        assertThat(seats.of(contest).stream()
                        .collect(Collectors.groupingBy(ExpertSeat::stratum, Collectors.counting())))
                .isEqualTo(Map.of("MANUFACTURING", 4L, "ELECTRONICS", 2L));
    }

    @Test
    void tooSmallAPoolIsRefusedWithWhatIsMissingAndNothingChanges() {
        ContestKey contest = samples.contest("training-base");
        var school = samples.school("430100");
        var partner = people.company("测试合作企业" + contest);
        samples.application(
                contest,
                school,
                "{\"partners\":[{\"socialCreditCode\":\""
                        + partner.socialCreditCode().orElseThrow() + "\"}]}");
        samples.expert(institute, MANUFACTURING);
        samples.expert(school, MANUFACTURING);
        samples.expert(partner, MANUFACTURING);
        jdbc.sql("update expert set available_to = '2026-03-06' where account_id = :id")
                .param("id", samples.expert(institute, MANUFACTURING).account().value())
                .update();
        samples.begin(contest);

        var completion = complete(contest, officer, drawing(3, 3));

        assertThat(((Completion.Rejected) completion).problems())
                .containsExactly(
                        FieldProblem.of("", "", "selection.draw.problem.short", 3, 1, 2),
                        FieldProblem.of(
                                "",
                                "",
                                "selection.draw.problem.specialty",
                                "selection.specialty.GENERAL",
                                3,
                                1,
                                2,
                                poolSize(),
                                2,
                                1,
                                0,
                                poolSize() - 4));
        assertThat(waitingAt(contest)).containsExactly("drawExperts");
        assertThat(contests.get(contest).state()).isEqualTo(Contest.State.DRAWING);
        assertThat(seats.of(contest)).isEmpty();
        assertThat(repetition.repeat(contest.toString())).isEmpty();
        assertThat(recorded(contest)).doesNotContain("contest.expertsDrawn");
    }

    @Test
    void theDrawIsMadeInTheBackgroundOnceHoweverOftenItIsRun() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        samples.experts(4, institute, MANUFACTURING);
        samples.begin(contest);
        done(contest, officer, drawing(2, 2));

        assertThat(waitingAt(contest)).containsExactly("drawPanel");
        assertThat(contests.get(contest).state()).isEqualTo(Contest.State.DRAWING);
        assertThat(seats.of(contest)).isEmpty();
        assertThat(hasTask(contest, officer)).isFalse();
        assertThat(views.find(contest.toString(), officer).orElseThrow().request())
                .isEqualTo(DrawView.Request.ASKED);

        clock.moveBy(Duration.ZERO);
        var drawn = seats.of(contest);
        assertThat(drawn).hasSize(2);
        assertThat(drawing.drawAsked(contest)).isTrue();
        assertThat(seats.of(contest)).isEqualTo(drawn);
        assertThat(recorded(contest)).containsOnlyOnce("contest.expertsDrawn").containsOnlyOnce("contest.drawAsked");
    }

    @Test
    void aPoolThatBecameTooSmallBeforeTheDrawAsksTheOfficerAgain() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        var pool = samples.experts(2, institute, MANUFACTURING);
        samples.begin(contest);
        done(contest, officer, drawing(2, 2));
        setInactive(pool.get(0));
        clock.moveBy(Duration.ZERO);

        assertThat(waitingAt(contest)).containsExactly("drawExperts");
        assertThat(seats.of(contest)).isEmpty();
        assertThat(views.find(contest.toString(), officer).orElseThrow().request())
                .isEqualTo(DrawView.Request.POOL_SHORT);
        assertThat(recorded(contest)).doesNotContain("contest.expertsDrawn");

        draw(contest, 1, 1);
        assertThat(waitingAt(contest)).containsExactly("answerInvitation");
    }

    @Test
    void moreScoresThanThePanelHasAreRefusedAtTheirField() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        samples.begin(contest);

        assertThat(((Completion.Rejected) complete(contest, officer, drawing(3, 4))).problems())
                .extracting(FieldProblem::path)
                .containsExactly("perEntry");
    }

    @Test
    void whoDeclinesIsReplacedByTheNextOfTheOrder() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        var pool = byLogin(samples.experts(4, institute, MANUFACTURING));
        samples.begin(contest);
        draw(contest, 2, 2);
        List<String> order = order(contest);

        done(contest, pool.get(order.get(0)), declining());

        assertThat(seats.of(contest).get(0).expert())
                .contains(pool.get(order.get(2)).account());
        assertThat(hasTask(contest, pool.get(order.get(0)))).isFalse();
        assertThat(hasTask(contest, pool.get(order.get(2)))).isTrue();
        assertThat(messages(pool.get(order.get(2)))).containsExactly("expertInvited");
    }

    @Test
    void whoIsBusyByNowOrLeftThePoolIsPassedOver() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        var pool = byLogin(samples.experts(5, institute, MANUFACTURING));
        samples.begin(contest);
        draw(contest, 2, 2);
        List<String> order = order(contest);
        setInactive(pool.get(order.get(2)));
        occupyWithThreePanels(pool.get(order.get(3)));

        done(contest, pool.get(order.get(0)), declining());

        assertThat(seats.of(contest).get(0).expert())
                .contains(pool.get(order.get(4)).account());
    }

    @Test
    void anInvitationLapsesAtTheEndOfItsSecondWorkdayAfterAReminderOnThatMorning() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        var pool = byLogin(samples.experts(2, institute, MANUFACTURING));
        samples.begin(contest);
        draw(contest, 1, 1);
        List<String> order = order(contest);
        Actor late = pool.get(order.get(0));

        clock.moveTo(MovableClock.at("2026-03-04T08:59:59"));
        assertThat(messages(late)).containsExactly("expertInvited");
        clock.moveTo(MovableClock.at("2026-03-04T09:00:00"));
        assertThat(messages(late)).containsExactly("expertInvited", "expertReminder");
        clock.moveTo(MovableClock.at("2026-03-04T23:59:59"));
        assertThat(hasTask(contest, late)).isTrue();
        clock.moveTo(MovableClock.at("2026-03-05T00:00:00"));

        assertThat(hasTask(contest, late)).isFalse();
        assertThat(messages(late)).containsExactly("expertInvited", "expertReminder", "expertLapsed");
        assertThat(hasTask(contest, pool.get(order.get(1)))).isTrue();
        assertThat(answersOf(contest)).containsExactly("LAPSED", "-");
    }

    @Test
    void whereNobodyIsLeftTheOfficerNamesSomebodyAndRecusalHolds() {
        ContestKey contest = samples.contest("culture-base");
        var school = samples.school("430100");
        samples.application(contest, school, NO_MAJORS);
        var pool = byLogin(samples.experts(1, institute, MANUFACTURING));
        samples.begin(contest);
        draw(contest, 1, 1);
        done(contest, pool.values().iterator().next(), declining());
        assertThat(waitingAt(contest)).containsExactly("appointExpert");
        Actor ofTheSchool = samples.expert(school, MANUFACTURING);
        Actor later = samples.expert(institute, MANUFACTURING);
        occupyWithThreePanels(later);

        assertThat(problems(contest, naming(ofTheSchool.login())))
                .containsExactly(FieldProblem.of(
                        "expert",
                        "",
                        "selection.appoint.problem.barred",
                        ofTheSchool.login(),
                        "selection.ground.EMPLOYER"));
        assertThat(problems(contest, naming("nobody")))
                .containsExactly(FieldProblem.of("expert", "", "selection.appoint.problem.unknown", "nobody"));
        done(contest, officer, naming(later.login() + "（" + later.name() + "）"));

        assertThat(waitingAt(contest)).containsExactly("answerInvitation");
        done(contest, later, accepting());
        clock.moveBy(Duration.ZERO);
        assertThat(waitingAt(contest)).containsExactly("scoreApplications");
        assertThat(jdbc.sql("""
                        select appointed_because from expert_invitation i join expert_seat s on s.id = i.seat_id
                        where s.contest_key = :key and origin = 'APPOINTED'""")
                        .param("key", contest.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("熟悉该领域");
    }

    @Test
    void aDeclaredInterestInOneWhoCompetesBarsFromTheContest() {
        ContestKey contest = samples.contest("culture-base");
        var school = samples.school("430100");
        var other = samples.school("430200");
        samples.application(contest, school, NO_MAJORS);
        var pool = byLogin(samples.experts(3, institute, MANUFACTURING));
        samples.begin(contest);
        draw(contest, 2, 2);
        List<String> order = order(contest);

        done(contest, pool.get(order.get(0)), accepting(school.name()));
        done(contest, pool.get(order.get(1)), accepting(other.name()));

        assertThat(seats.of(contest))
                .extracting(ExpertSeat::state)
                .containsExactly(ExpertSeat.State.INVITED, ExpertSeat.State.ACCEPTED);
        assertThat(seats.of(contest).get(0).expert())
                .contains(pool.get(order.get(2)).account());
        assertThat(messages(pool.get(order.get(0)))).containsExactly("expertInvited", "expertRecused");
        assertThat(jdbc.sql("select ground from recusal where contest_key = :key")
                        .param("key", contest.toString())
                        .query(String.class)
                        .list())
                .containsExactly("DECLARED", "DECLARED");
    }

    @Test
    void anUnknownOrganisationAndAMissingPledgeAreRefusedAtTheirFields() {
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        Actor expert = samples.expert(institute, MANUFACTURING);
        samples.begin(contest);
        draw(contest, 1, 1);

        assertThat(((Completion.Rejected) complete(contest, expert, accepting("某某不存在的学校"))).problems())
                .containsExactly(FieldProblem.of(
                        "interests[0].organisation",
                        "",
                        "selection.invitation.problem.organisationUnknown",
                        "某某不存在的学校"));
        assertThat(((Completion.Rejected)
                                complete(contest, expert, Map.of("decision", "accepted", "hasInterest", "no")))
                        .problems())
                .extracting(FieldProblem::path)
                .containsExactly("confidential");
        assertThat(((Completion.Rejected) complete(contest, expert, Map.of("decision", "declined"))).problems())
                .extracting(FieldProblem::path)
                .containsExactly("reason");
        assertThat(hasTask(contest, expert)).isTrue();
    }

    @Test
    void nobodyButTheInvitedExpertSeesTheInvitationAndItSaysNothingOfTheApplicants() {
        ContestKey contest = samples.contest("culture-base");
        var school = samples.school("430100");
        String number = samples.application(contest, school, NO_MAJORS);
        var pool = samples.experts(2, institute, MANUFACTURING);
        samples.begin(contest);
        draw(contest, 1, 1);
        Actor invited = pool.stream()
                .filter(expert -> hasTask(contest, expert))
                .findFirst()
                .orElseThrow();
        Actor colleague = pool.stream()
                .filter(expert -> !expert.equals(invited))
                .findFirst()
                .orElseThrow();

        assertThat(inbox.find(
                        inbox.openTaskOf(contest.toString(), invited)
                                .orElseThrow()
                                .id(),
                        colleague))
                .isEmpty();
        assertThat(jdbc.sql("select template || arguments::text || link from message where account_id = :id")
                        .param("id", invited.account().value())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .doesNotContain(school.name())
                .doesNotContain(number)
                .contains("楚怡文化传承基地");
        assertThat(inbox.openTaskOf(contest.toString(), invited).map(InboxTask::applicantName))
                .contains("湖南省教育厅");
    }

    @Test
    void sameCityBarsFromThatCitysApplicationsAloneWhereTheProgrammeSaysSo() {
        ContestKey contest = samples.contest("city-school");
        String changsha = samples.application(contest, samples.school("430100"), NO_MAJORS);
        String zhuzhou = samples.application(contest, samples.school("430200"), NO_MAJORS);
        var pool = byLogin(List.of(
                samples.expert(samples.company("430100"), MANUFACTURING),
                samples.expert(samples.company("430200"), MANUFACTURING),
                samples.expert(institute, MANUFACTURING)));
        samples.begin(contest);
        draw(contest, 3, 2);
        panel(contest, pool).forEach(expert -> done(contest, expert, accepting()));
        clock.moveBy(Duration.ZERO);

        Map<String, Set<String>> sheets = sheetsByEntry(contest);
        assertThat(citiesOf(sheets.get(changsha))).containsExactlyInAnyOrder("430200", "430000");
        assertThat(citiesOf(sheets.get(zhuzhou))).containsExactlyInAnyOrder("430100", "430000");
    }

    @Test
    void aPanelThatIsTooSmallByRecusalIsSupplementedByTheOfficer() {
        ContestKey contest = samples.contest("city-school");
        samples.application(contest, samples.school("430100"), NO_MAJORS);
        samples.application(contest, samples.school("430200"), NO_MAJORS);
        var local = samples.expert(samples.company("430100"), MANUFACTURING);
        var pool = byLogin(List.of(samples.expert(institute, MANUFACTURING), samples.expert(institute, MANUFACTURING)));
        samples.begin(contest);
        draw(contest, 2, 2);
        var order = order(contest);
        done(contest, pool.get(order.get(0)), declining());
        // nobody of the order is left who may judge both cities: the officer names one from Changsha
        assertThat(waitingAt(contest)).containsExactlyInAnyOrder("answerInvitation", "appointExpert");
        done(contest, officer, naming(local.login()));
        done(contest, local, accepting());
        done(contest, pool.get(order.get(1)), accepting());
        clock.moveBy(Duration.ZERO);

        assertThat(waitingAt(contest)).containsExactly("supplementPanel");
        assertThat(contests.get(contest).state()).isEqualTo(Contest.State.INVITING);
        assertThat(assignments.shortages(contest))
                .extracting(
                        ExpertAssignments.Shortage::city,
                        ExpertAssignments.Shortage::able,
                        ExpertAssignments.Shortage::needed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("430100", 1, 2));
        assertThat(sheetsByEntry(contest)).isEmpty();

        Actor more = samples.expert(institute, MANUFACTURING);
        done(contest, officer, Map.of("experts", List.of(Map.of("expert", more.login(), "reason", "补足回避后的人数"))));
        assertThat(waitingAt(contest)).containsExactly("answerInvitation");
        done(contest, more, accepting());
        clock.moveBy(Duration.ZERO);

        assertThat(waitingAt(contest)).hasSize(3).containsOnly("scoreApplications");
        assertThat(sheetsByEntry(contest)).hasSize(2).allSatisfy((number, judges) -> assertThat(judges)
                .hasSize(2));
    }

    @Test
    void sixtyExpertsAndFiveThousandApplicationsAreAssignedWithinOneInFewStatements() throws Exception {
        ContestKey contest = samples.contest("culture-base");
        String first = samples.application(contest, samples.school("430100"), NO_MAJORS);
        var pool = byLogin(samples.experts(60, institute, MANUFACTURING));
        manyMoreLike(first, contest, 4999);
        samples.begin(contest);
        draw(contest, 60, 5);
        jdbc.sql("update expert_seat set state = 'ACCEPTED' where contest_key = :key")
                .param("key", contest.toString())
                .update();

        var statements = Statements.during(() -> assignments.assign(contest));

        assertThat(statements).hasSizeLessThanOrEqualTo(16);
        var loads = jdbc.sql("select count(*) from score_sheet where contest_key = :key group by seat_id")
                .param("key", contest.toString())
                .query(Integer.class)
                .list();
        assertThat(loads).hasSize(60).allMatch(load -> load == 416 || load == 417);
        assertThat(pool).hasSize(60);
        assertThat(assignments.assign(contest)).isEqualTo(ExpertAssignments.Result.ASSIGNED);
        assertThat(jdbc.sql("select count(*) from score_sheet where contest_key = :key")
                        .param("key", contest.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(25_000);
    }

    private void manyMoreLike(String number, ContestKey contest, int count) {
        jdbc.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                          slot, status, filing_due_at, current_version, created_by, created_at, status_since)
                        select 'CY2026-78-' || lpad(n::text, 4, '0'), round_code, programme_code,
                          organisation_id, city_code, 1 + n, status, filing_due_at, 1, created_by, created_at, status_since
                        from project_application, generate_series(1, :count) n where number = :number""").param("count", count).param("number", number).update();
    }

    private void draw(ContestKey contest, int panelSize, int perEntry) {
        done(contest, officer, drawing(panelSize, perEntry));
        clock.moveBy(Duration.ZERO);
    }

    private static Map<String, Object> drawing(int panelSize, int perEntry) {
        return Map.of("panelSize", panelSize, "perEntry", perEntry, "shares", "applications");
    }

    private static Map<String, Object> declining() {
        return Map.of("decision", "declined", "reason", "时间冲突");
    }

    private static Map<String, Object> accepting(String... interests) {
        Map<String, Object> answers = new HashMap<>(Map.of("decision", "accepted", "confidential", true));
        answers.put("hasInterest", interests.length == 0 ? "no" : "yes");
        if (interests.length > 0) {
            answers.put(
                    "interests",
                    Arrays.stream(interests)
                            .map(name -> Map.of("organisation", name, "relation", "近三年合作项目"))
                            .toList());
        }
        return answers;
    }

    private static Map<String, Object> naming(String login) {
        return Map.of("expert", login, "reason", "熟悉该领域");
    }

    private static String majors(String code) {
        return "{\"majors\":[{\"majorCode\":\"" + code + "\"}],\"keyMajors\":[{\"majorCode\":\"" + code + "\"}]}";
    }

    private Completion complete(ContestKey contest, Actor actor, Map<String, Object> answers) {
        String task = inbox.openTaskOf(contest.toString(), actor).orElseThrow().id();
        return inbox.complete(task, actor, answers, Optional.empty());
    }

    private void done(ContestKey contest, Actor actor, Map<String, Object> answers) {
        assertThat(complete(contest, actor, answers)).isInstanceOf(Completion.Completed.class);
    }

    private List<FieldProblem> problems(ContestKey contest, Map<String, Object> answers) {
        return ((Completion.Rejected) complete(contest, officer, answers)).problems();
    }

    private boolean hasTask(ContestKey contest, Actor actor) {
        return inbox.openTaskOf(contest.toString(), actor).isPresent();
    }

    private List<String> waitingAt(ContestKey contest) {
        return engine.getActiveActivityIds(engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(contest.toString(), ContestProcess.KEY)
                .singleResult()
                .getId());
    }

    private static Map<String, Actor> byLogin(List<Actor> experts) {
        return experts.stream().collect(Collectors.toMap(Actor::login, expert -> expert));
    }

    private List<Actor> panel(ContestKey contest, Map<String, Actor> pool) {
        return seats.of(contest).stream()
                .map(seat -> pool.values().stream()
                        .filter(expert -> expert.account().equals(seat.expert().orElseThrow()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Logins in the order of the draw. */
    private List<String> order(ContestKey contest) {
        return jdbc.sql("""
                        select a.login from expert_draw_row r join expert_draw d on d.id = r.draw_id
                        join account a on a.id = r.account_id where d.contest_key = :key order by r.position""")
                .param("key", contest.toString())
                .query(String.class)
                .list();
    }

    /** By application's number, the logins of those who score it. */
    private Map<String, Set<String>> sheetsByEntry(ContestKey contest) {
        Map<String, Set<String>> sheets = new HashMap<>();
        jdbc.sql("""
                        select h.number, a.login from score_sheet h join expert_seat s on s.id = h.seat_id
                        join account a on a.id = s.account_id where h.contest_key = :key""").param("key", contest.toString()).query(row -> {
            sheets.computeIfAbsent(row.getString(1), number -> new java.util.TreeSet<>())
                    .add(row.getString(2));
        });
        return sheets;
    }

    private List<String> citiesOf(Set<String> logins) {
        return jdbc.sql("""
                        select o.city_code from expert e join account a on a.id = e.account_id
                        join organisation o on o.id = e.organisation_id where a.login = any(:logins)""")
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private List<String> answersOf(ContestKey contest) {
        return jdbc.sql("""
                        select coalesce(answer, '-') from expert_invitation i join expert_seat s on s.id = i.seat_id
                        where s.contest_key = :key order by i.id""")
                .param("key", contest.toString())
                .query(String.class)
                .list();
    }

    private List<String> messages(Actor person) {
        return jdbc.sql("select template from message where account_id = :id order by id")
                .param("id", person.account().value())
                .query(String.class)
                .list();
    }

    private List<String> recorded(ContestKey contest) {
        return jdbc.sql("select action from audit_line where subject = :key order by number")
                .param("key", contest.toString())
                .query(String.class)
                .list();
    }

    private int poolSize() {
        return jdbc.sql("select count(*) from expert").query(Integer.class).single();
    }

    private void setInactive(Actor expert) {
        jdbc.sql("update expert set active = false where account_id = :id")
                .param("id", expert.account().value())
                .update();
    }

    private void occupyWithThreePanels(Actor expert) {
        for (int n = 0; n < 3; n++) {
            ContestKey other = samples.contest("think-tank");
            jdbc.sql("""
                            insert into contest (key, round_code, programme_code, places, state, opened_at)
                            values (:key, :round, 'think-tank', 1, 'SCORING', now())""")
                    .param("key", other.toString())
                    .param("round", other.round().value())
                    .update();
            jdbc.sql("""
                            insert into expert_seat (contest_key, position, stratum, account_id, state)
                            values (:key, 1, 'GENERAL', :expert, 'ACCEPTED')""")
                    .param("key", other.toString())
                    .param("expert", expert.account().value())
                    .update();
        }
    }
}
