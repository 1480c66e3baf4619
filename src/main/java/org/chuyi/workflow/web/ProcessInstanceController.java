package org.chuyi.workflow.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InstanceState;
import org.chuyi.workflow.InstanceWatch;
import org.chuyi.workflow.TakenFlow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** 流程实例: one instance, as its administrator sees it. */
@Controller
class ProcessInstanceController {

    private final InstanceWatch watch;
    private final CasePagesByProcess pages;
    private final CurrentActor currentActor;
    private final DurationTexts durations;
    private final OperationMenu menu;

    ProcessInstanceController(
            InstanceWatch watch,
            CasePagesByProcess pages,
            CurrentActor currentActor,
            DurationTexts durations,
            OperationMenu menu) {
        this.watch = watch;
        this.pages = pages;
        this.currentActor = currentActor;
        this.durations = durations;
        this.menu = menu;
    }

    @GetMapping("/administration/processes/instances/{id}")
    String instance(@PathVariable String id, Locale locale, Model model) {
        var instance = find(id);
        model.addAttribute("instance", instance);
        model.addAttribute("durations", durations);
        model.addAttribute("casePage", casePage(instance).orElse(null));
        menu.addStuck(model, instance.businessKey(), currentActor.get(), locale);
        return "workflow/process-instance";
    }

    @GetMapping("/administration/processes/instances/{id}/state")
    @ResponseBody
    Map<String, Object> state(@PathVariable String id) {
        var instance = find(id);
        return Map.of(
                "activities",
                DiagramMarks.of(instance),
                "taken",
                instance.taken().stream().map(TakenFlow::flowId).toList());
    }

    /** The administrator of the system reads no applications unless she holds another post too. */
    private Optional<String> casePage(InstanceState instance) {
        return instance.title().isEmpty()
                ? Optional.empty()
                : pages.of(instance.processKey())
                        .filter(its -> its.mayOpen(instance.businessKey().orElseThrow(), currentActor.get()))
                        .map(its -> its.page(instance.businessKey().orElseThrow()));
    }

    private InstanceState find(String id) {
        return watch.of(id).orElseThrow(() -> new NotThere(id));
    }
}
