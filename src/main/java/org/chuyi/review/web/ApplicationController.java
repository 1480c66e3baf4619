package org.chuyi.review.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.application.Reader;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.DiagramState;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProcessPictures;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.operation.CaseUrging;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The application page, for everybody who may read the application. */
@Controller
class ApplicationController {

    private static final int LONGEST_REASON = 500;
    private static final List<String> TABS = List.of("form", "materials", "versions", "decisions", "record", "process");

    private final ApplicationReading reading;
    private final DecisionLines decisions;
    private final RecordLines record;
    private final Applications applications;
    private final TaskInbox inbox;
    private final CaseUrging urging;
    private final ProcessPictures pictures;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ApplicationController(
            ApplicationReading reading,
            DecisionLines decisions,
            RecordLines record,
            Applications applications,
            TaskInbox inbox,
            CaseUrging urging,
            ProcessPictures pictures,
            CurrentActor currentActor,
            MessageSource messages) {
        this.reading = reading;
        this.decisions = decisions;
        this.record = record;
        this.applications = applications;
        this.inbox = inbox;
        this.urging = urging;
        this.pictures = pictures;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/applications/{number}")
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "form") String tab,
            @RequestParam Optional<Integer> version,
            @RequestParam Optional<Integer> from,
            @RequestParam Optional<Integer> to,
            Locale locale,
            Model model) {
        var opened = open(number, locale);
        String shown = TABS.contains(tab) ? tab : "form";
        model.addAttribute("opened", opened);
        model.addAttribute("tab", shown);
        model.addAttribute("tabs", TABS);
        model.addAttribute("taskLink", taskLink(opened));
        model.addAttribute(
                "mayWithdraw",
                opened.reader() == Reader.SCHOOL && opened.application().mayBeWithdrawn());
        model.addAttribute("mayUrge", shown.equals("form") && urging.mayUrge(opened.number(), opened.actor()));
        switch (shown) {
            case "materials" -> addMaterials(opened, version, locale, model);
            case "versions" -> addVersions(opened, from, to, locale, model);
            case "decisions" -> model.addAttribute("decisions", decisions.of(opened));
            case "record" -> model.addAttribute("record", record.of(opened, locale));
            case "process" -> {}
            default -> addForm(opened, version, locale, model);
        }
        return "review/application";
    }

    /** The same in one piece and without a frame: stands beside the task's own form. */
    @GetMapping("/applications/{number}/panel")
    String panel(@PathVariable String number, Locale locale, Model model) {
        var opened = open(number, locale);
        model.addAttribute("opened", opened);
        addForm(opened, Optional.empty(), locale, model);
        addMaterials(opened, Optional.empty(), locale, model);
        addVersions(opened, Optional.empty(), Optional.empty(), locale, model);
        model.addAttribute("decisions", decisions.of(opened));
        model.addAttribute("partnership", reading.partnership(opened, locale));
        return "review/panel :: panel";
    }

    @GetMapping("/applications/{number}/print")
    String print(@PathVariable String number, @RequestParam Optional<Integer> version, Locale locale, Model model) {
        var opened = open(number, locale);
        int printed = version(opened, version).orElseThrow(NotThere::new);
        model.addAttribute("opened", opened);
        model.addAttribute("frozen", opened.frozen(printed).orElse(null));
        addForm(opened, version, locale, model);
        addMaterials(opened, version, locale, model);
        return "review/print";
    }

    @GetMapping("/applications/{number}/process.bpmn")
    ResponseEntity<String> model(@PathVariable String number, Locale locale) {
        var application = find(number);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(new String(pictures.modelOf(application), StandardCharsets.UTF_8));
    }

    @GetMapping("/applications/{number}/process.json")
    @ResponseBody
    DiagramState picture(@PathVariable String number, Locale locale) {
        var opened = open(number, locale);
        return DiagramState.of(pictures.of(opened.number()).without(opened::hides));
    }

    @PostMapping("/applications/{number}/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = open(number, locale);
        if (opened.reader() != Reader.SCHOOL) {
            throw new NotThere();
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            redirect.addFlashAttribute("flashProblem", text("review.withdrawal.reason.problem", locale));
        } else if (applications.withdraw(opened.application().number(), currentActor.get(), why)) {
            redirect.addFlashAttribute("flash", text("review.withdrawal.done", locale));
        } else {
            redirect.addFlashAttribute("flashProblem", text("review.withdrawal.tooLate", locale));
        }
        return "redirect:/applications/" + number;
    }

    private void addForm(OpenedApplication opened, Optional<Integer> asked, Locale locale, Model model) {
        var version = version(opened, asked);
        model.addAttribute("version", version.orElse(null));
        model.addAttribute(
                "form",
                version.map(shown -> reading.form(opened, shown, locale)).orElse(null));
    }

    private void addMaterials(OpenedApplication opened, Optional<Integer> asked, Locale locale, Model model) {
        var version = version(opened, asked);
        model.addAttribute("version", version.orElse(null));
        model.addAttribute(
                "materials",
                version.map(shown -> reading.materials(opened, shown, locale)).orElse(null));
    }

    /** Unless asked otherwise: what the latest version changed, the draft counting as one while the school writes. */
    private void addVersions(
            OpenedApplication opened, Optional<Integer> from, Optional<Integer> to, Locale locale, Model model) {
        int latest = opened.application().currentVersion();
        boolean withDraft = opened.hasDraft();
        int after = to.orElse(withDraft ? 0 : latest);
        int before = from.orElse(after == 0 ? latest : after - 1);
        boolean comparable = before != after && before > 0 && opened.has(before) && opened.has(after);
        if ((from.isPresent() || to.isPresent()) && !(opened.has(before) && opened.has(after))) {
            throw new NotThere();
        }
        model.addAttribute("from", before);
        model.addAttribute("to", after);
        model.addAttribute("changes", comparable ? reading.changes(opened, before, after, locale) : null);
    }

    private static Optional<Integer> version(OpenedApplication opened, Optional<Integer> asked) {
        if (asked.isPresent() && !opened.has(asked.get())) {
            throw new NotThere();
        }
        return asked.or(opened::defaultVersion);
    }

    private String taskLink(OpenedApplication opened) {
        return inbox.openTaskOf(opened.number(), opened.actor())
                .map(task -> link(task, opened.number()))
                .orElse(null);
    }

    private static String link(InboxTask task, String number) {
        return task.key().equals(SchoolApplicationProcess.FILL_IN_APPLICATION)
                ? "/applications/" + number + "/form"
                : "/tasks/" + task.id();
    }

    private OpenedApplication open(String number, Locale locale) {
        return reading.open(number, currentActor.get(), locale).orElseThrow(NotThere::new);
    }

    /** The business key, if this person may read the application. */
    private String find(String number) {
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, currentActor.get()))
                .orElseThrow(NotThere::new)
                .number()
                .value();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
