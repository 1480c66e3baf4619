package org.chuyi.workflow;

import java.util.List;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to a case's tasks besides completing them, for the case's record; the caller has checked who reads. */
@Component
public class CaseOperations {

    private final JdbcClient jdbc;

    CaseOperations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a reader may know of it: those who file see what their own organisation did, and neither the inner steps of
     * others nor who works on them.
     */
    public List<CaseOperation> shownTo(Actor reader, String businessKey) {
        boolean files = reader.is(Role.APPLICANT) || reader.is(Role.SCHOOL_LEADER);
        return of(businessKey).stream()
                .filter(operation -> !files || operation.byOrganisation().equals(reader.organisationName()))
                .toList();
    }

    /** All of it, the first one first. */
    public List<CaseOperation> of(String businessKey) {
        return jdbc.sql("select * from task_operation where business_key = :key order by id")
                .param("key", businessKey)
                .query((row, n) -> new CaseOperation(
                        TaskOperation.valueOf(row.getString("operation")),
                        row.getString("task_key"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getString("by_organisation"),
                        row.getString("to_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
