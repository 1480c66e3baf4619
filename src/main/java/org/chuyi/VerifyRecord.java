package org.chuyi;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chuyi.audit.AuditChain;
import org.chuyi.database.DataFolderInUse;
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
 * Command {@code verify-record}: says in one sentence whether the record is intact.
 *
 * <p>Starts the database and the check only: no web server, engine, migration or job, so that looking changes nothing.
 */
final class VerifyRecord {

    static final String COMMAND = "verify-record";
    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int NOT_READ = 2;

    private static final Logger log = LoggerFactory.getLogger(VerifyRecord.class);

    private VerifyRecord() {}

    /** Not a configuration class: the program itself must not find it. */
    @ComponentScan("org.chuyi.database")
    @Import(AuditChain.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static final class RecordAlone {}

    static boolean isAskedFor(String[] arguments) {
        return Arrays.asList(arguments).contains(COMMAND);
    }

    /** Returns the exit code: 0 intact, 1 broken, 2 could not be read. */
    static int run(String[] arguments) {
        String[] quietly = Stream.concat(
                        Stream.of(
                                "--logging.level.root=off",
                                "--logging.level.org.chuyi=off",
                                "--logging.level.org.chuyi.VerifyRecord=info",
                                "--logging.pattern.console=%m%n",
                                "--spring.main.banner-mode=off"),
                        Arrays.stream(arguments))
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(RecordAlone.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(quietly)) {
            return report(context.getBean(AuditChain.class).verify());
        } catch (RuntimeException failed) {
            return reportNotRead(failed);
        }
    }

    private static int report(AuditChain.Verdict verdict) {
        if (verdict instanceof AuditChain.Intact intact) {
            log.info(
                    "操作记录完整：共 {} 条，末条哈希 {} (the record is intact: {} lines, last hash as given).",
                    intact.lines(),
                    intact.headHash(),
                    intact.lines());
            return INTACT;
        }
        AuditChain.Broken broken = (AuditChain.Broken) verdict;
        log.info(
                "操作记录已遭破坏：第 {} 条{} (the record is broken at line {}: {}).",
                broken.line(),
                inChinese(broken.damage()),
                broken.line(),
                broken.damage());
        return BROKEN;
    }

    private static String inChinese(AuditChain.Damage damage) {
        return switch (damage) {
            case CHANGED -> "内容被改动";
            case MISSING -> "缺失";
            case ADDED -> "为程序之外添加";
            case HEAD_CHANGED -> "之后的链尾登记被改动";
        };
    }

    private static int reportNotRead(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataFolderInUse) {
                log.info("楚怡正在运行，数据目录已锁定；请由审计员在页面 /administration/record 校验，或停止程序后再试"
                        + " (Chuyi is running and holds its data folder: verify on the page /administration/record, or"
                        + " stop it first).");
                return NOT_READ;
            }
        }
        log.info(
                "未能读取操作记录 (the record could not be read): {}",
                NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        return NOT_READ;
    }
}
