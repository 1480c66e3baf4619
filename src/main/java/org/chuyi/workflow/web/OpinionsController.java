package org.chuyi.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.opinion.OpinionTemplate;
import org.chuyi.workflow.opinion.OpinionTemplates;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 常用意见: the page on which they are kept, and what a review form offers. */
@Controller
class OpinionsController {

    private static final String PAGE = "redirect:/account/opinions";

    private final OpinionTemplates templates;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    OpinionsController(OpinionTemplates templates, MessageSource messages, CurrentActor currentActor) {
        this.templates = templates;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    @GetMapping("/account/opinions")
    String page(Model model) {
        model.addAttribute("templates", templates.of(currentActor.get()));
        model.addAttribute("longest", OpinionTemplate.LONGEST);
        return "workflow/opinions";
    }

    @PostMapping("/account/opinions")
    String add(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean shared,
            Locale locale,
            RedirectAttributes redirect) {
        return told(templates.add(currentActor.get(), text, shared), "workflow.opinion.added", locale, redirect);
    }

    @PostMapping("/account/opinions/{id}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean shared,
            Locale locale,
            RedirectAttributes redirect) {
        var problem = templates.change(currentActor.get(), id, text, shared);
        return told(problem, "workflow.opinion.changed", locale, redirect);
    }

    @PostMapping("/account/opinions/{id}/delete")
    String delete(@PathVariable long id, Locale locale, RedirectAttributes redirect) {
        templates.delete(currentActor.get(), id);
        return told(Optional.empty(), "workflow.opinion.deleted", locale, redirect);
    }

    /** As {@code opinions.js} offers it beside the field. */
    record Offered(long id, String text, boolean shared) {}

    @GetMapping("/inbox/opinions")
    @ResponseBody
    List<Offered> offered() {
        return templates.of(currentActor.get()).stream()
                .map(each -> new Offered(each.id(), each.text(), each.shared()))
                .toList();
    }

    @PostMapping("/inbox/opinions/{id}/use")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void used(@PathVariable long id) {
        templates.used(currentActor.get(), id);
    }

    private String told(Optional<String> problem, String done, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                problem.isPresent() ? "flashProblem" : "flash",
                messages.getMessage(problem.orElse(done), new Object[] {OpinionTemplates.MOST_OWN}, locale));
        return PAGE;
    }
}
