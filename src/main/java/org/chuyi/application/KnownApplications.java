package org.chuyi.application;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.database.TransactionMemory;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * What the current transaction has read and written of applications. One step of the process asks a dozen times for the
 * same row: model expressions, rules, notices. Outside a transaction nothing is kept.
 */
final class KnownApplications implements TransactionSynchronization {

    private final Map<ApplicationNumber, Known> known = new HashMap<>();

    /** @param isOurs locked or written by this transaction: nobody else can change it */
    private record Known(ProjectApplication.Stored row, boolean isOurs) {}

    static Optional<KnownApplications> ofCurrentTransaction() {
        return TransactionMemory.of(KnownApplications.class, KnownApplications::new);
    }

    Optional<ProjectApplication.Stored> row(ApplicationNumber number) {
        return Optional.ofNullable(known.get(number)).map(Known::row);
    }

    /** Only a row that no other transaction can have changed since. */
    Optional<ProjectApplication.Stored> ourRow(ApplicationNumber number) {
        return Optional.ofNullable(known.get(number)).filter(Known::isOurs).map(Known::row);
    }

    void read(ProjectApplication.Stored row) {
        known.put(row.number(), new Known(row, false));
    }

    void lockedOrWritten(ProjectApplication.Stored row) {
        known.put(row.number(), new Known(row, true));
    }

    void forget() {
        known.clear();
    }

    @Override
    public void savepointRollback(Object savepoint) {
        forget();
    }
}
