package org.chuyi.workflow.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.workflow.ModelState;
import org.chuyi.workflow.ModelWatch;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 流程图: a process model with what is where in it, and the cases at the step that was chosen. */
@Controller
class ProcessModelController {

    private final ModelWatch watch;
    private final DiagramMarks marks;
    private final DurationTexts durations;

    ProcessModelController(ModelWatch watch, DiagramMarks marks, DurationTexts durations) {
        this.watch = watch;
        this.marks = marks;
        this.durations = durations;
    }

    @GetMapping("/administration/processes/models/{key}")
    String model(
            @PathVariable String key,
            @RequestParam Optional<Integer> version,
            @RequestParam Optional<String> step,
            Model model) {
        var state = find(key, version);
        model.addAttribute("state", state);
        model.addAttribute("durations", durations);
        var chosen = step.flatMap(state::step);
        model.addAttribute("step", chosen.orElse(null));
        chosen.ifPresent(its -> model.addAttribute("waiting", watch.waitingAt(state.version(), its.activityId())));
        return "workflow/process-model";
    }

    @GetMapping(
            path = "/administration/processes/models/{key}/{version}/bpmn",
            produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] bpmn(@PathVariable String key, @PathVariable int version) {
        return watch.model(key, version).orElseThrow(() -> new NotThere(key));
    }

    @GetMapping("/administration/processes/models/{key}/{version}/state")
    @ResponseBody
    Map<String, Object> state(
            @PathVariable String key, @PathVariable int version, @RequestParam Optional<String> step, Locale locale) {
        return Map.of("activities", marks.of(find(key, Optional.of(version)), step, locale));
    }

    private ModelState find(String key, Optional<Integer> version) {
        return watch.of(key, version).orElseThrow(() -> new NotThere(key));
    }
}
