package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.selection.RankedContests.Ranked;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Looks;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contest's pages from the countersign to the decision, in a real browser. */
@IntegrationTest
@Import(RankedContests.class)
class SelectionPicturesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext beans;

    @Autowired
    RankedContests ranked;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Looks looks;
    Actor education;
    Actor finance;
    Actor reform;
    Actor leader;

    @BeforeEach
    void theDepartments() {
        clock.set(MovableClock.START);
        looks = new Looks(port, jdbc);
        education = officer(Department.EDUCATION);
        finance = officer(Department.FINANCE);
        reform = officer(Department.DEVELOPMENT_REFORM);
        leader = people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
    }

    @AfterEach
    void close() {
        looks.close();
    }

    @Test
    void aContestIsCountersignedReconciledAndDecided() throws Exception {
        Ranked contest = ranked.countersigning("higher-college", 12, 4);
        String page = "/contests/" + contest.key();
        looks.at(finance, "/tasks/" + task(contest, finance), "countersign-task", "部门会签", "排序名单", "拟入选");
        done(
                contest,
                finance,
                Map.of(
                        "decision", "object",
                        "opinion", "第 2 名的建设预算超出本级财政承受能力，建议核减后再行列入。",
                        "rows", List.of(Map.of("number", contest.numbers().get(1), "opinion", "预算偏高，资金来源不明确"))));
        looks.at(finance, page + "?tab=countersign", "contest-countersign-open", "财政厅", "不同意", "待会签");
        done(contest, education, Map.of("decision", "approve", "opinion", "同意。"));
        done(contest, reform, Map.of("decision", "approve", "opinion", "同意，请按程序报审。"));

        looks.at(education, "/tasks/" + task(contest, education), "reconcile-task", "预算偏高");
        looks.at(education, page, "contest-list", "12 份，拟入选 4 份", "名额 4", "去办理");
        looks.at(education, page + "?tab=process", "contest-process", "流程图");
        done(contest, education, Map.of("decision", "submitted", "opinion", "已与财政厅沟通，学校承诺自筹三成资金，附财政厅意见报审定。"));
        looks.at(leader, "/tasks/" + task(contest, leader), "decision-task", "审定", "附不同意见报审定");
        done(
                contest,
                leader,
                Map.of(
                        "decision", "approved",
                        "opinion", "同意会签意见。",
                        "exceptions",
                                List.of(
                                        Map.of(
                                                "number",
                                                contest.numbers().get(1),
                                                "action",
                                                "omit",
                                                "reason",
                                                "预算超出财政承受能力"),
                                        Map.of(
                                                "number",
                                                contest.numbers().get(4),
                                                "action",
                                                "select",
                                                "reason",
                                                "民族地区，依次递补"))));
        looks.at(leader, page, "contest-decided", "民族地区，依次递补");
        looks.at(education, page + "?tab=countersign", "contest-opinions", "有分歧", "同意名单", "不列入名单");

        looks.file(Optional.of(education), page + "/countersign-sheet.pdf", "countersign-sheet.pdf");
    }

    @Test
    void aContestThatIsNotRankedSaysSoAndLeadsToItsDraw() {
        var samples = new ContestSamples(beans);
        samples.emptyPool();
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        samples.begin(contest);

        looks.at(education, "/contests/" + contest, "contest-before", "尚未排序", "专家抽取");
        looks.at(education, "/contests/" + contest + "?tab=countersign", "contest-countersign-none", "尚未会签");
        looks.at(education, "/contests/" + contest + "/ranking", "ranking-none", "尚未排序");
    }

    private void done(Ranked contest, Actor actor, Map<String, Object> answers) {
        assertThat(inbox.complete(task(contest, actor), actor, answers, Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
    }

    private String task(Ranked contest, Actor actor) {
        return inbox.openTaskOf(contest.key().toString(), actor).orElseThrow().id();
    }

    private Actor officer(Department department) {
        return people.in(organisations.department(department), Role.PROVINCIAL_OFFICER);
    }
}
