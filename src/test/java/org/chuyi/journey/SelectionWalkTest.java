package org.chuyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.application.ApplicationStatus.APPROVED;
import static org.chuyi.application.ApplicationStatus.NOT_RECOMMENDED;
import static org.chuyi.application.ApplicationStatus.NOT_SELECTED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Role;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.demonstration.ExampleScores;
import org.chuyi.testing.Browser;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole round as people see it, from the call to the results: each of them in a browser of her own. */
class SelectionWalkTest extends SelectionScene {

    @LocalServerPort
    int port;

    final List<PersonInBrowser> browsers = new ArrayList<>();
    final Set<String> looked = new HashSet<>();
    final Map<Actor, PersonInBrowser> present = new HashMap<>();
    PersonInBrowser officer;

    @BeforeEach
    void aBrowserForEach() {
        Browser.require();
        officer = enters(people.provincialOfficer());
    }

    @AfterEach
    void everybodyGoesHome() {
        browsers.forEach(PersonInBrowser::close);
    }

    @Test
    void aRoundGoesFromTheCallToTheResultsWithOneObjectionUpheld() {
        thePublicReadsTheCall();
        clock.moveTo(MovableClock.at("2026-04-01T00:00:00"));
        citiesRankAndSeal();
        theProvinceAcceptsBothAndFinishesTheFormalCheck();

        var secondary = contest(SECONDARY);
        var bases = contest(CULTURE);
        expertsAreDrawnAndAccept(secondary, 6);
        expertsAreDrawnAndAccept(bases, 3);
        expertsScore(secondary, Map.of(first, 90, second, 80, fourth, 70));
        expertsScore(bases, Map.of(culture, 70, otherCulture, 90));
        theRankingIsConfirmed(secondary, schoolOf(first).name());
        theRankingIsConfirmed(bases, schoolOf(otherCulture).name());
        departmentsCountersignAndTheLeaderDecides(secondary, Department.EDUCATION, Department.FINANCE);
        departmentsCountersignAndTheLeaderDecides(
                bases, Department.EDUCATION, Department.FINANCE, Department.HUMAN_RESOURCES);

        String receipt = someoneObjects();
        theObjectionIsUpheld();
        theListIsShownAnew(receipt);
        theResultsAreAnnounced();
        schoolsReadWhatBecameOfTheirs();
    }

    private void thePublicReadsTheCall() {
        var reader = browser();
        reader.open("/calls/" + round.code());
        reader.reads("申报中", "楚怡优秀中职学校", "楚怡文化传承基地");
    }

    private void citiesRankAndSeal() {
        var changshas = enters(people.in(changsha, Role.REVIEWER));
        takesUp(changshas, round.code() + ".recommendation." + changsha.id());
        looks(changshas, "s01-recommendation");
        list(changshas, second);
        list(changshas, first);
        list(changshas, culture);
        assertThat(changshas.see("#list-" + third)).isDisabled();
        changshas.see("#row-" + second).focus();
        changshas.page().keyboard().press("Alt+ArrowDown");
        assertThat(changshas.see("[data-ranking=secondary-school] [data-rows=true] li .ranking-school"))
                .hasText(new String[] {schoolOf(first).name(), schoolOf(second).name()});
        looks(changshas, "s02-recommendation-ranked");
        seal(changshas);
        changshas.reads("推荐名单已报送省教育厅。");

        var zhuzhous = enters(people.in(zhuzhou, Role.REVIEWER));
        takesUp(zhuzhous, round.code() + ".recommendation." + zhuzhou.id());
        list(zhuzhous, fourth);
        list(zhuzhous, otherCulture);
        seal(zhuzhous);
        looks(zhuzhous, "s03-recommendation-sealed");
    }

    private void list(PersonInBrowser city, ApplicationNumber number) {
        city.see("#list-" + number).click();
        assertThat(city.see("[data-rows=true] #row-" + number)).isVisible();
    }

    private void seal(PersonInBrowser city) {
        city.press("报送推荐名单");
        city.agree();
        assertThat(city.see("body")).containsText("不能再改");
    }

    private void theProvinceAcceptsBothAndFinishesTheFormalCheck() {
        for (Organisation bureau : List.of(changsha, zhuzhou)) {
            takesUp(officer, round.code() + ".recommendation." + bureau.id());
            officer.page().waitForSelector(".ranking-panel");
            TypedForm.on(officer.page()).fill(Map.of("decision", "accepted"));
            looks(officer, "s04-recommendation-accepted");
            submits(officer);
        }
        runJobs();
        assertStatus(NOT_RECOMMENDED, third);
        Actor checking = people.provincialOfficer();
        for (var number : List.of(first, second, fourth, culture, otherCulture)) {
            walk.done(number, checking, Map.of("decision", "approved", "opinion", "符合要求"));
        }
        officer.open("/rounds/" + round.code() + "/progress");
        looks(officer, "s05-progress");
        takesUp(officer, round.code().toString());
        TypedForm.on(officer.page()).fill(Map.of("confirmed", true));
        looks(officer, "s06-formal-check");
        submits(officer);
    }

    private void expertsAreDrawnAndAccept(ContestKey contest, int panel) {
        takesUp(officer, contest.toString());
        TypedForm.on(officer.page()).fill(ordered("panelSize", panel, "perEntry", 3, "shares", "applications"));
        looks(officer, "s07-draw");
        submits(officer);
        officer.reads("正在抽取");
        runJobs();
        officer.see("form[action$='/repetition'] button").click();
        officer.reads("复算结果与抽取结果一致");
        looks(officer, "s08-drawn");
        int accepted = 0;
        for (Actor each : experts) {
            var expert = at(each);
            expert.open("/inbox?q=" + contest);
            if (expert.see("#work tbody tr").count() == 0) {
                continue;
            }
            takesUp(expert, contest.toString());
            TypedForm.on(expert.page())
                    .fill(ordered("decision", "accepted", "hasInterest", "no", "confidential", true));
            looks(expert, "s09-invitation");
            submits(expert);
            accepted++;
        }
        assertThat(accepted).isEqualTo(panel);
        runJobs();
    }

    private void expertsScore(ContestKey contest, Map<ApplicationNumber, Integer> percents) {
        var form = walk.programme(contest.programme().value()).scoreSheet().orElseThrow();
        for (Actor each : experts) {
            var expert = at(each);
            var sheets = sheetsOf(contest, each);
            for (var sheet : sheets.entrySet()) {
                expert.open("/scoring/" + sheet.getKey());
                String school = schoolOf(sheet.getValue()).name();
                assertThat(expert.see("main")).not().containsText(school);
                TypedForm.on(expert.page()).fill(ExampleScores.of(form, percents.get(sheet.getValue())));
                assertThat(expert.see("[data-form-state][data-state=saved]")).isVisible();
                looks(expert, "s10-score-sheet");
                String before = expert.path();
                expert.page().keyboard().press("Control+Enter");
                expert.page().waitForURL(url -> !url.endsWith(before));
            }
            if (!sheets.isEmpty()) {
                expert.open("/scoring");
                expert.page().waitForSelector("[data-form][data-ready]");
                TypedForm.on(expert.page()).fill(Map.of("independent", true));
                looks(expert, "s11-scoring-done");
                expert.press("完成评审");
                assertThat(expert.see("[data-form]")).hasCount(0);
            }
        }
        theLeaderEndsTheDiscussion(contest);
        runJobs();
    }

    private void theLeaderEndsTheDiscussion(ContestKey contest) {
        Actor leader = leaderOf(contest);
        var person = at(leader);
        person.open("/scoring/" + contest + "/discussion");
        person.press("开放合议");
        person.agree();
        person.reads("合议已开放");
        TypedForm.on(person.page()).fill(Map.of("decision", "finished", "summary", "评分一致，合议充分。"));
        looks(person, "s12-discussion");
        submits(person);
    }

    private void theRankingIsConfirmed(ContestKey contest, String winner) {
        takesUp(officer, contest.toString());
        assertThat(officer.see(".score-table tbody tr.is-above td.main a")).hasText(winner);
        TypedForm.on(officer.page()).fill(Map.of("decision", "confirmed", "opinion", "排序无误，入选线准确。"));
        looks(officer, "s13-ranking");
        submits(officer);
    }

    private void departmentsCountersignAndTheLeaderDecides(ContestKey contest, Department... departments) {
        for (Department department : departments) {
            var signs = enters(people.provincialOfficer(department));
            takesUp(signs, contest.toString());
            signs.page().waitForSelector("[data-panel] table");
            TypedForm.on(signs.page()).fill(Map.of("decision", "approve", "opinion", "同意。"));
            looks(signs, "s14-countersign");
            submits(signs);
        }
        var leader = enters(people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER));
        takesUp(leader, contest.toString());
        leader.page().waitForSelector("[data-panel] table");
        TypedForm.on(leader.page()).fill(Map.of("decision", "approved", "opinion", "同意公示。"));
        looks(leader, "s15-final-decision");
        submits(leader);
        officer.open("/contests/" + contest);
        looks(officer, "s16-contest");
    }

    private String someoneObjects() {
        var reader = browser();
        reader.open("/publicity");
        looks(reader, "s17-publicity-lists");
        reader.open("/publicity/" + round.code());
        reader.reads(schoolOf(first).name(), schoolOf(otherCulture).name(), "自次日起算，共 5 个工作日");
        assertThat(reader.see("main")).not().containsText(schoolOf(second).name());
        looks(reader, "s18-publicity");
        reader.press("提出异议");
        reader.see("[name=about]").selectOption(first.value());
        reader.see("[name=grounds]").fill("该校申报的实训设备总值与统计年报不一致，请核查。");
        reader.see("[name=name]").fill("李明华");
        reader.see("[name=identity]").fill("110105194912310021");
        reader.see("[name=phone]").fill("0731-84714899");
        reader.press("提交异议");
        assertThat(reader.see(".field-problem").first()).isVisible();
        looks(reader, "s19-objection-refused");
        reader.see("[name=identity]").fill("11010519491231002X");
        reader.press("提交异议");
        reader.reads("请记下查询码");
        looks(reader, "s20-receipt");
        return reader.see(".receipt-code").innerText().trim();
    }

    private void theObjectionIsUpheld() {
        String key = round.code() + ".objection.1";
        takesUp(officer, key);
        officer.page().waitForSelector("[data-panel] >> text=李明华");
        TypedForm.on(officer.page())
                .fill(ordered("decision", "accepted", "investigator", "city", "opinion", "事实具体，予以受理。"));
        looks(officer, "s21-objection-accepted");
        submits(officer);

        var city = enters(people.in(changsha, Role.REVIEWER));
        takesUp(city, key);
        city.page().waitForSelector("[data-panel] >> text=实训设备总值");
        assertThat(city.see("body")).not().containsText("李明华");
        TypedForm.on(city.page()).fill(Map.of("findings", "经核对台账，设备总值多报。", "proposal", "取消入选。"));
        looks(city, "s22-objection-investigated");
        submits(city);

        takesUp(officer, key);
        TypedForm.on(officer.page())
                .fill(ordered(
                        "decision",
                        "upheld",
                        "answer",
                        "经核查，异议成立，取消该校入选，依次递补。",
                        "corrections",
                        List.of(
                                ordered("number", first.value(), "action", "omit", "reason", "数据失实"),
                                ordered("number", second.value(), "action", "select", "reason", "依次递补"))));
        looks(officer, "s23-objection-upheld");
        submits(officer);
    }

    private void theListIsShownAnew(String receipt) {
        var reader = browser();
        reader.open("/publicity/" + round.code());
        reader.reads(schoolOf(second).name(), "第 2 版");
        assertThat(reader.see("main")).not().containsText(schoolOf(first).name());
        looks(reader, "s24-publicity-anew");
        reader.open("/objections");
        reader.see("[name=receipt]").fill(receipt);
        reader.see("main form button[type=submit]").click();
        reader.reads("经核查，异议成立");
        looks(reader, "s25-objection-answered");
    }

    private void theResultsAreAnnounced() {
        clock.moveTo(MovableClock.at("2026-04-10T00:00:00"));
        takesUp(officer, round.code().toString());
        TypedForm.on(officer.page())
                .fill(ordered("issuer", "湘教通", "title", "关于公布2026年楚怡项目名单的通知", "issuedOn", "2026-04-10"));
        looks(officer, "s26-announcement");
        leaves(officer, () -> {
            officer.press("印发并公布");
            officer.agree();
        });
        runJobs();
        assertStatus(APPROVED, second, otherCulture);
        assertStatus(NOT_SELECTED, first, fourth, culture);

        var reader = browser();
        reader.open("/results/" + round.code());
        reader.reads(schoolOf(second).name(), schoolOf(otherCulture).name(), "湘教通〔2026〕");
        assertThat(reader.see("main")).not().containsText(schoolOf(first).name());
        looks(reader, "s27-results");
        officer.open("/rounds/" + round.code() + "/progress");
        looks(officer, "s28-progress-announced");
    }

    private void schoolsReadWhatBecameOfTheirs() {
        var clerk = enters(people.in(schoolOf(first), Role.APPLICANT));
        clerk.open("/applications/" + first);
        assertThat(clerk.see("h1 .badge-status")).hasText("未入选");
        looks(clerk, "s29-application-not-selected");
        assertThat(clerk.see("main a[href$='/decision-letter.pdf']")).isVisible();
        byte[] letter = clerk.page()
                .request()
                .get("http://localhost:" + port + "/applications/" + first + "/decision-letter.pdf")
                .body();
        assertThat(letter).startsWith('%', 'P', 'D', 'F');
    }

    /** Opens the first thing that she has to do on a case. */
    private void takesUp(PersonInBrowser person, String businessKey) {
        person.open("/inbox?q=" + businessKey);
        person.see("#work tbody tr a.row-link").first().click();
        person.page().waitForURL(url -> !url.contains("/inbox"));
    }

    /** At a page of each kind once. */
    private void looks(PersonInBrowser person, String name) {
        if (looked.add(name)) {
            person.looksAtOnBoth(name);
        }
    }

    private void submits(PersonInBrowser person) {
        leaves(person, () -> person.press("提交意见"));
    }

    private static void leaves(PersonInBrowser person, Runnable pressing) {
        String before = person.page().url();
        pressing.run();
        person.page().waitForURL(url -> !url.equals(before));
    }

    private Map<Long, ApplicationNumber> sheetsOf(ContestKey contest, Actor expert) {
        Map<Long, ApplicationNumber> sheets = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.id, c.number from score_sheet c join expert_seat t on t.id = c.seat_id
                        where c.contest_key = :key and t.account_id = :expert order by c.id""")
                .param("key", contest.toString())
                .param("expert", expert.account().value())
                .query((row, at) -> sheets.put(row.getLong(1), new ApplicationNumber(row.getString(2))))
                .list();
        return sheets;
    }

    private Actor leaderOf(ContestKey contest) {
        long account =
                jdbc.sql("""
                        select account_id from expert_seat
                        where contest_key = :key and state = 'ACCEPTED' order by position limit 1""").param("key", contest.toString()).query(Long.class).single();
        return experts.stream()
                .filter(expert -> expert.account().value() == account)
                .findFirst()
                .orElseThrow();
    }

    private void runJobs() {
        clock.moveTo(clock.instant());
    }

    private PersonInBrowser at(Actor actor) {
        return present.computeIfAbsent(actor, this::enters);
    }

    private PersonInBrowser enters(Actor actor) {
        jdbc.sql("update account set must_change_password = false where id = :id")
                .param("id", actor.account().value())
                .update();
        return browser().signIn(actor.login(), People.PASSWORD);
    }

    private PersonInBrowser browser() {
        var browser = new PersonInBrowser(port);
        browsers.add(browser);
        return browser;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            answers.put((String) pairs[at], pairs[at + 1]);
        }
        return answers;
    }
}
