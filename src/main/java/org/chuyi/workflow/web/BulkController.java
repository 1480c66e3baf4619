package org.chuyi.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.bulk.BulkCompletion;
import org.chuyi.workflow.bulk.BulkCompletions;
import org.chuyi.workflow.bulk.BulkPlan;
import org.chuyi.workflow.bulk.BulkStart;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批量办理: choose in the list, give the opinion, look at what will happen, confirm, see what became of each. */
@Controller
class BulkController {

    private static final String PAGE = "/inbox/bulk/";

    private final BulkCompletions bulks;
    private final BulkView view;
    private final CompletionAnswers completions;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    BulkController(
            BulkCompletions bulks,
            BulkView view,
            CompletionAnswers completions,
            MessageSource messages,
            CurrentActor currentActor) {
        this.bulks = bulks;
        this.view = view;
        this.completions = completions;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param all everything that the filter finds, instead of what was ticked */
    @PostMapping("/inbox/bulk")
    String choose(
            @ModelAttribute InboxFilter filter,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        var bulk = all ? bulks.choose(actor, filter.query()) : bulks.choose(actor, chosen);
        if (bulk.isEmpty()) {
            redirect.addFlashAttribute(
                    "flashProblem", messages.getMessage("workflow.bulk.nothingChosen", null, locale));
            return "redirect:" + filter.again();
        }
        return "redirect:" + PAGE + bulk.get();
    }

    @GetMapping("/inbox/bulk/{id}")
    String page(@PathVariable long id, @RequestParam(defaultValue = "false") boolean edit, Locale locale, Model model) {
        Actor actor = currentActor.get();
        BulkCompletion bulk = find(id, actor);
        model.addAttribute("bulk", bulk);
        if (bulk.isBegun()) {
            model.addAttribute("result", view.result(bulks.rows(bulk), actor, locale));
            return "workflow/bulk-result";
        }
        BulkPlan plan = bulks.plan(bulk, actor);
        model.addAttribute("plan", view.plan(plan, locale));
        model.addAttribute(
                "opinion",
                edit
                        ? null
                        : bulk.answers()
                                .flatMap(answers -> view.opinion(plan, answers, locale))
                                .orElse(null));
        return "workflow/bulk";
    }

    @GetMapping(path = "/inbox/bulk/{id}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String form(@PathVariable long id, Locale locale) {
        return form(id, currentActor.get())
                .orElseThrow(() -> new NotThere("form of bulk " + id))
                .localised(locale);
    }

    record Given(Map<String, Object> answers) {}

    @GetMapping("/inbox/bulk/{id}/answers")
    @ResponseBody
    Given answers(@PathVariable long id) {
        return new Given(find(id, currentActor.get()).answers().orElse(Map.of()));
    }

    @PostMapping("/inbox/bulk/{id}/answers")
    @ResponseBody
    ResponseEntity<Object> answer(
            @PathVariable long id, @RequestBody TaskController.Submission submission, Locale locale) {
        Actor actor = currentActor.get();
        BulkCompletion bulk = find(id, actor);
        var problems = bulks.answer(bulk, actor, submission.given());
        return problems.isEmpty()
                ? ResponseEntity.ok(Map.of("location", PAGE + id))
                : completions.refused(new Completion.Rejected(problems), form(id, actor), locale);
    }

    @PostMapping("/inbox/bulk/{id}/start")
    String start(@PathVariable long id, Locale locale, RedirectAttributes redirect) {
        var start = bulks.begin(id, currentActor.get(), locale).orElseThrow(() -> new NotThere("bulk " + id));
        if (start instanceof BulkStart.Begun begun) {
            return "redirect:/work/" + begun.work();
        }
        redirect.addFlashAttribute("flashProblem", messages.getMessage("workflow.bulk.problem.nothing", null, locale));
        return "redirect:" + PAGE + id;
    }

    private Optional<FormSchema> form(long id, Actor actor) {
        return bulks.plan(find(id, actor), actor).kind().map(BulkPlan.Kind::form);
    }

    private BulkCompletion find(long id, Actor actor) {
        return bulks.find(id, actor).orElseThrow(() -> new NotThere("bulk " + id));
    }
}
