package org.chuyi.workflow.web;

import java.util.Locale;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.desk.SavedFilters;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 常用筛选: the present filter is given a name, dropped, or made the one with which the inbox opens. */
@Controller
@RequestMapping("/inbox/filters")
class SavedFiltersController {

    private final SavedFilters filters;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    SavedFiltersController(SavedFilters filters, MessageSource messages, CurrentActor currentActor) {
        this.filters = filters;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    @PostMapping
    String add(
            @ModelAttribute InboxFilter filter,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Locale locale,
            RedirectAttributes redirect) {
        filters.add(currentActor.get(), name, filter.address(), shared)
                .ifPresentOrElse(
                        problem -> redirect.addFlashAttribute(
                                "flashProblem",
                                messages.getMessage(problem, new Object[] {SavedFilters.MOST_OWN}, locale)),
                        () -> redirect.addFlashAttribute(
                                "flash", messages.getMessage("workflow.filter.added", null, locale)));
        return "redirect:" + filter.address();
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, @ModelAttribute InboxFilter filter) {
        filters.delete(currentActor.get(), id);
        return "redirect:" + filter.address();
    }

    @PostMapping("/{id}/default")
    String makeDefault(@PathVariable long id, @ModelAttribute InboxFilter filter) {
        filters.toggleDefault(currentActor.get(), id);
        return "redirect:" + filter.address();
    }
}
