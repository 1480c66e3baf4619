package org.chuyi.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormSchema;
import org.chuyi.workflow.form.FormVerdict;
import org.springframework.stereotype.Component;

/**
 * What every completion passes, wherever it comes from: the person, the form, the module's rule, the outcome. A refusal
 * is an exception, so the engine's transaction is undone and the task stays open.
 *
 * <p>From our own {@link TaskInbox} the answers come with {@link CurrentCompletion}; from Camunda's Tasklist they come as
 * variables, which are taken and removed again before the engine writes them.
 */
@Component
class TaskGate {

    private final InboxTasks inbox;
    private final TaskForms forms;
    private final FormCheck formCheck;
    private final CurrentCompletion current;
    private final CurrentActor currentActor;
    private final Map<String, TaskHandler> handlers;
    private final Map<String, TaskDraft> drafts;
    private final TasklistRefusals tasklist;
    private final List<CompletionHindrance> hindrances;
    private final List<CompletionSeal> seals;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectMapper json;

    TaskGate(
            InboxTasks inbox,
            TaskForms forms,
            FormCheck formCheck,
            CurrentCompletion current,
            CurrentActor currentActor,
            Map<String, TaskHandler> handlers,
            List<TaskDraft> drafts,
            TasklistRefusals tasklist,
            List<CompletionHindrance> hindrances,
            List<CompletionSeal> seals,
            AuditTrail audit,
            Clock clock,
            ObjectMapper json) {
        this.inbox = inbox;
        this.forms = forms;
        this.formCheck = formCheck;
        this.current = current;
        this.currentActor = currentActor;
        this.handlers = handlers;
        this.drafts = drafts.stream().collect(Collectors.toMap(TaskDraft::taskKey, Function.identity()));
        this.tasklist = tasklist;
        this.hindrances = hindrances;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    void pass(DelegateTask task) {
        var ours = current.get();
        if (ours.isPresent()) {
            String outcome = handle(task, ours.get().actor, ours.get().answers);
            ours.get().outcome(outcome);
        } else {
            passFromEngine(task);
        }
    }

    /** The variable {@code part} of a multi-instance activity: which of the case's parts the task is about. */
    static String partOf(DelegateTask task) {
        return task.getExecution().getVariable("part") instanceof String part ? part : "";
    }

    /** The form that the model names: literally, or as {@code ${variable}}. */
    Optional<String> formKeyOf(DelegateTask task) {
        String reference = ((UserTask) task.getBpmnModelElementInstance()).getCamundaFormRef();
        if (reference == null) {
            return Optional.empty();
        }
        return reference.startsWith("${")
                ? Optional.of((String) task.getExecution().getVariable(reference.substring(2, reference.length() - 1)))
                : Optional.of(reference);
    }

    private void passFromEngine(DelegateTask task) {
        Actor actor = currentActor.get();
        boolean mayComplete = inbox.lock(task.getId())
                .filter(InboxTask::isOpen)
                .filter(row -> row.isOfferedTo(actor))
                .filter(row -> seals.stream().noneMatch(each -> each.isNeeded(row)))
                .filter(row ->
                        hindrances.stream().allMatch(each -> each.to(row, actor).isEmpty()))
                .isPresent();
        try {
            if (!mayComplete) {
                throw TaskRejected.because("workflow.problem.notYourTask");
            }
            handle(task, actor, submitted(task));
        } catch (TaskRejected rejected) {
            tasklist.refused(rejected);
            throw rejected;
        }
    }

    private String handle(DelegateTask task, Actor actor, Map<String, Object> answers) {
        Instant now = clock.instant();
        var checked = checked(task, answers);
        TaskHandler handler = handlers.get(task.getTaskDefinitionKey() + "Handler");
        if (handler == null) {
            throw new IllegalStateException("No handler for task " + task.getTaskDefinitionKey());
        }
        String businessKey = task.getExecution().getProcessBusinessKey();
        TaskOutcome outcome = handler.complete(new CompletedTask(
                task.getId(), task.getTaskDefinitionKey(), businessKey, partOf(task), actor, checked, now));
        outcome.variables().forEach(task.getExecution()::setVariable);
        tellTheNextGateway(task, outcome.result());
        inbox.done(task.getId(), actor, inPlaceOf(task, businessKey, actor), outcome.result(), now);
        return outcome.result();
    }

    /**
     * The model asks for it before the next task, and the inbox keeps who did what with which result: the engine stores it
     * only where the model has declared the variable.
     */
    private static void tellTheNextGateway(DelegateTask task, String result) {
        String name = task.getTaskDefinitionKey() + "Outcome";
        boolean declared = task.getExecution().hasVariable(name);
        task.getExecution().setVariable(name, Variables.stringValue(result, !declared));
    }

    /** A deputy's completion has its own line in the record, which says in whose place. */
    private Optional<String> inPlaceOf(DelegateTask task, String businessKey, Actor actor) {
        if (actor.deputyships().inForce().isEmpty()) {
            return Optional.empty();
        }
        var principal = inbox.find(task.getId()).flatMap(row -> row.inPlaceOf(actor));
        principal.ifPresent(name -> audit.record(AuditEntry.of(
                "task.completedInPlace",
                "case",
                businessKey,
                Map.of("task", task.getId(), "step", task.getTaskDefinitionKey(), "for", name))));
        return principal;
    }

    private Map<String, Object> checked(DelegateTask task, Map<String, Object> answers) {
        var form = formKeyOf(task).map(key -> forms.form(task.getProcessDefinitionId(), key));
        if (form.isEmpty()) {
            return Map.of();
        }
        FormVerdict verdict = formCheck.check(form.get(), answers);
        if (verdict instanceof FormVerdict.Refused refused) {
            throw new TaskRejected(refused.problems());
        }
        return ((FormVerdict.Checked) verdict).answers();
    }

    private Map<String, Object> submitted(DelegateTask task) {
        var answers = submittedVariables(task);
        var draft = Optional.ofNullable(drafts.get(task.getTaskDefinitionKey()));
        return draft.map(its -> its.meant(task.getExecution().getProcessBusinessKey(), answers))
                .orElse(answers);
    }

    private Map<String, Object> submittedVariables(DelegateTask task) {
        var form = formKeyOf(task).map(key -> forms.form(task.getProcessDefinitionId(), key));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String field : form.map(FormSchema::keys).orElse(Set.of())) {
            if (task.hasVariable(field)) {
                answers.put(field, plain(task.getVariableTyped(field, false)));
                task.removeVariable(field);
            }
        }
        return answers;
    }

    /** Camunda's Tasklist sends rows and choices as JSON text: taken as what it says, whatever type it claims to be. */
    private Object plain(TypedValue variable) {
        if (!(variable instanceof SerializableValue serialized)) {
            return variable.getValue();
        }
        try {
            return json.readValue(serialized.getValueSerialized(), Object.class);
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return serialized.getValueSerialized();
        }
    }
}
