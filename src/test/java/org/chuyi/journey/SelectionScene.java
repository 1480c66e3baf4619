package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A round in which two programmes compete for one place each: five schools of two cities, whose applications their
 * bureaux have agreed to, and a pool of six experts.
 */
@IntegrationTest
abstract class SelectionScene {

    static final String SECONDARY = "secondary-school";
    static final String CULTURE = "culture-base";
    static final LocalDate OPENS = LocalDate.parse("2026-03-02");
    static final LocalDate CLOSES = LocalDate.parse("2026-03-31");

    @Autowired
    ApplicationContext beans;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Organisations organisations;

    @Autowired
    ApplicationDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    Round round;
    Organisation changsha;
    Organisation zhuzhou;
    List<Actor> experts;

    /** Changsha's three secondary schools, of which two have a place on its list. */
    ApplicationNumber first;

    ApplicationNumber second;
    ApplicationNumber third;

    /** Zhuzhou's. */
    ApplicationNumber fourth;

    /** Culture bases, one of each city. */
    ApplicationNumber culture;

    ApplicationNumber otherCulture;

    ContestSamples samples;

    @BeforeEach
    void agreedApplicationsInAnOpenRound() {
        clock.set(MovableClock.START);
        samples = new ContestSamples(beans);
        samples.emptyPool();
        Organisation institute = samples.institute();
        experts = IntStream.range(0, 6)
                .mapToObj(at -> people.in(institute, Role.EXPERT))
                .toList();
        experts.forEach(expert -> samples.enrol(expert, "660101", "710201"));
        round = rounds.published(
                OPENS,
                CLOSES,
                List.of(
                        competing(SECONDARY, Map.of(People.CHANGSHA, 2, People.ZHUZHOU, 1)),
                        competing(CULTURE, Map.of(People.CHANGSHA, 1, People.ZHUZHOU, 1))));
        clock.moveTo(clock.instant());
        changsha = organisations.cityEducationBureauOf(People.CHANGSHA).orElseThrow();
        zhuzhou = organisations.cityEducationBureauOf(People.ZHUZHOU).orElseThrow();
        first = agreed(SECONDARY, samples.school(People.CHANGSHA));
        second = agreed(SECONDARY, samples.school(People.CHANGSHA));
        third = agreed(SECONDARY, samples.school(People.CHANGSHA));
        fourth = agreed(SECONDARY, samples.school(People.ZHUZHOU));
        culture = agreed(CULTURE, samples.school(People.CHANGSHA));
        otherCulture = agreed(CULTURE, samples.school(People.ZHUZHOU));
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    private RoundProgramme competing(String programme, Map<String, Integer> quotas) {
        var pack = walk.programme(programme);
        return new RoundProgramme(pack.code(), 1, pack.applicationsPerSchool(), true, quotas, pack.workdays());
    }

    private ApplicationNumber agreed(String programme, Organisation school) {
        var clerk = people.in(school, Role.APPLICANT);
        var number = walk.started(clerk, round, programme);
        walk.withMaterials(number, programme, clerk);
        walk.done(number, clerk, walk.answers(programme, clerk));
        walk.done(number, people.in(school, Role.SCHOOL_LEADER), Map.of("decision", "signedOff", "opinion", "同意报送"));
        walk.done(
                number,
                people.cityReviewer(school.cityCode()),
                Map.of("decision", "recommended", "opinion", "条件成熟，同意推荐。"));
        return number;
    }

    List<ApplicationNumber> all() {
        return List.of(first, second, third, fourth, culture, otherCulture);
    }

    ContestKey contest(String programme) {
        return new ContestKey(round.code(), new ProgrammeCode(programme), "");
    }

    Organisation schoolOf(ApplicationNumber number) {
        return organisations.get(directory.get(number).school());
    }

    void assertStatus(ApplicationStatus expected, ApplicationNumber... numbers) {
        assertThat(numbers)
                .allSatisfy(number -> assertThat(directory.get(number).status()).isEqualTo(expected));
    }
}
