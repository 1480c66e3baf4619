package org.chuyi.audit;

import java.util.Map;

/**
 * What happened.
 *
 * @param action what was done, dotted, e.g. {@code application.submitted}; its label is message {@code audit.<action>}
 * @param subjectKind what it was done to, e.g. {@code application}
 * @param subject its id, e.g. the application's number
 * @param details further facts; never secrets, identity numbers or form content
 */
public record AuditEntry(String action, String subjectKind, String subject, Map<String, ?> details) {
    public static AuditEntry of(String action, String subjectKind, String subject) {
        return new AuditEntry(action, subjectKind, subject, Map.of());
    }

    public static AuditEntry of(String action, String subjectKind, String subject, Map<String, ?> details) {
        return new AuditEntry(action, subjectKind, subject, details);
    }
}
