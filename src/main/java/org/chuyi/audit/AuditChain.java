package org.chuyi.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the whole record again and compares every hash.
 *
 * <p>Finds lines that were changed, taken away, put in another order or added past the program. Somebody who may write
 * to the database and computes every later hash anew makes a chain that is sound in itself: against that helps a copy of
 * {@link Intact#headHash()} kept elsewhere.
 */
@Component
public class AuditChain {

    private static final int BATCH = 2000;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    AuditChain(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public sealed interface Verdict permits Intact, Broken {}

    /** @param headHash the last line's hash, 64 hexadecimal digits; 64 zeros of an empty record */
    public record Intact(long lines, String headHash) implements Verdict {}

    /** @param line number of the first line that does not fit */
    public record Broken(long line, Damage damage) implements Verdict {}

    public enum Damage {
        /** The line's content or hash is not what was recorded, or a line before it was exchanged. */
        CHANGED,
        /** The line is not there. */
        MISSING,
        /** The line stands after the last one that the program wrote. */
        ADDED,
        /** The note of the last line was changed or is gone. */
        HEAD_CHANGED
    }

    /** Sees the record as it stands at this moment; writers are not held up. */
    public Verdict verify() {
        return snapshot.execute(transaction -> new Walk().result());
    }

    private record Head(long number, String hash) {}

    private record Stored(long number, ChainLink link, String hash) {}

    /** One reading from the first line to the last. */
    private final class Walk {
        private long number;
        private String hash = ChainLink.ORIGIN;

        Verdict result() {
            Optional<Head> head = jdbc.sql("select number, hash from audit_head")
                    .query(Head.class)
                    .optional();
            if (head.isEmpty()) {
                return new Broken(0, Damage.HEAD_CHANGED);
            }
            List<Stored> batch;
            do {
                batch = next();
                for (Stored line : batch) {
                    Optional<Damage> damage = damage(line, head.get());
                    if (damage.isPresent()) {
                        return new Broken(number + 1, damage.get());
                    }
                    number = line.number();
                    hash = line.hash();
                }
            } while (batch.size() == BATCH);
            return atTheEnd(head.get());
        }

        private Optional<Damage> damage(Stored line, Head head) {
            if (line.number() > head.number()) {
                return Optional.of(number < head.number() ? Damage.MISSING : Damage.ADDED);
            }
            if (line.number() != number + 1) {
                return Optional.of(Damage.MISSING);
            }
            return line.link().hash(line.number(), hash).equals(line.hash())
                    ? Optional.empty()
                    : Optional.of(Damage.CHANGED);
        }

        private Verdict atTheEnd(Head head) {
            if (number < head.number()) {
                return new Broken(number + 1, Damage.MISSING);
            }
            return hash.equals(head.hash()) ? new Intact(number, hash) : new Broken(number, Damage.HEAD_CHANGED);
        }

        private List<Stored> next() {
            return jdbc.sql("select " + AuditLines.COLUMNS
                            + " from audit_line where number > :after order by number limit " + BATCH)
                    .param("after", number)
                    .query((row, index) ->
                            new Stored(row.getLong("number"), AuditLines.link(row), row.getString("hash")))
                    .list();
        }
    }
}
