package org.chuyi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.chuyi.audit.AuditChain.Broken;
import org.chuyi.audit.AuditChain.Damage;
import org.chuyi.audit.AuditChain.Intact;
import org.chuyi.audit.AuditChain.Verdict;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each damage is done with the guards taken off, as the database's owner could, and undone afterwards. */
@IntegrationTest
class AuditChainTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private long last;

    @BeforeEach
    void threeLines() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            for (String action : new String[] {"first", "second", "third"}) {
                trail.record(
                        AuditEntry.of(action, "test", UUID.randomUUID().toString(), Map.of("说明", "退回修改", "count", 2)));
            }
        });
        last = jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    @Test
    void soundRecordIsIntact() {
        String hash =
                jdbc.sql("select hash from audit_head").query(String.class).single();

        assertThat(chain.verify()).isEqualTo(new Intact(last, hash));
    }

    @Test
    void anyChangedColumnIsFound() {
        for (String change : new String[] {
            "at = at + interval '1 microsecond'",
            "account_id = 1",
            "name = '别人'",
            "acting_for = 'x'",
            "address = 'x'",
            "action = 'x'",
            "subject_kind = 'x'",
            "subject = 'x'",
            "details = '{}'",
            "hash = repeat('0', 64)"
        }) {
            assertThat(after("update audit_line set " + change + " where number = " + (last - 1)))
                    .as(change)
                    .isEqualTo(new Broken(last - 1, Damage.CHANGED));
        }
    }

    @Test
    void textMovedFromOneValueToTheNextIsFound() {
        assertThat(after("update audit_line set action = action || subject_kind, subject_kind = '' where number = "
                        + (last - 1)))
                .isEqualTo(new Broken(last - 1, Damage.CHANGED));
    }

    @Test
    void missingLineIsFound() {
        assertThat(after("delete from audit_line where number = " + (last - 1)))
                .isEqualTo(new Broken(last - 1, Damage.MISSING));
    }

    @Test
    void missingLastLineIsFound() {
        assertThat(after("delete from audit_line where number = " + last)).isEqualTo(new Broken(last, Damage.MISSING));
    }

    @Test
    void exchangedLinesAreFound() {
        assertThat(after(
                        "update audit_line set number = -1 where number = " + last,
                        "update audit_line set number = " + last + " where number = " + (last - 1),
                        "update audit_line set number = " + (last - 1) + " where number = -1"))
                .isEqualTo(new Broken(last - 1, Damage.CHANGED));
    }

    @Test
    void lineAddedByHandIsFound() {
        assertThat(after("insert into audit_line select number + 1, at, account_id, name, acting_for, address, action,"
                        + " subject_kind, subject, details, hash from audit_line where number = " + last))
                .isEqualTo(new Broken(last + 1, Damage.ADDED));
    }

    @Test
    void changedHeadIsFound() {
        assertThat(after("update audit_head set hash = repeat('f', 64)"))
                .isEqualTo(new Broken(last, Damage.HEAD_CHANGED));
    }

    private Verdict after(String... damages) {
        return new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            jdbc.sql("alter table audit_line disable trigger user").update();
            for (String damage : damages) {
                jdbc.sql(damage).update();
            }
            return chain.verify();
        });
    }
}
