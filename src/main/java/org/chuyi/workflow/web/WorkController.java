package org.chuyi.workflow.web;

import java.nio.charset.StandardCharsets;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.work.BackgroundWorks;
import org.chuyi.workflow.work.WorkView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** 后台作业: how far it is, and what came out. */
@Controller
class WorkController {

    private final BackgroundWorks works;
    private final CurrentActor currentActor;

    WorkController(BackgroundWorks works, CurrentActor currentActor) {
        this.works = works;
        this.currentActor = currentActor;
    }

    @GetMapping("/work")
    String own(Model model) {
        model.addAttribute("works", works.of(currentActor.get()));
        return "workflow/works";
    }

    /** The page asks again by itself until the work is over. */
    @GetMapping("/work/{id}")
    String one(
            @PathVariable long id, @RequestHeader(name = "HX-Request", required = false) String island, Model model) {
        model.addAttribute("view", find(id));
        return island == null ? "workflow/work" : "workflow/work :: progress";
    }

    /** It stands in the record before it leaves. */
    @PostMapping("/work/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        var file = works.fetch(id, currentActor.get()).orElseThrow(() -> new NotThere("result of work " + id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private WorkView find(long id) {
        return works.find(id, currentActor.get()).orElseThrow(() -> new NotThere("work " + id));
    }
}
