package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.Test;

class RoundGuardsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 10);
    private static final Instant NOW = MovableClock.at("2026-03-02T09:00");

    @Test
    void letsAWholeDraftPass() {
        assertThat(RoundGuards.problems(RoundSamples.content(FIRST, LAST), NOW)).isEmpty();
    }

    @Test
    void wantsTitleAndTextInBothLanguages() {
        var draft = RoundSamples.content(FIRST, LAST);
        var bare = new RoundContent(
                new BilingualText("通知", ""), new BilingualText("", "Text"), draft.window(), draft.programmes());

        assertThat(fieldsOf(bare)).containsExactly("titleEn", "callTextZh");
    }

    @Test
    void wantsTheEndNotBeforeTheBeginning() {
        assertThat(fieldsOf(RoundSamples.content(FIRST, FIRST.minusDays(1)))).containsExactly("closesOn");
        assertThat(fieldsOf(RoundSamples.content(FIRST, FIRST))).isEmpty();
    }

    @Test
    void letsAWindowBeginTodayButNotYesterday() {
        assertThat(fieldsOf(RoundSamples.content(LocalDate.of(2026, 3, 2), LAST)))
                .isEmpty();
        assertThat(fieldsOf(RoundSamples.content(LocalDate.of(2026, 3, 1), LAST)))
                .containsExactly("opensOn");
    }

    @Test
    void refusesAWindowOfMoreThanAYear() {
        assertThat(fieldsOf(RoundSamples.content(FIRST, FIRST.plusDays(367)))).containsExactly("closesOn");
    }

    @Test
    void wantsAtLeastOneProgramme() {
        var draft = RoundSamples.content(FIRST, LAST);
        assertThat(fieldsOf(new RoundContent(draft.title(), draft.callText(), draft.window(), List.of())))
                .containsExactly("programmes");
    }

    @Test
    void refusesLimitsBeyondReason() {
        var draft = RoundSamples.content(FIRST, LAST);
        var endless =
                new RoundProgramme(RoundSamples.SPECIALTY_GROUP, 1, 1, false, Map.of(), new StepWorkdays(5, 61, 5, 5));
        assertThat(fieldsOf(new RoundContent(draft.title(), draft.callText(), draft.window(), List.of(endless))))
                .containsExactly("programmes");
    }

    @Test
    void goesFromStateToStateAndNeverBack() {
        Round round = Round.draft(new RoundCode("2026-1"), RoundSamples.content(FIRST, LAST));
        assertThatThrownBy(round::open).isInstanceOf(IllegalStateException.class);
        round.publish(NOW);
        assertThatThrownBy(() -> round.edit(RoundSamples.content(FIRST, LAST)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> round.publish(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(round::close).isInstanceOf(IllegalStateException.class);
        round.open();
        round.close();
        assertThatThrownBy(round::open).isInstanceOf(IllegalStateException.class);
        assertThat(round.state()).isEqualTo(RoundState.CLOSED);
    }

    @Test
    void isOpenByItsWindowAloneEvenWhereTheTimerIsLate() {
        Round round = Round.draft(new RoundCode("2026-1"), RoundSamples.content(FIRST, LAST));
        assertThat(round.isOpen(MovableClock.at("2026-03-20T12:00"))).isFalse();
        round.publish(NOW);

        assertThat(round.isComing(MovableClock.at("2026-03-09T23:59:59"))).isTrue();
        assertThat(round.isOpen(MovableClock.at("2026-03-10T00:00:00"))).isTrue();
        assertThat(round.isOpen(MovableClock.at("2026-04-10T23:59:59"))).isTrue();
        assertThat(round.isOpen(MovableClock.at("2026-04-11T00:00:00"))).isFalse();
        assertThat(round.isOver(MovableClock.at("2026-04-11T00:00:00"))).isTrue();
    }

    private static List<String> fieldsOf(RoundContent content) {
        return RoundGuards.problems(content, NOW).stream()
                .map(FieldProblem::path)
                .toList();
    }
}
