package org.chuyi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round with competitive programmes whose window closes, and the people around the lists of Changsha. */
@IntegrationTest
public abstract class RecommendationScene {

    protected static final String SECONDARY = "secondary-school";
    protected static final String CULTURE = "culture-base";
    protected static final String PER_CITY = "city-school";

    @Autowired
    protected Walk walk;

    @Autowired
    protected People people;

    @Autowired
    protected TestRounds rounds;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected Applications applications;

    @Autowired
    protected ApplicationDirectory directory;

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected TaskInbox inbox;

    @Autowired
    protected RecommendationPlacing placing;

    @Autowired
    protected RecommendationReading reading;

    @Autowired
    protected JdbcClient jdbc;

    protected Actor reviewer;
    protected Actor labourReviewer;
    protected Actor officer;
    protected Round round;

    @BeforeEach
    void aRound() {
        clock.set(MovableClock.START);
        round = rounds.published(
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-31"),
                List.of(
                        offer(SECONDARY, Map.of(People.CHANGSHA, 1), 200),
                        offer(CULTURE, Map.of(People.CHANGSHA, 1), 1),
                        offer(PER_CITY, Map.of(), 1)));
        reviewer = people.cityReviewer(People.CHANGSHA);
        labourReviewer = people.humanResourcesReviewer(People.CHANGSHA);
        officer = people.provincialOfficer();
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    private RoundProgramme offer(String programme, Map<String, Integer> quotas, int perSchool) {
        var pack = walk.programme(programme);
        return new RoundProgramme(pack.code(), pack.number().byDefault(), perSchool, true, quotas, pack.workdays());
    }

    /** A school of its own in Changsha. */
    protected Organisation school(String kind) {
        String name = "测试学校" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        values (:kind, :name, '430181', '430100')""").param("kind", kind).param("name", name).update();
        return people.organisation(name);
    }

    /** One that lies on its city's desk. */
    protected ApplicationNumber filed(Organisation school, String programme) {
        var clerk = people.in(school, Role.APPLICANT);
        return filed(clerk, people.in(school, Role.SCHOOL_LEADER), programme);
    }

    protected ApplicationNumber filed(Actor clerk, Actor leader, String programme) {
        var number = walk.started(clerk, round, programme);
        walk.withMaterials(number, programme, clerk);
        walk.done(number, clerk, walk.answers(programme, clerk));
        walk.done(number, leader, Map.of("decision", "signedOff"));
        return number;
    }

    /** One that the bureau has agreed to. */
    protected ApplicationNumber agreed(String programme) {
        var number = filed(school("SECONDARY_SCHOOL"), programme);
        agree(number, reviewer);
        return number;
    }

    protected void agree(ApplicationNumber number, Actor by) {
        walk.done(number, by, Map.of("decision", "recommended", "opinion", "条件成熟，同意推荐。"));
    }

    protected void withdraw(ApplicationNumber number) {
        var clerk = people.in(organisations.get(directory.get(number).school()), Role.APPLICANT);
        assertThat(applications.withdraw(number, clerk, "项目调整")).isTrue();
    }

    /** 24:00 of the last day: the lists are there. */
    protected void windowCloses() {
        clock.moveTo(MovableClock.at("2026-04-01T00:00:00"));
    }

    protected RecommendationKey list(Actor of) {
        return new RecommendationKey(round.code(), of.organisation());
    }

    protected RecommendationView view(Actor of) {
        return reading.find(list(of), of).orElseThrow();
    }

    protected Placing place(Actor by, ApplicationNumber number, boolean listed, int position) {
        return placing.place(
                list(by),
                by,
                new RecommendationPlacing.Place(
                        number, listed, position, view(by).list().revision()));
    }

    protected void listed(ApplicationNumber number) {
        assertThat(place(reviewer, number, true, 99)).isInstanceOf(Placing.Placed.class);
    }

    protected Completion complete(Actor actor, String businessKey, Map<String, Object> answers) {
        var task = inbox.openTaskOf(businessKey, actor)
                .orElseThrow(() -> new AssertionError("Nothing to do on " + businessKey));
        return inbox.complete(task.id(), actor, answers, Optional.empty());
    }

    protected Completion seal(Actor by) {
        return complete(by, list(by).toString(), Map.of("confirmed", true));
    }

    protected void sealed() {
        assertThat(seal(reviewer)).isInstanceOf(Completion.Completed.class);
    }

    protected void answered(String decision, String reason) {
        Map<String, Object> answers =
                reason.isEmpty() ? Map.of("decision", decision) : Map.of("decision", decision, "reason", reason);
        assertThat(complete(officer, list(reviewer).toString(), answers)).isInstanceOf(Completion.Completed.class);
    }

    protected ApplicationStatus statusOf(ApplicationNumber number) {
        return directory.get(number).status();
    }

    /** The numbers in the order of their ranks, then the others after a bar. */
    protected List<String> order(Actor of, String programme) {
        List<String> order = new ArrayList<>();
        view(of).sections().stream()
                .filter(section -> section.programme().code().value().equals(programme))
                .forEach(section -> {
                    section.listed().forEach(row -> order.add(row.number().value()));
                    order.add("|");
                    section.others().forEach(row -> order.add(row.number().value()));
                });
        return order;
    }

    protected int taken(String programme) {
        return jdbc.sql("""
                        select listed from recommendation_quota
                        where round_code = :round and programme_code = :programme and city_code = '430100'""")
                .param("round", round.code().value())
                .param("programme", programme)
                .query(Integer.class)
                .single();
    }

    protected static List<String> codes(Completion completion) {
        return ((Completion.Rejected) completion)
                .problems().stream().map(problem -> problem.code()).toList();
    }
}
