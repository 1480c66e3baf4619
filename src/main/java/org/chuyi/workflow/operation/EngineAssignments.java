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
        engine.setOwner(task.id(), login(owner));
        engine.delegateTask(task.id(), login(colleague));
    }

    /** Back to its owner, who alone decides. */
    void giveBack(String taskId) {
        engine.resolveTask(taskId);
    }

    /** Without an owner, who would be left over from an earlier delegation; the service's own call cannot empty it. */
    private void assign(InboxTask task, String login) {
        var engines = engine.createTaskQuery().taskId(task.id()).singleResult();
        engines.setOwner(null);
        engines.setAssignee(login);
        engine.saveTask(engines);
    }

    private String login(AccountId person) {
        return accounts.find(person).orElseThrow().login();
    }
}
