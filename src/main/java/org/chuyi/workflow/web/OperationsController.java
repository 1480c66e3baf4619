package org.chuyi.workflow.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CaseTitles;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.CaseUrging;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of 更多操作: done or refused, and back to where it was asked for. */
@Controller
class OperationsController {

    private final TaskOperations operations;
    private final CaseUrging urging;
    private final TaskInbox inbox;
    private final CasePagesByProcess pages;
    private final CaseTitles titles;
    private final ProblemTexts problems;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    OperationsController(
            TaskOperations operations,
            CaseUrging urging,
            TaskInbox inbox,
            CasePagesByProcess pages,
            CaseTitles titles,
            ProblemTexts problems,
            MessageSource messages,
            CurrentActor currentActor) {
        this.operations = operations;
        this.urging = urging;
        this.inbox = inbox;
        this.pages = pages;
        this.titles = titles;
        this.problems = problems;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    @PostMapping("/tasks/{id}/operations/{operation}")
    String perform(
            @PathVariable String id,
            @PathVariable String operation,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String step,
            Locale locale,
            RedirectAttributes flash) {
        Actor actor = currentActor.get();
        var kind = TaskOperation.of(operation).orElseThrow(() -> new NotThere(id));
        var result = operations.perform(kind, id, actor, new Wanted(reason, to, step));
        if (result instanceof OperationResult.Done done) {
            flash.addFlashAttribute("flash", done(done, locale));
            return "redirect:" + after(done.task(), actor);
        }
        flash.addFlashAttribute("flashProblem", problem(result, id, locale));
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/cases/{businessKey}/urge")
    String urge(
            @PathVariable String businessKey,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes flash) {
        var result = urging.urge(businessKey, currentActor.get(), reason);
        if (result instanceof OperationResult.Done done) {
            flash.addFlashAttribute("flash", done(done, locale));
            return "redirect:" + casePage(done.task());
        }
        flash.addFlashAttribute("flashProblem", problem(result, businessKey, locale));
        return "redirect:"
                + urging.anyTaskOf(businessKey, currentActor.get())
                        .map(this::casePage)
                        .orElse("/inbox");
    }

    private String casePage(InboxTask task) {
        return pages.of(task.processKey()).orElseThrow().page(task.businessKey());
    }

    /** Where it is still hers to see, to the task; the administrator goes back to the instance. */
    private String after(InboxTask before, Actor actor) {
        Optional<InboxTask> now = inbox.find(before.id(), actor).filter(InboxTask::isOpen);
        if (now.isPresent()) {
            return "/tasks/" + before.id();
        }
        return actor.is(Role.SYSTEM_ADMINISTRATOR)
                ? "/administration/processes/instances/" + before.processInstanceId()
                : "/inbox";
    }

    private String done(OperationResult.Done done, Locale locale) {
        return messages.getMessage(
                "workflow.operation.done",
                new Object[] {
                    messages.getMessage("workflow.operation." + done.operation(), null, locale),
                    titles.of(done.task(), locale)
                },
                locale);
    }

    private String problem(OperationResult result, String id, Locale locale) {
        if (result instanceof OperationResult.Refused refused) {
            return problems.of(refused.problems(), Optional.empty(), locale).stream()
                    .map(ProblemTexts.ProblemText::message)
                    .collect(Collectors.joining(" "));
        }
        throw new NotThere(id);
    }
}
