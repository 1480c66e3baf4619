package org.chuyi.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLines lines;

    @Autowired
    AuditChain chain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void keepsWhatHappenedToWhatAndByWhom() {
        Who reviewer = new Who(java.util.Optional.of(7L), "李审核", "长沙市教育局 REVIEWER", "10.0.0.8");
        inTransaction(() -> trail.record(
                AuditEntry.of("application.returned", "application", subject, Map.of("items", 3, "due", "2026-03-09")),
                reviewer));

        AuditLine line = lines.about("application", subject).get(0);

        assertThat(line.who()).isEqualTo(reviewer);
        assertThat(line.action()).isEqualTo("application.returned");
        assertThat(line.details()).isEqualTo(Map.of("items", 3, "due", "2026-03-09"));
    }

    @Test
    void refusesToRecordOutsideATransaction() {
        assertThatThrownBy(() -> trail.record(entry("lost")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("To record lost takes an open transaction");
    }

    @Test
    void refusesToRecordAfterTheCommitWhereTheLineWouldBeLost() {
        assertThatThrownBy(() -> inTransaction(() ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                trail.record(entry("late"));
                            }
                        })))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already committed");
        assertThat(actions()).isEmpty();
    }

    @Test
    void recordsWhatIsSaidDuringTheRoundBeforeTheCommit() {
        inTransaction(() -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                trail.record(entry("just.in.time"));
            }
        }));

        assertThat(actions()).containsExactly("just.in.time");
    }

    @Test
    void forgetsTheLinesOfATransactionThatIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            trail.record(entry("undone"));
            transaction.setRollbackOnly();
        });

        assertThat(actions()).isEmpty();
    }

    @Test
    void forgetsTheLinesOfANestedTransactionThatIsRolledBack() {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        inTransaction(() -> {
            trail.record(entry("before"));
            nested.executeWithoutResult(inner -> {
                trail.record(entry("undone"));
                inner.setRollbackOnly();
            });
            trail.record(entry("after"));
        });

        assertThat(actions()).containsExactly("before", "after");
    }

    @Test
    void keepsTheLinesOfAnInnerTransactionApartFromTheOuterOne() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(outer -> {
            trail.record(entry("outer"));
            own.executeWithoutResult(inner -> trail.record(entry("inner")));
            outer.setRollbackOnly();
        });

        assertThat(actions()).containsExactly("inner");
    }

    @Test
    void cannotBeChangedDeletedOrEmptied() {
        inTransaction(() -> trail.record(entry("stays")));

        for (String attack : List.of(
                "update audit_line set name = '别人'",
                "delete from audit_line",
                "truncate audit_line",
                "delete from audit_head",
                "truncate audit_head")) {
            assertThatThrownBy(() -> jdbc.sql(attack).update())
                    .as(attack)
                    .hasMessageContaining("The record can only be added to");
        }
        assertThat(actions()).containsExactly("stays");
    }

    @Test
    void eightWritersAtOnceMakeAChainWithoutGaps() throws Exception {
        long linesBefore = lastNumber();
        List<Callable<Void>> writers = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 200; i++) {
                        inTransaction(() -> {
                            trail.record(entry("written"));
                            trail.record(entry("written.again"));
                        });
                    }
                    return null;
                })
                .toList();
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(actions()).hasSize(3200);
        assertThat(jdbc.sql("select number from audit_line where number > :before order by number")
                        .param("before", linesBefore)
                        .query(Long.class)
                        .list())
                .containsExactlyElementsOf(LongStream.rangeClosed(linesBefore + 1, linesBefore + 3200)
                        .boxed()
                        .toList());
        assertThat(chain.verify()).isInstanceOf(AuditChain.Intact.class);
    }

    private long lastNumber() {
        return jdbc.sql("select number from audit_head").query(Long.class).single();
    }

    private List<String> actions() {
        return lines.about("test", subject).stream().map(AuditLine::action).toList();
    }

    private AuditEntry entry(String action) {
        return AuditEntry.of(action, "test", subject);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> work.run());
    }
}
