package org.chuyi.workflow.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.bulk.BulkPlan.Kind;
import org.chuyi.workflow.bulk.BulkPlan.LeftOut;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormSchema;
import org.chuyi.workflow.form.FormVerdict;
import org.springframework.stereotype.Component;

/** Which tasks can be completed together, and with which answers. */
@Component
class BulkRules {

    private final InboxLists lists;
    private final TaskInbox inbox;
    private final TaskForms forms;
    private final FormCheck check;
    private final Map<String, CasePages> pages;

    /** What speaks against a task by itself; the first that applies is told. */
    private final List<Rule> rules =
            List.of(BulkRules::stillOpen, this::nothingHinders, this::onTheTasksPage, this::withoutPersonalData);

    BulkRules(InboxLists lists, TaskInbox inbox, TaskForms forms, FormCheck check, Collection<CasePages> pages) {
        this.lists = lists;
        this.inbox = inbox;
        this.forms = forms;
        this.check = check;
        this.pages = pages.stream().collect(Collectors.toMap(CasePages::processKey, Function.identity()));
    }

    private record Objection(String reason, String detail) {}

    private interface Rule {
        Optional<Objection> against(InboxTask task, Actor actor);
    }

    /** Of several kinds the most frequent one is taken. */
    BulkPlan plan(List<String> taskIds, Actor actor) {
        Map<String, InboxTask> hers =
                lists.those(actor, taskIds).stream().collect(Collectors.toMap(InboxTask::id, Function.identity()));
        List<LeftOut> leftOut = new ArrayList<>();
        Map<Kind, List<InboxTask>> kinds = new LinkedHashMap<>();
        for (String id : taskIds) {
            var task = Optional.ofNullable(hers.get(id));
            var objection = task.isEmpty() ? objection("notYours", "") : objectionTo(task.get(), actor);
            if (objection.isPresent()) {
                leftOut.add(leftOut(id, task, objection.get()));
            } else {
                kinds.computeIfAbsent(kindOf(task.get()), kind -> new ArrayList<>())
                        .add(task.get());
            }
        }
        Optional<Kind> most = kinds.keySet().stream().reduce((one, other) -> moreOf(kinds, other, one) ? other : one);
        kinds.forEach((kind, its) -> {
            if (!most.get().equals(kind)) {
                String reason = most.get().taskKey().equals(kind.taskKey()) ? "otherForm" : "otherKind";
                its.forEach(task -> leftOut.add(leftOut(
                        task.id(), Optional.of(task), objection(reason, "").orElseThrow())));
            }
        });
        return new BulkPlan(most, most.map(kinds::get).orElse(List.of()), leftOut);
    }

    /** What is wrong with the answers; what has to be said case by case is refused altogether. */
    List<FieldProblem> problemsOf(FormSchema form, Map<String, Object> answers) {
        var rows = check.rowsShown(form, answers);
        if (!rows.isEmpty()) {
            return rows.stream()
                    .map(list -> FieldProblem.of(list.path(), list.label().zh(), "workflow.bulk.problem.caseByCase"))
                    .toList();
        }
        return check.check(form, answers) instanceof FormVerdict.Refused refused ? refused.problems() : List.of();
    }

    private Optional<Objection> objectionTo(InboxTask task, Actor actor) {
        return rules.stream()
                .flatMap(rule -> rule.against(task, actor).stream())
                .findFirst();
    }

    private static Optional<Objection> stillOpen(InboxTask task, Actor actor) {
        return switch (task.state()) {
            case OPEN -> Optional.empty();
            case DONE -> objection("doneBy", task.completedByName().orElse(""));
            case CANCELLED -> objection("cancelled", "");
        };
    }

    private Optional<Objection> nothingHinders(InboxTask task, Actor actor) {
        return inbox.hindranceTo(task, actor)
                .flatMap(hindrance -> hindrance instanceof Completion.ClaimedBy claimed
                        ? objection("claimed", claimed.name())
                        : objection("hindered", ""));
    }

    private Optional<Objection> onTheTasksPage(InboxTask task, Actor actor) {
        boolean ownPage = Optional.ofNullable(pages.get(task.processKey()))
                .flatMap(its -> its.formPage(task))
                .isPresent();
        return ownPage || task.formKey().isEmpty() ? objection("ownPage", "") : Optional.empty();
    }

    private Optional<Objection> withoutPersonalData(InboxTask task, Actor actor) {
        boolean sensitive = forms.formOf(task).orElseThrow().fields().stream()
                .anyMatch(field -> field.sensitive().isPresent());
        return sensitive ? objection("ownPage", "") : Optional.empty();
    }

    private Kind kindOf(InboxTask task) {
        return new Kind(task.key(), forms.formOf(task).orElseThrow());
    }

    private static boolean moreOf(Map<Kind, List<InboxTask>> kinds, Kind one, Kind other) {
        return kinds.get(one).size() > kinds.get(other).size();
    }

    private static Optional<Objection> objection(String code, String detail) {
        return Optional.of(new Objection("workflow.bulk.reason." + code, detail));
    }

    private static LeftOut leftOut(String id, Optional<InboxTask> task, Objection objection) {
        return new LeftOut(id, task, objection.reason(), objection.detail());
    }
}
