package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class RoundsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 10);

    @Autowired
    Rounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    @AfterEach
    void monday() {
        clock.set(MovableClock.START);
    }

    @Test
    void keepsADraftAsItWasWritten() {
        Round draft = rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, LAST));

        Round read = rounds.byCode(draft.code()).orElseThrow();
        assertThat(read.content()).isEqualTo(RoundSamples.content(FIRST, LAST));
        assertThat(read.state()).isEqualTo(RoundState.DRAFT);
        assertThat(read.code().value()).startsWith("2026-");
    }

    @Test
    void aListAsksTheDatabaseAsOftenForManyRoundsAsForOne() throws Exception {
        draft();
        int forSome =
                Statements.during(() -> rounds.all(RoundSamples.officer())).size();
        draft();
        draft();

        assertThat(Statements.during(() -> rounds.all(RoundSamples.officer())))
                .hasSize(forSome)
                .hasSize(5);
    }

    @Test
    void numbersTheRoundsOfAYear() {
        int first = numberOf(rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, LAST)));
        int second = numberOf(rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, LAST)));

        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void limitsACityWhereAQuotaIsSetAndNoOther() {
        RoundCode code = draft();
        RoundProgramme programme = rounds.byCode(code)
                .orElseThrow()
                .programme(RoundSamples.SPECIALTY_GROUP)
                .orElseThrow();

        assertThat(programme.quotaOf("430100")).contains(2);
        assertThat(programme.quotaOf("430200")).contains(1);
        assertThat(programme.quotaOf("430300")).isEmpty();
    }

    @Test
    void onlyOfficersOfTheEducationDepartmentRunRounds() {
        RoundCode code = draft();
        var finance = RoundSamples.officerOf("湖南省财政厅");
        var leader = RoundSamples.actor("湖南省教育厅", Role.PROVINCIAL_LEADER);

        for (var stranger : List.of(finance, leader)) {
            assertThatThrownBy(() -> rounds.create(stranger, RoundSamples.content(FIRST, LAST)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> rounds.edit(stranger, code, 0, RoundSamples.content(FIRST, LAST)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> rounds.publish(stranger, code)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> rounds.moveEnd(stranger, code, LAST.plusDays(1), "延期"))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> rounds.all(stranger)).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(rounds.byCode(code).orElseThrow().state()).isEqualTo(RoundState.DRAFT);
    }

    @Test
    void showsThePublicNoDraft() {
        RoundCode draft = draft();
        RoundCode published = published();

        assertThat(rounds.published())
                .extracting(Round::code)
                .contains(published)
                .doesNotContain(draft);
        assertThat(rounds.open(MovableClock.at("2026-03-20T12:00")))
                .extracting(Round::code)
                .contains(published)
                .doesNotContain(draft);
    }

    @Test
    void tellsTheSecondOfTwoEditorsThatSheWasOvertaken() {
        RoundCode code = draft();
        assertThat(rounds.edit(RoundSamples.officer(), code, 0, RoundSamples.content(FIRST, LAST.plusDays(1))))
                .isInstanceOf(RoundChange.Changed.class);

        RoundChange second = rounds.edit(RoundSamples.officer(), code, 0, RoundSamples.content(FIRST, FIRST));

        assertThat(problemsOf(second)).containsExactly("programme.round.problem.changedInBetween");
        assertThat(rounds.byCode(code).orElseThrow().window().closesOn()).isEqualTo(LAST.plusDays(1));
    }

    @Test
    void publishesNothingThatIsNotReady() {
        RoundCode code = rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, FIRST.minusDays(1)))
                .code();

        assertThat(problemsOf(rounds.publish(RoundSamples.officer(), code)))
                .containsExactly("programme.round.problem.endBeforeBeginning");
        assertThat(rounds.byCode(code).orElseThrow().state()).isEqualTo(RoundState.DRAFT);
    }

    @Test
    void changesNothingOfAPublishedRoundButItsEnd() {
        RoundCode code = published();

        assertThat(problemsOf(rounds.edit(RoundSamples.officer(), code, 1, RoundSamples.content(FIRST, FIRST))))
                .containsExactly("programme.round.problem.notDraft");
        assertThat(problemsOf(rounds.publish(RoundSamples.officer(), code)))
                .containsExactly("programme.round.problem.notDraft");
    }

    @Test
    void movesTheEndLaterButNeverEarlier() {
        RoundCode code = published();

        assertThat(problemsOf(rounds.moveEnd(RoundSamples.officer(), code, LAST.minusDays(1), "提前")))
                .containsExactly("programme.round.problem.onlyLater");
        assertThat(problemsOf(rounds.moveEnd(RoundSamples.officer(), code, LAST.plusDays(5), " ")))
                .containsExactly("programme.round.problem.missing");
        rounds.moveEnd(RoundSamples.officer(), code, LAST.plusDays(5), "应各市州请求");

        Round round = rounds.byCode(code).orElseThrow();
        assertThat(round.window()).isEqualTo(new RoundWindow(FIRST, LAST.plusDays(5)));
        assertThat(round.moves())
                .containsExactly(new Round.WindowMove(MovableClock.START, LAST, LAST.plusDays(5), "应各市州请求"));
        assertThat(events.stream(WindowMoved.class))
                .containsExactly(new WindowMoved(code, LAST, LAST.plusDays(5), "应各市州请求"));
        assertThat(recorded(code)).containsExactly("round.created", "round.published", "round.windowMoved");
    }

    @Test
    void movesNoEndThatHasPassedEvenWhereTheTimerIsLate() {
        RoundCode code = published();
        clock.set(MovableClock.at("2026-04-11T00:00:00"));

        assertThat(problemsOf(rounds.moveEnd(RoundSamples.officer(), code, LAST.plusDays(5), "延期")))
                .containsExactly("programme.round.problem.windowEnded");
    }

    @Test
    void opensAndClosesOnceHoweverOftenItIsTold() {
        RoundCode code = published();

        rounds.windowOpens(code);
        rounds.windowOpens(code);
        rounds.windowCloses(code);
        rounds.windowCloses(code);

        assertThat(recorded(code)).containsExactly("round.created", "round.published", "round.opened", "round.closed");
        assertThat(events.stream(RoundOpened.class)).containsExactly(new RoundOpened(code));
        assertThat(events.stream(RoundClosed.class)).containsExactly(new RoundClosed(code));
    }

    @Test
    void isNeverDeleted() {
        RoundCode code = rounds.create(
                        RoundSamples.officer(),
                        new RoundContent(
                                BilingualText.EMPTY, BilingualText.EMPTY, new RoundWindow(FIRST, LAST), List.of()))
                .code();

        assertThatThrownBy(() -> jdbc.sql("delete from round where code = ?")
                        .param(code.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a round is never deleted");
    }

    @Test
    void refusesAProgrammeWithoutAPack() {
        var unknown =
                new RoundProgramme(new ProgrammeCode("no-such"), 1, 1, false, Map.of(), new StepWorkdays(5, 5, 5, 5));
        var content = RoundSamples.content(FIRST, LAST);

        assertThatThrownBy(() -> rounds.create(
                        RoundSamples.officer(),
                        new RoundContent(content.title(), content.callText(), content.window(), List.of(unknown))))
                .hasMessage("No policy pack for programme no-such");
    }

    private RoundCode draft() {
        return rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, LAST))
                .code();
    }

    private RoundCode published() {
        RoundCode code = draft();
        assertThat(rounds.publish(RoundSamples.officer(), code)).isInstanceOf(RoundChange.Changed.class);
        return code;
    }

    private static int numberOf(Round round) {
        return Integer.parseInt(round.code().value().split("-")[1]);
    }

    private static List<String> problemsOf(RoundChange change) {
        assertThat(change).isInstanceOf(RoundChange.Refused.class);
        return ((RoundChange.Refused) change)
                .problems().stream().map(FieldProblem::code).toList();
    }

    private List<String> recorded(RoundCode code) {
        return jdbc.sql("select action from audit_line where subject_kind = 'round' and subject = ? order by number")
                .param(code.value())
                .query(String.class)
                .list();
    }
}
