package org.chuyi.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One task: the case at the left, the form at the right, and the way through the gate. */
@Controller
class TaskController {

    private static final int LONGEST_REQUEST_KEY = 200;

    private final TaskInbox inbox;
    private final TaskForms forms;
    private final CasePagesByProcess pages;
    private final TaskTexts texts;
    private final CompletionAnswers completions;
    private final OperationMenu menu;
    private final CurrentActor currentActor;

    TaskController(
            TaskInbox inbox,
            TaskForms forms,
            CasePagesByProcess pages,
            TaskTexts texts,
            CompletionAnswers completions,
            OperationMenu menu,
            CurrentActor currentActor) {
        this.inbox = inbox;
        this.forms = forms;
        this.pages = pages;
        this.texts = texts;
        this.completions = completions;
        this.menu = menu;
        this.currentActor = currentActor;
    }

    /** @param revision of the draft, where one is saved; a completion needs none */
    record Submission(Integer revision, Map<String, Object> answers) {
        Map<String, Object> given() {
            return answers == null ? Map.of() : answers;
        }
    }

    /** A task that has a page of its own for filling in opens there, where she may do it. */
    @GetMapping("/tasks/{id}")
    String task(
            @PathVariable String id,
            @ModelAttribute InboxFilter list,
            Locale locale,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        InboxTask task = find(id);
        var its = pages.of(task.processKey());
        var formPage = its.flatMap(found -> found.formPage(task))
                .filter(path -> task.isOpen()
                        && inbox.hindranceTo(task, currentActor.get()).isEmpty());
        if (formPage.isPresent()) {
            PassedOn.to(redirect, request);
            return "redirect:" + formPage.get();
        }
        model.addAttribute("task", task);
        model.addAttribute("submit", list.on("/tasks/" + id + "/completion"));
        model.addAttribute("submitLabel", texts.submitLabel(task, locale));
        model.addAttribute("submitConfirm", texts.submitConfirm(task, locale));
        model.addAttribute("back", list.narrows() ? list.address() : "/inbox");
        model.addAttribute(
                "after", completions.after(task, currentActor.get(), list).orElse(null));
        model.addAttribute("heading", texts.heading(task, locale));
        model.addAttribute("kind", texts.kind(task, locale));
        model.addAttribute("ofSchool", !pages.knownByTitle(task.processKey()));
        model.addAttribute("label", texts.label(task.key(), locale));
        model.addAttribute("due", task.isOpen() ? texts.lastDay(task) : null);
        model.addAttribute("workdays", texts.workdaysLeft(task));
        model.addAttribute("completedAt", task.completedAt().orElse(null));
        model.addAttribute("completedBy", texts.completedBy(task, locale));
        model.addAttribute(
                "outcome",
                task.outcome().map(outcome -> texts.outcome(outcome, locale)).orElse(null));
        model.addAttribute(
                "panel",
                its.filter(found -> readsCase(task))
                        .flatMap(found -> found.panel(task.businessKey()))
                        .orElse(null));
        model.addAttribute(
                "page",
                its.filter(found -> readsCase(task))
                        .map(found -> found.page(task.businessKey()))
                        .orElse(null));
        menu.addTo(model, task, currentActor.get(), locale);
        return "workflow/task";
    }

    @GetMapping(path = "/tasks/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String form(@PathVariable String id, Locale locale) {
        return forms.formOf(find(id)).orElseThrow(() -> new NotThere(id)).localised(locale);
    }

    @PostMapping("/tasks/{id}/completion")
    @ResponseBody
    ResponseEntity<Object> complete(
            @PathVariable String id,
            @ModelAttribute InboxFilter list,
            @RequestParam(defaultValue = "false") boolean toList,
            @RequestBody Submission submission,
            @RequestHeader("Idempotency-Key") Optional<String> requestKey,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (requestKey
                .filter(key -> key.isBlank() || key.length() > LONGEST_REQUEST_KEY)
                .isPresent()) {
            return completions.badRequestKey(locale);
        }
        Actor actor = currentActor.get();
        Optional<InboxTask> task = inbox.find(id, actor);
        Optional<FormSchema> form = task.flatMap(forms::formOf);
        Completion completion = inbox.complete(id, actor, submission.given(), requestKey);
        if (completion instanceof Completion.Completed completed) {
            var next = completions.completed(actor, task.orElseThrow(), completed, list, toList, locale);
            RequestContextUtils.getOutputFlashMap(request).put("flash", next.message());
            RequestContextUtils.saveOutputFlashMap(next.location(), request, response);
            return ResponseEntity.ok(next);
        }
        if (completion instanceof Completion.Sealed sealed) {
            return ResponseEntity.ok(completions.sealed(sealed, locale));
        }
        return completions.refused(completion, form, locale);
    }

    /** An expert's own task shows nothing of the case; what a colleague was lent does while she has it. */
    private static boolean readsCase(InboxTask task) {
        return !task.personal() || task.isHelp() && task.isOpen();
    }

    private InboxTask find(String id) {
        return inbox.find(id, currentActor.get()).orElseThrow(() -> new NotThere(id));
    }
}
