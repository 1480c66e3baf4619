package org.chuyi.audit;

/** The record that cannot be changed unseen: each line carries a hash that includes the line before. */
public interface AuditTrail {

    /**
     * Adds a line in the current transaction, which must be open; the line stands or falls with it. Who, as whom and
     * from where are taken from {@link Who}.
     */
    void record(AuditEntry entry);

    /** The same for somebody else than the acting person, e.g. for one who failed to sign in. */
    void record(AuditEntry entry, Who who);
}
