package org.chuyi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.util.Map;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class VerifyRecordTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    PlatformTransactionManager transactions;

    private long last;

    @BeforeEach
    void twoLines() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            trail.record(AuditEntry.of("first", "test", "1", Map.of()));
            trail.record(AuditEntry.of("second", "test", "1", Map.of()));
        });
        last = jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    @Test
    void saysInOneSentenceThatTheRecordIsIntactBesideTheRunningProgram(CapturedOutput output) {
        String hash =
                jdbc.sql("select hash from audit_head").query(String.class).single();

        int before = output.getOut().length();
        assertThat(VerifyRecord.run(besideTheProgram())).isEqualTo(VerifyRecord.INTACT);
        assertThat(output.getOut().substring(before).lines())
                .singleElement(STRING)
                .endsWith("操作记录完整：共 %d 条，末条哈希 %s (the record is intact: %d lines, last hash as given)."
                        .formatted(last, hash, last));
    }

    @Test
    void saysWhichLineWasChanged(CapturedOutput output) {
        change("'别人'");
        int before = output.getOut().length();
        try {
            assertThat(VerifyRecord.run(besideTheProgram())).isEqualTo(VerifyRecord.BROKEN);
            assertThat(output.getOut().substring(before).lines())
                    .singleElement(STRING)
                    .endsWith("操作记录已遭破坏：第 %d 条内容被改动 (the record is broken at line %d: CHANGED).".formatted(last, last));
        } finally {
            change("'系统'");
        }
    }

    @Test
    void pointsToThePageWhileTheProgramHoldsTheDataFolder(CapturedOutput output) {
        Path dataFolder = Path.of(
                        jdbc.sql("show data_directory").query(String.class).single())
                .getParent();

        int before = output.getOut().length();
        assertThat(VerifyRecord.run(new String[] {VerifyRecord.COMMAND, "--chuyi.data=" + dataFolder}))
                .isEqualTo(VerifyRecord.NOT_READ);
        assertThat(output.getOut().substring(before).lines())
                .singleElement(STRING)
                .contains("/administration/record");
    }

    private String[] besideTheProgram() {
        return new String[] {
            VerifyRecord.COMMAND,
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword()
        };
    }

    private void change(String name) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("alter table audit_line disable trigger user").update();
            jdbc.sql("update audit_line set name = " + name + " where number = " + last)
                    .update();
            jdbc.sql("alter table audit_line enable trigger user").update();
        });
    }
}
