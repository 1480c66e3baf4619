package org.chuyi.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundChange;
import org.chuyi.programme.RoundContent;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.RoundWindow;
import org.chuyi.programme.Rounds;
import org.springframework.boot.test.context.TestComponent;

/** Makes rounds for tests, as the provincial officer does. */
@TestComponent
public class TestRounds {

    private final Rounds rounds;
    private final PolicyPacks packs;
    private final People people;
    private final Time.MovableClock clock;

    TestRounds(Rounds rounds, PolicyPacks packs, People people, Time.MovableClock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.people = people;
        this.clock = clock;
    }

    /** It is the first morning of a published round of all programmes, open until 2026-03-31, 24:00. */
    public Round justOpened() {
        clock.set(Time.MovableClock.START);
        return published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
    }

    /** A published round of all programmes, none of them competitive; its window ends at 24:00 of the last day. */
    public Round published(LocalDate opensOn, LocalDate closesOn) {
        return published(
                opensOn,
                closesOn,
                packs.all().stream().map(TestRounds::asDefault).toList());
    }

    /** A published round of these programmes. */
    public Round published(LocalDate opensOn, LocalDate closesOn, List<RoundProgramme> programmes) {
        var officer = people.provincialOfficer();
        var content = new RoundContent(
                new BilingualText("测试批次", "Test round"),
                new BilingualText("测试用的申报通知。", "A call for tests."),
                new RoundWindow(opensOn, closesOn),
                programmes);
        var draft = rounds.create(officer, content);
        return ((RoundChange.Changed) rounds.publish(officer, draft.code())).round();
    }

    public void prolonged(Round round, LocalDate to) {
        var change = rounds.moveEnd(people.provincialOfficer(), round.code(), to, "应申报学校要求");
        if (!(change instanceof RoundChange.Changed)) {
            throw new AssertionError("Not prolonged: " + change);
        }
    }

    private static RoundProgramme asDefault(Programme programme) {
        return new RoundProgramme(
                programme.code(),
                programme.number().byDefault(),
                programme.applicationsPerSchool(),
                false,
                Map.of(),
                programme.workdays());
    }
}
