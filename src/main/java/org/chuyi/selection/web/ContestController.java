package org.chuyi.selection.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.DiagramState;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProcessPictures;
import org.chuyi.workflow.TaskInbox;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A contest: its list, what the departments said, what was decided, and where it stands. */
@Controller
class ContestController {

    private static final List<String> TABS = List.of("list", "countersign", "process");

    private final ContestReading reading;
    private final CountersignSheets sheets;
    private final TaskInbox inbox;
    private final ProcessPictures pictures;
    private final CurrentActor currentActor;

    ContestController(
            ContestReading reading,
            CountersignSheets sheets,
            TaskInbox inbox,
            ProcessPictures pictures,
            CurrentActor currentActor) {
        this.reading = reading;
        this.sheets = sheets;
        this.inbox = inbox;
        this.pictures = pictures;
        this.currentActor = currentActor;
    }

    @GetMapping("/contests/{key}")
    String page(@PathVariable String key, @RequestParam(defaultValue = "list") String tab, Locale locale, Model model) {
        model.addAttribute("opened", open(key, locale));
        model.addAttribute("tab", TABS.contains(tab) ? tab : "list");
        model.addAttribute("tabs", TABS);
        var task = inbox.openTaskOf(key, currentActor.get());
        model.addAttribute("taskLink", task.map(open -> "/tasks/" + open.id()).orElse(null));
        model.addAttribute(
                "due",
                task.flatMap(InboxTask::dueAt).map(WorkCalendar::lastDayBefore).orElse(null));
        return "selection/contest";
    }

    /** The list and the opinions without a frame: stands beside the task's own form. */
    @GetMapping("/contests/{key}/panel")
    String panel(@PathVariable String key, Locale locale, Model model) {
        model.addAttribute("opened", open(key, locale));
        return "selection/panel :: panel";
    }

    @GetMapping("/contests/{key}/countersign-sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String key, Locale locale) {
        OpenedContest opened = open(key, locale);
        if (opened.countersigns().isEmpty()) {
            throw new NotThere();
        }
        String name = "会签单-" + opened.title().replace(" · ", "-") + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(sheets.export(opened, locale));
    }

    @GetMapping("/contests/{key}/process.bpmn")
    ResponseEntity<String> model(@PathVariable String key, Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(new String(pictures.modelOf(open(key, locale).key()), StandardCharsets.UTF_8));
    }

    @GetMapping("/contests/{key}/process.json")
    @ResponseBody
    DiagramState picture(@PathVariable String key, Locale locale) {
        return DiagramState.of(pictures.of(open(key, locale).key()));
    }

    private OpenedContest open(String key, Locale locale) {
        return reading.open(key, currentActor.get(), locale).orElseThrow(NotThere::new);
    }
}
