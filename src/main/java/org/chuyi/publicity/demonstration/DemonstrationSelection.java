package org.chuyi.publicity.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.demonstration.DemonstrationFiling;
import org.chuyi.organisation.DemonstrationAccounts;
import org.chuyi.organisation.DemonstrationAccounts.Person;
import org.chuyi.organisation.Role;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.DemonstrationRounds;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundChange;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundContent;
import org.chuyi.programme.RoundDefaults;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.RoundWindow;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.review.Placing;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationPlacing;
import org.chuyi.review.RecommendationReading;
import org.chuyi.selection.ContestKey;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.DueJobs;
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

/**
 * In demonstration mode: one round whose contests are under way, one of them in the hands of the demonstration's expert,
 * the other in those of the departments, and one whose list is on display.
 */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
@Order(DemonstrationRounds.ORDER + 200)
class DemonstrationSelection implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationSelection.class);

    private static final String SECONDARY = "secondary-school";
    private static final String CULTURE = "culture-base";
    private static final String CHANGSHA = "430100";
    private static final String LOUDI = "431300";
    private static final int WINDOW_DAYS = 30;
    private static final int LAST = 99_999;

    /** Of the schools that have no named people yet: the first two are Changsha's, the others Loudi's. */
    private static final List<Person> MORE_PEOPLE = List.of(
            new Person("clerk6", "文静", Role.APPLICANT, List.of("长沙县示例职业中专学校")),
            new Person("principal6", "廖志刚", Role.SCHOOL_LEADER, List.of("长沙县示例职业中专学校")),
            new Person("clerk7", "田甜", Role.APPLICANT, List.of("宁乡市示例职业中专学校")),
            new Person("principal7", "易国华", Role.SCHOOL_LEADER, List.of("宁乡市示例职业中专学校")),
            new Person("clerk8", "姚丽", Role.APPLICANT, List.of("涟源市工贸职业中等专业学校")),
            new Person("principal8", "段立新", Role.SCHOOL_LEADER, List.of("涟源市工贸职业中等专业学校")));

    private final DemonstrationAccounts accounts;
    private final DemonstrationFiling people;
    private final DemonstrationPanels panels;
    private final Rounds rounds;
    private final RoundDefaults defaults;
    private final RecommendationReading lists;
    private final RecommendationPlacing placing;
    private final Cases cases;
    private final DueJobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DemonstrationSelection(
            DemonstrationAccounts accounts,
            DemonstrationFiling people,
            DemonstrationPanels panels,
            Rounds rounds,
            RoundDefaults defaults,
            RecommendationReading lists,
            RecommendationPlacing placing,
            Cases cases,
            DueJobs jobs,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.panels = panels;
        this.rounds = rounds;
        this.defaults = defaults;
        this.lists = lists;
        this.placing = placing;
        this.cases = cases;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean none = jdbc.sql("select not exists (select 1 from contest)")
                .query(Boolean.class)
                .single();
        if (none) {
            accounts.add(MORE_PEOPLE);
            onDisplay();
            underWay();
            log.info("Made the demonstration rounds of the selection");
        }
    }

    private void onDisplay() {
        var round = published("第一批", competing(SECONDARY, 2, 2));
        filed(round, SECONDARY, "city", "3", "6");
        filed(round, SECONDARY, "city2", "4", "8");
        recommendedAndChecked(round);
        var contest = contest(round, SECONDARY);
        panels.scored(contest, 3, 3);
        panels.countersigned(contest, "province", "finance");
        people.complete(contest.toString(), "leader", Map.of("decision", "approved", "opinion", "同意，按程序公示。"));
        jobs.run();
    }

    private void underWay() {
        var round = published("第二批", competing(SECONDARY, 1, 2), competing(CULTURE, 1, 2));
        filed(round, SECONDARY, "city", "3", "6");
        filed(round, SECONDARY, "city2", "4", "8");
        filed(round, CULTURE, "city", "6", "7");
        filed(round, CULTURE, "city2", "8");
        recommendedAndChecked(round);
        panels.scoredButForTheNamedExpert(contest(round, SECONDARY));
        var culture = contest(round, CULTURE);
        panels.scored(culture, 5, 5);
        panels.countersigned(culture, "province");
        jobs.run();
    }

    private RoundProgramme competing(String programme, int places, int quota) {
        RoundProgramme offer = defaults.of(new ProgrammeCode(programme));
        return new RoundProgramme(
                offer.programme(),
                places,
                offer.applicationsPerSchool(),
                true,
                Map.of(CHANGSHA, quota, LOUDI, quota),
                offer.workdays());
    }

    private Round published(String batch, RoundProgramme... programmes) {
        var officer = people.actor("province");
        LocalDate today = WorkCalendar.dayOf(clock.instant());
        var title = new BilingualText(
                "%d年湖南省“楚怡”职业教育项目遴选（%s）".formatted(today.getYear(), batch),
                "Selection of Chuyi Vocational Education Programmes of Hunan, %d, part %s"
                        .formatted(today.getYear(), batch.equals("第一批") ? "1" : "2"));
        var call = new BilingualText("（演示数据）", "(Demonstration data)");
        var draft = rounds.create(
                officer, new RoundContent(title, call, new RoundWindow(today, today.plusDays(1)), List.of(programmes)));
        var change = rounds.publish(officer, draft.code());
        if (change instanceof RoundChange.Changed changed) {
            jobs.run();
            return changed.round();
        }
        throw new IllegalStateException("Not published: " + change);
    }

    private void filed(Round round, String programme, String city, String... schools) {
        for (String school : schools) {
            String number = people.handedIn(round, "clerk" + school, programme).value();
            people.complete(number, "principal" + school, Map.of("decision", "signedOff", "opinion", "同意报送。"));
            people.complete(number, city, Map.of("decision", "recommended", "opinion", "材料齐全，符合申报条件，同意推荐。"));
        }
    }

    private void recommendedAndChecked(Round round) {
        windowIsOver(round.code());
        for (String city : List.of("city", "city2")) {
            recommended(round, city);
        }
        for (String number : numbersOf(round)) {
            people.complete(number, "province", Map.of("decision", "approved", "opinion", "经形式审查，符合要求。"));
        }
        people.complete(round.code().value(), "province", Map.of("confirmed", true));
        jobs.run();
    }

    /** Its last day was yesterday, and the timer goes off now. */
    private void windowIsOver(RoundCode round) {
        LocalDate today = WorkCalendar.dayOf(clock.instant());
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update round set opens_on = :from, closes_on = :to where code = :round")
                    .param("from", today.minusDays(WINDOW_DAYS))
                    .param("to", today.minusDays(1))
                    .param("round", round.value())
                    .update();
            cases.moveTimer(List.of(round.value()), SelectionRoundProcess.WINDOW_CLOSES, clock.instant());
        });
        jobs.run();
    }

    /** As many as the quota admits are listed, in the order in which they were agreed to. */
    private void recommended(Round round, String city) {
        var reviewer = people.actor(city);
        var key = new RecommendationKey(round.code(), reviewer.organisation());
        for (ApplicationNumber number : candidates(key, city)) {
            int revision = lists.find(key, reviewer).orElseThrow().list().revision();
            var placed = placing.place(key, reviewer, new RecommendationPlacing.Place(number, true, LAST, revision));
            if (!(placed instanceof Placing.Placed)) {
                throw new IllegalStateException(number + ": " + placed);
            }
        }
        people.complete(key.toString(), city, Map.of("confirmed", true));
        people.complete(key.toString(), "province", Map.of("decision", "accepted"));
        jobs.run();
    }

    private List<ApplicationNumber> candidates(RecommendationKey key, String city) {
        List<ApplicationNumber> numbers = new ArrayList<>();
        lists.find(key, people.actor(city)).orElseThrow().sections().forEach(section -> section.others()
                .forEach(row -> numbers.add(row.number())));
        return numbers;
    }

    private List<String> numbersOf(Round round) {
        return jdbc.sql("""
                        select number from project_application
                        where round_code = :round and status = 'FORMAL_CHECK' order by number""")
                .param("round", round.code().value())
                .query(String.class)
                .list();
    }

    private static ContestKey contest(Round round, String programme) {
        return new ContestKey(round.code(), new ProgrammeCode(programme), "");
    }
}
