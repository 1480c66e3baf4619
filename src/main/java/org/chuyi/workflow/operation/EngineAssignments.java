package org.chuyi.workflow.operation;

import org.camunda.bpm.engine.TaskService;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Who has a task, as the engine keeps it; the inbox follows by the engine's events. */
@Component
class EngineAssignments {

    private final TaskService engine;
    private final Accounts accounts;
    private final ThreadLocal<Boolean> underWay = new ThreadLocal<>();

    EngineAssignments(TaskService engine, Accounts accounts) {
        this.engine = engine;
        this.accounts = accounts;
    }

    void give(InboxTask task, AccountId person) {
        assign(task, login(person));
    }

    void free(InboxTask task) {
        assign(task, null);
    }

    void delegate(InboxTask task, AccountId owner, AccountId colleague) {
        step(() -> {
            engine.setOwner(task.id(), login(owner));
            engine.delegateTask(task.id(), login(colleague));
        });
    }

    /** Back to its owner, who alone decides. */
    void giveBack(String taskId) {
        step(() -> engine.resolveTask(taskId));
    }

    /** Whether the engine's event that is heard now comes from here. */
    boolean areUnderWay() {
        return underWay.get() != null;
    }

    /** Without an owner, who would be left over from an earlier delegation; the service's own call cannot empty it. */
    private void assign(InboxTask task, String login) {
        var engines = engine.createTaskQuery().taskId(task.id()).singleResult();
        engines.setOwner(null);
        engines.setAssignee(login);
        step(() -> engine.saveTask(engines));
    }

    private void step(Runnable step) {
        underWay.set(true);
        try {
            step.run();
        } finally {
            underWay.remove();
        }
    }

    private String login(AccountId person) {
        return accounts.find(person).orElseThrow().login();
    }
}
