package org.chuyi.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import org.chuyi.shared.WorkCalendar;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In demonstration mode there is always a round that is open, of all programmes, and one of last year that is over. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
@Order(DemonstrationRounds.ORDER)
public class DemonstrationRounds implements ApplicationRunner {

    /** After the accounts; demonstration data that needs these rounds runs with a higher one. */
    public static final int ORDER = 200;

    private static final int OPENED_DAYS_AGO = 10;
    private static final int CLOSES_IN_DAYS = 30;
    private static final Set<String> LAST_YEARS = Set.of("higher-college", "secondary-school", "specialty-group");

    /** So that a walk through the demonstration comes to a decision without a whole round. */
    private static final Set<String> DECIDED_SINGLY = Set.of("think-tank", "culture-base", "city-school");

    private final Rounds rounds;
    private final RoundDefaults defaults;
    private final Clock clock;

    DemonstrationRounds(Rounds rounds, RoundDefaults defaults, Clock clock) {
        this.rounds = rounds;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        LocalDate today = LocalDate.now(clock.withZone(WorkCalendar.ZONE));
        List<Round> published = rounds.published();
        if (published.stream().noneMatch(round -> round.isOver(clock.instant()))) {
            lastYears(today.getYear() - 1);
        }
        if (published.stream().noneMatch(round -> round.isOpen(clock.instant()))) {
            open(today);
        }
    }

    private void lastYears(int year) {
        var programmes = defaults.ofAll().stream()
                .filter(each -> LAST_YEARS.contains(each.programme().value()))
                .map(RoundProgramme::withoutContest)
                .toList();
        Round round = published(
                year,
                new RoundWindow(LocalDate.of(year, Month.MARCH, 3), LocalDate.of(year, Month.APRIL, 30)),
                programmes);
        rounds.windowOpens(round.code());
        rounds.windowCloses(round.code());
    }

    private void open(LocalDate today) {
        Round round = published(
                today.getYear(),
                new RoundWindow(today.minusDays(OPENED_DAYS_AGO), today.plusDays(CLOSES_IN_DAYS)),
                defaults.ofAll().stream()
                        .map(each -> DECIDED_SINGLY.contains(each.programme().value()) ? each.withoutContest() : each)
                        .toList());
        rounds.windowOpens(round.code());
    }

    private Round published(int year, RoundWindow window, List<RoundProgramme> programmes) {
        Round round =
                rounds.insert(new RoundContent(title(year), callText(year, programmes.size()), window, programmes));
        rounds.publish(round, window.opensAt());
        return round;
    }

    private static BilingualText title(int year) {
        return new BilingualText(
                "关于做好%d年湖南省“楚怡”职业教育项目申报工作的通知".formatted(year),
                "Call for Applications: Chuyi Vocational Education Programmes of Hunan, %d".formatted(year));
    }

    private static BilingualText callText(int year, int programmes) {
        return new BilingualText("""
                各市州教育局、人力资源和社会保障局，各职业院校及有关单位：

                为落实“楚怡”职业教育行动计划，现组织开展%d年度%d个项目的申报工作。请各单位对照各项目办事指南中的申请条件，在申报时间内登录本系统填报，经校级审核后提交。

                一、申报单位应对申报内容的真实性负责，材料加盖公章后扫描上传。
                二、市州教育局、人力资源和社会保障局应在规定的工作日内完成审核，并在推荐名额内排序推荐。
                三、申报于末日24:00截止，逾期系统不再受理。

                （演示数据）""".formatted(year, programmes), """
                To the city education and human-resources bureaux, the vocational schools and all others concerned:

                Applications for %2$d programmes of the Chuyi action plan are open for %1$d. Please read the guide of your \
                programme, fill in the application in this system within the application period, and submit it after your \
                school's sign-off.

                1. Applicants answer for the truth of what they state; documents are uploaded as sealed scans.
                2. The cities review within the stated workdays and recommend within their quotas, in order of rank.
                3. Applications close at 24:00 of the last day.

                (Demonstration data)""".formatted(year, programmes));
    }
}
