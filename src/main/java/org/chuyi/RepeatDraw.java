package org.chuyi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.database.DataFolderInUse;
import org.chuyi.selection.DrawRepetition;
import org.chuyi.selection.RepetitionAlone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * Command {@code repeat-draw <contest>}: draws a contest's experts once more from the published seed and says whether the
 * result is the one that is stored.
 *
 * <p>Starts the database and the comparison only, so that looking changes nothing.
 */
final class RepeatDraw {

    static final String COMMAND = "repeat-draw";
    static final int EQUAL = 0;
    static final int DIFFERENT = 1;
    static final int NOT_REPEATED = 2;

    private static final Logger log = LoggerFactory.getLogger(RepeatDraw.class);

    private RepeatDraw() {}

    /** Not a configuration class: the program itself must not find it. */
    @ComponentScan("org.chuyi.database")
    @Import(RepetitionAlone.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static final class DrawsAlone {}

    static boolean isAskedFor(String[] arguments) {
        return Arrays.asList(arguments).contains(COMMAND);
    }

    /** Returns the exit code: 0 equal, 1 different, 2 not repeated. */
    static int run(String[] arguments) {
        Optional<String> contest = contestIn(arguments);
        if (contest.isEmpty()) {
            log.info("用法 (usage): java -jar chuyi.jar {} 2026-1.specialty-group.associate", COMMAND);
            return NOT_REPEATED;
        }
        String[] quietly = Stream.concat(
                        Stream.of(
                                "--logging.level.root=off",
                                "--logging.level.org.chuyi=off",
                                "--logging.level.org.chuyi.RepeatDraw=info",
                                "--logging.pattern.console=%m%n",
                                "--spring.main.banner-mode=off"),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(DrawsAlone.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(quietly)) {
            return report(contest.get(), context.getBean(DrawRepetition.class).repeat(contest.get()));
        } catch (RuntimeException failed) {
            return reportNotRepeated(failed);
        }
    }

    private static Optional<String> contestIn(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        return words.stream()
                .skip(words.indexOf(COMMAND) + 1L)
                .filter(word -> !word.startsWith("-"))
                .findFirst();
    }

    private static int report(String contest, Optional<DrawRepetition.Verdict> verdict) {
        if (verdict.isEmpty()) {
            log.info("{} 尚未抽取专家，或没有这个遴选 (nothing was drawn for {}).", contest, contest);
            return NOT_REPEATED;
        }
        DrawRepetition.Verdict found = verdict.get();
        if (found.equal()) {
            log.info(
                    "{} 复算结果与抽取结果一致：种子 {}，算法 {}，席位 {} (equal: the same seed gives the same order).",
                    contest,
                    found.seed(),
                    found.algorithm(),
                    found.panelSize());
            return EQUAL;
        }
        log.info(
                "{} 复算结果与抽取结果不一致：{} (different).",
                contest,
                !found.sameAlgorithm()
                        ? "抽取时的算法 " + found.algorithm() + " 与本版程序不同"
                        : found.samePool() ? "顺序不同" : "存档的专家库快照被改动");
        return DIFFERENT;
    }

    private static int reportNotRepeated(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse) {
                log.info(
                        "楚怡正在运行，数据目录已锁定；请在抽取页面点“复算”，或停止程序后再试"
                                + " (Chuyi is running and holds its data folder: repeat on the draw's page, or stop it first).");
                return NOT_REPEATED;
            }
        }
        log.info(
                "未能复算 (could not be repeated): {}",
                NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        return NOT_REPEATED;
    }
}
