package org.chuyi.programme.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundChange;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundSamples;
import org.chuyi.programme.RoundState;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SelectionRoundProcessTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 10);

    @Autowired
    Rounds rounds;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday() {
        clock.set(MovableClock.START);
    }

    @AfterEach
    void back() {
        clock.set(MovableClock.START);
    }

    @Test
    void opensOnTheFirstDayAndClosesAtTwentyFourHoursOfTheLast() {
        RoundCode code = published();
        assertThat(waitingAt(code)).containsExactly("windowOpens");

        clock.moveTo(MovableClock.at("2026-03-09T23:59:59"));
        assertThat(stateOf(code)).isEqualTo(RoundState.PUBLISHED);
        clock.moveTo(MovableClock.at("2026-03-10T00:00:00"));
        assertThat(stateOf(code)).isEqualTo(RoundState.OPEN);
        assertThat(waitingAt(code)).containsExactlyInAnyOrder("windowEnd");

        clock.moveTo(MovableClock.at("2026-04-10T23:59:59"));
        assertThat(stateOf(code)).isEqualTo(RoundState.OPEN);
        clock.moveTo(MovableClock.at("2026-04-11T00:00:00"));
        assertThat(stateOf(code)).isEqualTo(RoundState.CLOSED);
        assertThat(endedAt(code)).isEqualTo("roundClosed");
    }

    @Test
    void closesLaterWhenTheEndIsMovedWhileTheWindowIsOpen() {
        RoundCode code = published();
        clock.moveTo(MovableClock.at("2026-03-20T12:00"));

        assertThat(rounds.moveEnd(RoundSamples.officer(), code, LocalDate.of(2026, 4, 15), "应各市州请求"))
                .isInstanceOf(RoundChange.Changed.class);
        assertThat(timerOf(code).getDuedate()).isEqualTo(Date.from(MovableClock.at("2026-04-16T00:00:00")));

        clock.moveTo(MovableClock.at("2026-04-15T23:59:59"));
        assertThat(stateOf(code)).isEqualTo(RoundState.OPEN);
        clock.moveTo(MovableClock.at("2026-04-16T00:00:00"));
        assertThat(stateOf(code)).isEqualTo(RoundState.CLOSED);
    }

    @Test
    void closesLaterWhenTheEndIsMovedBeforeTheWindowOpens() {
        RoundCode code = published();

        rounds.moveEnd(RoundSamples.officer(), code, LocalDate.of(2026, 4, 15), "通知印发推迟");
        assertThat(waitingAt(code)).containsExactly("windowOpens");

        clock.moveTo(MovableClock.at("2026-04-15T23:59:59"));
        assertThat(stateOf(code)).isEqualTo(RoundState.OPEN);
        clock.moveTo(MovableClock.at("2026-04-16T00:00:00"));
        assertThat(stateOf(code)).isEqualTo(RoundState.CLOSED);
    }

    @Test
    void canBeProlongedMoreThanOnce() {
        RoundCode code = published();
        clock.moveTo(MovableClock.at("2026-03-20T12:00"));

        rounds.moveEnd(RoundSamples.officer(), code, LocalDate.of(2026, 4, 15), "第一次延期");
        rounds.moveEnd(RoundSamples.officer(), code, LocalDate.of(2026, 4, 20), "第二次延期");

        assertThat(timerOf(code).getDuedate()).isEqualTo(Date.from(MovableClock.at("2026-04-21T00:00:00")));
        assertThat(rounds.byCode(code).orElseThrow().moves())
                .extracting(Round.WindowMove::reason)
                .containsExactly("第一次延期", "第二次延期");
    }

    private RoundCode published() {
        RoundCode code = rounds.create(RoundSamples.officer(), RoundSamples.content(FIRST, LAST))
                .code();
        rounds.publish(RoundSamples.officer(), code);
        return code;
    }

    private RoundState stateOf(RoundCode code) {
        return rounds.byCode(code).orElseThrow().state();
    }

    private List<String> waitingAt(RoundCode code) {
        return runtime.getActiveActivityIds(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(code.value(), SelectionRoundProcess.KEY)
                .singleResult()
                .getId());
    }

    private Job timerOf(RoundCode code) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(code.value(), SelectionRoundProcess.KEY)
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
    }

    private String endedAt(RoundCode code) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(SelectionRoundProcess.KEY)
                .processInstanceBusinessKey(code.value())
                .finished()
                .singleResult()
                .getEndActivityId();
    }
}
