package org.chuyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class RepeatDrawTest {

    @Autowired
    ApplicationContext beans;

    @Autowired
    People people;

    @Autowired
    TaskInbox inbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Test
    void saysWhetherTheSeedGivesTheStoredOrder(CapturedOutput output) {
        clock.set(MovableClock.START);
        var samples = new ContestSamples(beans);
        samples.emptyPool();
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        samples.experts(6, samples.institute(), "4501");
        samples.begin(contest);
        assertThat(RepeatDraw.run(besideTheProgram(contest.toString()))).isEqualTo(RepeatDraw.NOT_REPEATED);
        var officer = people.provincialOfficer();
        inbox.complete(
                inbox.openTaskOf(contest.toString(), officer).orElseThrow().id(),
                officer,
                Map.of("panelSize", 3, "perEntry", 3, "shares", "equal"),
                Optional.empty());
        clock.moveBy(Duration.ZERO);
        String seed = jdbc.sql("select seed from expert_draw where contest_key = :key")
                .param("key", contest.toString())
                .query(String.class)
                .single();

        assertThat(RepeatDraw.run(besideTheProgram(contest.toString()))).isEqualTo(RepeatDraw.EQUAL);
        assertThat(output).contains(contest + " 复算结果与抽取结果一致：种子 " + seed);

        jdbc.sql("update expert_draw set seed = repeat('0', 64) where contest_key = :key")
                .param("key", contest.toString())
                .update();
        assertThat(RepeatDraw.run(besideTheProgram(contest.toString()))).isEqualTo(RepeatDraw.DIFFERENT);
        assertThat(output).contains(contest + " 复算结果与抽取结果不一致：顺序不同 (different).");
        assertThat(RepeatDraw.run(besideTheProgram())).isEqualTo(RepeatDraw.NOT_REPEATED);
    }

    private String[] besideTheProgram(String... contest) {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(RepeatDraw.COMMAND),
                        java.util.stream.Stream.of(contest),
                        java.util.stream.Stream.of(
                                "--spring.datasource.url=" + database.getJdbcUrl(),
                                "--spring.datasource.username=" + database.getUsername(),
                                "--spring.datasource.password=" + database.getPassword()))
                .flatMap(words -> words)
                .toArray(String[]::new);
    }
}
