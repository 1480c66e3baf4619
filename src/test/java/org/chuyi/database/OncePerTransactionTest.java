package org.chuyi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class OncePerTransactionTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger readings = new AtomicInteger();

    private record Asked(String what) {}

    private int read() {
        return OncePerTransaction.read(new Asked("it"), asked -> readings.incrementAndGet());
    }

    @Test
    void aTransactionReadsOnceUntilItForgetsAndOnesInBetweenReadForThemselves() {
        var outer = new TransactionTemplate(transactions);
        var inner = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

        outer.executeWithoutResult(open -> {
            assertThat(read()).isEqualTo(1);
            inner.executeWithoutResult(between -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
            OncePerTransaction.forget(new Asked("it"));
            assertThat(read()).isEqualTo(3);
        });
        outer.executeWithoutResult(next -> assertThat(read()).isEqualTo(4));
        assertThat(read()).isEqualTo(5);
        assertThat(read()).isEqualTo(6);
    }

    @Test
    void whatWasReadAfterASavepointIsReadAgainWhenItIsUndone() {
        new TransactionTemplate(transactions).executeWithoutResult(open -> {
            Object savepoint = open.createSavepoint();
            assertThat(read()).isEqualTo(1);
            open.rollbackToSavepoint(savepoint);
            assertThat(read()).isEqualTo(2);
        });
    }
}
