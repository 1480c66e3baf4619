package org.chuyi.application.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.Applications;
import org.chuyi.application.PendingCorrections;
import org.chuyi.application.ProjectApplication;
import org.chuyi.application.Reader;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskInbox;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** 填写申报书: the page of the form, for the clerk while it is hers to write. */
@Controller
class FormController {

    private final Applications applications;
    private final ApplicationSearch search;
    private final ApplicationContents contents;
    private final Optional<PendingCorrections> corrections;
    private final ProblemTexts problems;
    private final PolicyPacks packs;
    private final TaskInbox inbox;
    private final CurrentActor currentActor;
    private final Clock clock;

    FormController(
            Applications applications,
            ApplicationSearch search,
            ApplicationContents contents,
            Optional<PendingCorrections> corrections,
            ProblemTexts problems,
            PolicyPacks packs,
            TaskInbox inbox,
            CurrentActor currentActor,
            Clock clock) {
        this.applications = applications;
        this.search = search;
        this.contents = contents;
        this.corrections = corrections;
        this.problems = problems;
        this.packs = packs;
        this.inbox = inbox;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/applications/{number}/form")
    String form(@PathVariable String number, Locale locale, Model model) {
        Actor actor = currentActor.get();
        var application = own(number, actor);
        var task = inbox.openTaskOf(number, actor);
        if (!application.status().isEditable() || task.isEmpty() || !actor.is(Role.APPLICANT)) {
            return "redirect:/applications/" + number;
        }
        var row = search.row(application.number(), actor).orElseThrow(NotThere::new);
        model.addAttribute("number", number);
        model.addAttribute("task", task.get().id());
        model.addAttribute("programme", packs.programme(application.programmeCode()));
        model.addAttribute("application", application);
        model.addAttribute("school", row.schoolName());
        model.addAttribute("nextStep", row.next(actor, clock.instant()));
        model.addAttribute("correction", correction(application));
        model.addAttribute(
                "problems", problems.of(application.problems(), Optional.of(contents.form(application)), locale));
        return "application/form";
    }

    /** The form's own JSON, as form-js takes it. */
    @GetMapping(value = "/applications/{number}/form.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    byte[] schema(@PathVariable String number, Locale locale) {
        return contents.form(own(number, currentActor.get())).localised(locale).getBytes(StandardCharsets.UTF_8);
    }

    private PendingCorrections.Correction correction(ProjectApplication application) {
        return application.returnedBy().isEmpty()
                ? null
                : corrections.flatMap(known -> known.of(application.number())).orElse(null);
    }

    private ProjectApplication own(String number, Actor actor) {
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, actor))
                .filter(found -> Reader.of(found.school(), actor) == Reader.SCHOOL)
                .orElseThrow(NotThere::new);
    }
}
