package org.chuyi.workflow;

/**
 * The right to read a case that comes with its tasks, said once for every module's query. A post that was offered a task
 * keeps it; what was lent to one person alone, an opinion or a signature, gives it while the task is open and takes it
 * away afterwards; so does a copy, which stays hers.
 */
public final class CaseHolding {

    /** Over {@code inbox_task t}; parameters :organisation, :roles, :selves. */
    public static final String HOLDS = """
            (t.organisation_id = :organisation and t.role in (:roles) and t.state in ('OPEN', 'DONE')
              and (not t.personal or t.assignee_id in (:selves) and t.state = 'OPEN'))""";

    /**
     * Over {@code inbox_copy k}; parameter :account. Only what a colleague sent: those that the process sent follow from a
     * post's task, and those from another body go to whoever may read the case without them.
     */
    public static final String COPIED = "(k.account_id = :account and k.reason = 'byPerson')";

    private CaseHolding() {}
}
