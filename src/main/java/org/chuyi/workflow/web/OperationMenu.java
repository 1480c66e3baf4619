package org.chuyi.workflow.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.CaseOperation;
import org.chuyi.workflow.CaseOperations;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.TaskOperations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 更多操作: what the person may do to a task, why she may not complete it, and what was done to the case's tasks so far. */
@Component("operationMenu")
class OperationMenu {

    /** What a colleague came for stands in the middle of the page, not in a menu. */
    private static final Set<TaskOperation> HER_PART =
            Set.of(TaskOperation.GIVE_OPINION, TaskOperation.SIGN, TaskOperation.OBJECT);

    private final TaskOperations operations;
    private final TaskInbox inbox;
    private final OpenTasks tasks;
    private final CaseOperations done;
    private final ProblemTexts problems;
    private final TaskTexts texts;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    OperationMenu(
            TaskOperations operations,
            TaskInbox inbox,
            OpenTasks tasks,
            CaseOperations done,
            ProblemTexts problems,
            TaskTexts texts,
            MessageSource messages,
            CurrentActor currentActor) {
        this.operations = operations;
        this.inbox = inbox;
        this.tasks = tasks;
        this.done = done;
        this.problems = problems;
        this.texts = texts;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /**
     * @param hint its rule in a sentence
     * @param people value and name of whom it may concern; empty where it concerns nobody else
     * @param steps id and name of the steps to go back to
     */
    public record Entry(
            String code,
            String label,
            String hint,
            boolean reason,
            String reasonLabel,
            Map<String, String> people,
            Map<String, String> steps) {}

    /** As components.html's timeline takes it. */
    public record Line(Instant at, String title, String who, String text, String tone) {}

    /** The reader's menu on a page that a module made for the task; the shared fragment asks for it. */
    public List<Entry> of(String taskId) {
        Actor actor = currentActor.get();
        return inbox.find(taskId, actor)
                .map(task -> entries(operations.offers(task, actor), false, LocaleContextHolder.getLocale()))
                .orElse(List.of());
    }

    void addTo(Model model, InboxTask task, Actor actor, Locale locale) {
        var offers = operations.offers(task, actor);
        var hindrance = task.isOpen() ? inbox.hindranceTo(task, actor) : Optional.<Completion>empty();
        model.addAttribute("completable", task.isOpen() && hindrance.isEmpty());
        model.addAttribute(
                "hindrance", hindrance.map(found -> text(found, locale)).orElse(null));
        model.addAttribute("menu", entries(offers, false, locale));
        model.addAttribute("herPart", entries(offers, true, locale));
        model.addAttribute("herself", task.isOpen() && task.isClaimed() && task.isHeldBy(actor));
        model.addAttribute(
                "operations",
                task.personal() && !task.isHelp() || task.isHelp() && !task.isOpen()
                        ? List.of()
                        : done.shownTo(actor, task.businessKey()).stream()
                                .map(operation -> line(operation, locale))
                                .sorted(Comparator.comparing(Line::at).reversed())
                                .toList());
    }

    /** For the administrator: what of a case somebody has held too long. */
    void addStuck(Model model, Optional<String> businessKey, Actor actor, Locale locale) {
        var stuck = businessKey.map(tasks::of).orElse(List.of()).stream()
                .filter(task -> operations.offers(task, actor).stream()
                        .anyMatch(offer -> offer.operation() == TaskOperation.RELEASE))
                .toList();
        model.addAttribute("stuck", stuck);
        model.addAttribute(
                "release", entry(new TaskOperations.Offer(TaskOperation.RELEASE, List.of(), List.of()), locale));
    }

    private List<Entry> entries(List<TaskOperations.Offer> offers, boolean herPart, Locale locale) {
        return offers.stream()
                .filter(offer -> HER_PART.contains(offer.operation()) == herPart)
                .map(offer -> entry(offer, locale))
                .toList();
    }

    private Entry entry(TaskOperations.Offer offer, Locale locale) {
        String key = "workflow.operation." + offer.operation();
        Map<String, String> people = new LinkedHashMap<>();
        offer.people().forEach(choice -> people.put(choice.value(), choice.name()));
        Map<String, String> steps = new LinkedHashMap<>();
        offer.steps().forEach(step -> steps.put(step, texts.label(step, locale)));
        return new Entry(
                offer.operation().code(),
                text(key, locale),
                text(key + ".hint", locale),
                offer.operation().needsReason(),
                text(
                        HER_PART.contains(offer.operation())
                                ? "workflow.operation.opinion"
                                : "workflow.operation.reason",
                        locale),
                people,
                steps);
    }

    private Line line(CaseOperation operation, Locale locale) {
        String title = text("workflow.operation." + operation.operation(), locale);
        return new Line(
                operation.at(),
                operation.toName().isEmpty()
                        ? title
                        : text("workflow.operation.record.to", locale, title, operation.toName()),
                operation.byOrganisation() + " · " + operation.byName(),
                operation.reason(),
                "calm");
    }

    private String text(Completion hindrance, Locale locale) {
        if (hindrance instanceof Completion.ClaimedBy claimed) {
            return text("workflow.completion.claimed", locale, claimed.name());
        }
        if (hindrance instanceof Completion.Rejected rejected) {
            return problems.of(rejected.problems(), Optional.empty(), locale)
                    .get(0)
                    .message();
        }
        return text("workflow.operation.led", locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
