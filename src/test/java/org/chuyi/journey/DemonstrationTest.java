package org.chuyi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuyi.application.demonstration.DemonstrationFiling;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundState;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityList;
import org.chuyi.selection.Contest;
import org.chuyi.selection.Contests;
import org.chuyi.selection.ScoreDesk;
import org.chuyi.selection.ScoreSheet;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** What somebody finds who starts the program for the first time. */
@IntegrationTest
@TestPropertySource(properties = "chuyi.demo=true")
@DirtiesContext
class DemonstrationTest {

    @Autowired
    Rounds rounds;

    @Autowired
    Contests contests;

    @Autowired
    ScoreDesk desk;

    @Autowired
    Publicity publicity;

    @Autowired
    DemonstrationFiling people;

    @Autowired
    TaskInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void thereAreApplicationsInEveryStateAndARoundAtEachStageOfTheSelection() {
        assertThat(jdbc.sql("select distinct status from project_application")
                        .query(String.class)
                        .set())
                .contains(
                        "DRAFT",
                        "PARTNER_CONFIRMATION",
                        "SCHOOL_SIGN_OFF",
                        "CITY_REVIEW",
                        "FORMAL_CHECK",
                        "RETURNED",
                        "APPROVED",
                        "REFUSED",
                        "WITHDRAWN",
                        "SELECTION");
        assertThat(rounds.published()).extracting(Round::state).contains(RoundState.OPEN, RoundState.CLOSED);

        Round underWay = rounded("第二批");
        assertThat(contests.of(underWay.code()))
                .extracting(Contest::state)
                .containsExactlyInAnyOrder(Contest.State.SCORING, Contest.State.COUNTERSIGN);
        var expert = people.actor("expert");
        assertThat(desk.of(expert))
                .filteredOn(panel -> panel.task().isPresent())
                .singleElement()
                .satisfies(panel -> assertThat(panel.sheets().stream().filter(ScoreSheet::isOpen))
                        .hasSize(1));
        assertThat(inbox.openTaskOf(underWay.code() + ".culture-base", people.actor("finance")))
                .isPresent();

        assertThat(publicity.shown()).singleElement().satisfies(list -> {
            assertThat(list.state()).isEqualTo(PublicityList.State.DISPLAYED);
            assertThat(list.sections().get(0).rows()).hasSize(2);
        });
    }

    private Round rounded(String batch) {
        List<Round> found = rounds.published().stream()
                .filter(round -> round.title().zh().contains(batch))
                .toList();
        return found.get(0);
    }
}
