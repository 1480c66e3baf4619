package org.chuyi.publicity.web;

import java.nio.charset.StandardCharsets;
import org.chuyi.application.OutsideFiles;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.ObjectionHandling;
import org.chuyi.publicity.ObjectionPages;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An objection in the hands of those who deal with it. */
@Controller
class ObjectionCaseController {

    private final ObjectionHandling handling;
    private final ObjectionPages pages;
    private final OutsideFiles files;
    private final Rounds rounds;
    private final TaskInbox inbox;
    private final CurrentActor currentActor;

    ObjectionCaseController(
            ObjectionHandling handling,
            ObjectionPages pages,
            OutsideFiles files,
            Rounds rounds,
            TaskInbox inbox,
            CurrentActor currentActor) {
        this.handling = handling;
        this.pages = pages;
        this.files = files;
        this.rounds = rounds;
        this.inbox = inbox;
        this.currentActor = currentActor;
    }

    @GetMapping("/objection-cases/{key}")
    String page(@PathVariable String key, Model model) {
        model.addAttribute("opened", open(key));
        model.addAttribute("round", rounds.byCode(PublicityKeys.roundOf(key)).orElseThrow(NotThere::new));
        var task = inbox.openTaskOf(key, currentActor.get());
        model.addAttribute(
                "nextKey", task.map(open -> "workflow.task." + open.key()).orElse(null));
        model.addAttribute("taskLink", task.map(open -> "/tasks/" + open.id()).orElse(null));
        model.addAttribute(
                "due",
                task.flatMap(InboxTask::dueAt).map(WorkCalendar::lastDayBefore).orElse(null));
        return "publicity/objection-case";
    }

    @GetMapping("/objection-cases/{key}/panel")
    String panel(@PathVariable String key, Model model) {
        model.addAttribute("opened", open(key));
        return "publicity/objection-parts :: panel";
    }

    /** The stamped letter names its sender: for the deciding department alone. */
    @GetMapping("/objection-cases/{key}/file")
    ResponseEntity<Resource> file(@PathVariable String key) {
        var opened = open(key);
        var file = opened.objection()
                .file()
                .filter(stamped -> opened.objector().isPresent())
                .orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(files.content(file.sha256()));
    }

    private ObjectionHandling.Opened open(String key) {
        var actor = currentActor.get();
        if (!pages.mayOpen(key, actor)) {
            throw new NotThere();
        }
        return handling.open(key, actor).orElseThrow(NotThere::new);
    }
}
