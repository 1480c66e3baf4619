package org.chuyi.application.demonstration;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.programme.DemonstrationRounds;
import org.chuyi.programme.Round;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.Cases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In demonstration mode: applications in every state, each walked there by the demonstration people. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
@Order(DemonstrationRounds.ORDER + 100)
class DemonstrationApplications implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationApplications.class);

    private static final String PARTNER = "湖南示例装备制造有限公司";

    private final Applications applications;
    private final ApplicationContents contents;
    private final DemonstrationFiling filing;
    private final Cases cases;
    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemonstrationApplications(
            Applications applications,
            ApplicationContents contents,
            DemonstrationFiling filing,
            Cases cases,
            Rounds rounds,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.contents = contents;
        this.filing = filing;
        this.cases = cases;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean none = jdbc.sql("select not exists (select 1 from project_application)")
                .query(Boolean.class)
                .single();
        if (none) {
            rounds.open(clock.instant()).stream().findFirst().ifPresent(this::inEveryState);
        }
    }

    private void inEveryState(Round round) {
        draft(round, "clerk", "higher-college");
        filing.handedIn(round, "clerk", "specialty-group", PARTNER);
        approve(filed(round, "", "think-tank"));
        filing.handedIn(round, "clerk2", "culture-base");
        filed(round, "2", "higher-college");
        refuse(filed(round, "2", "spirit-inheritor"));
        filed(round, "3", "secondary-school");
        var returned = filed(round, "3", "culture-base");
        complete(returned, "city", returned());
        recommend(filed(round, "3", "city-school"), "city");
        approve(recommend(filed(round, "4", "culture-base"), "city2"));
        complete(filed(round, "4", "secondary-school"), "city2", decision("refused", "近三年就业率未达到申报条件。"));
        withdraw(filed(round, "4", "spirit-inheritor"), "clerk4");
        expire(draft(round, "clerk4", "city-school"));
        filed(round, "5", "technician-college");
        recommend(filed(round, "5", "culture-base"), "hr");
        log.info("Made the demonstration applications");
    }

    private ApplicationNumber draft(Round round, String clerk, String programme) {
        var actor = filing.actor(clerk);
        var number = filing.started(round, clerk, programme);
        var answers = new HashMap<>(filing.answers(programme, actor, List.of()));
        answers.keySet().stream().skip(answers.size() / 2).toList().forEach(answers::remove);
        int revision = contents.draft(number, actor).orElseThrow().revision();
        contents.save(number, actor, revision, answers);
        return number;
    }

    /** @param which the number of the school's clerk and principal among the demonstration accounts */
    private ApplicationNumber filed(Round round, String which, String programme) {
        var number = filing.handedIn(round, "clerk" + which, programme);
        complete(number, "principal" + which, Map.of("decision", "signedOff"));
        return number;
    }

    private ApplicationNumber recommend(ApplicationNumber number, String reviewer) {
        complete(number, reviewer, decision("recommended", "材料齐全，符合申报条件，同意推荐。"));
        return number;
    }

    private void approve(ApplicationNumber number) {
        complete(number, "province", decision("approved", "经形式审查，符合要求，同意立项。"));
    }

    private void refuse(ApplicationNumber number) {
        complete(number, "province", decision("refused", "佐证材料不足以支撑申报事迹。"));
    }

    private void withdraw(ApplicationNumber number, String clerk) {
        applications.withdraw(number, filing.actor(clerk), "学校调整申报计划，改报其他项目。");
    }

    private void complete(ApplicationNumber number, String login, Map<String, Object> answers) {
        filing.complete(number.value(), login, answers);
    }

    /** Its deadline is put to now; the timer does the rest. */
    private void expire(ApplicationNumber number) {
        transaction.executeWithoutResult(status ->
                cases.moveTimer(List.of(number.value()), SchoolApplicationProcess.FILING_DEADLINE, clock.instant()));
    }

    private static Map<String, Object> decision(String decision, String opinion) {
        return Map.of("decision", decision, "opinion", opinion);
    }

    private static Map<String, Object> returned() {
        return Map.of(
                "decision",
                "returned",
                "opinion",
                "整体符合条件，以下两处请补正后重新报送。",
                "corrections",
                List.of(
                        Map.of("place", "建设基础", "requirement", "请补充2025年展陈接待人次，并注明数据来源。"),
                        Map.of("place", "经费预算", "requirement", "预算明细合计与总额不一致，请核对。")));
    }
}
