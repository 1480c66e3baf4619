package org.chuyi.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.desk.SavedFilters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 待办、已办、本单位、我发起的、抄送. Without a word in its address it opens with the person's default filter. */
@Controller
class InboxController {

    private final InboxLists lists;
    private final InboxView view;
    private final InboxTabs tabs;
    private final CasePagesByProcess pages;
    private final SavedFilters filters;
    private final CurrentActor currentActor;

    InboxController(
            InboxLists lists,
            InboxView view,
            InboxTabs tabs,
            CasePagesByProcess pages,
            SavedFilters filters,
            CurrentActor currentActor) {
        this.lists = lists;
        this.view = view;
        this.tabs = tabs;
        this.pages = pages;
        this.filters = filters;
        this.currentActor = currentActor;
    }

    @GetMapping("/inbox")
    String inbox(
            @ModelAttribute InboxFilter filter,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Locale locale,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        if (request.getQueryString() == null && !fragment) {
            var chosen = filters.defaultOf(actor);
            if (chosen.isPresent()) {
                PassedOn.to(redirect, request);
                return "redirect:" + chosen.get();
            }
        }
        model.addAttribute("saved", filters.of(actor));
        model.addAttribute("filter", filter);
        model.addAttribute("choices", view.choices(actor, locale));
        model.addAttribute("counts", tabs.counts(actor, filter, locale));
        switch (filter.which()) {
            case TO_DO ->
                model.addAttribute("page", view.tasks(filter, lists.toDo(actor, filter.query()), actor, locale));
            case ORGANISATION ->
                model.addAttribute(
                        "page", view.tasks(filter, lists.ofOrganisation(actor, filter.query()), actor, locale));
            case DONE ->
                model.addAttribute("page", view.tasks(filter, lists.done(actor, filter.query()), actor, locale));
            case STARTED ->
                model.addAttribute("page", view.cases(filter, lists.started(actor, filter.query()), actor, locale));
            case COPIED ->
                model.addAttribute("page", view.cases(filter, lists.copied(actor, filter.query()), actor, locale));
        }
        return fragment ? "workflow/inbox :: work" : "workflow/inbox";
    }

    /** Opening a copy marks it as read. */
    @GetMapping("/inbox/copies/{businessKey}")
    String openCopy(@PathVariable String businessKey) {
        return lists.openCopy(currentActor.get(), businessKey)
                .flatMap(pages::page)
                .map(page -> "redirect:" + page)
                .orElseThrow(() -> new NotThere(businessKey));
    }
}
