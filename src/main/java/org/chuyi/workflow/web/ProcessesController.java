package org.chuyi.workflow.web;

import java.util.Locale;
import java.util.Optional;
import org.chuyi.workflow.ProcessWatch;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 流程运行: what runs, what is late, what has failed. */
@Controller
class ProcessesController {

    private final ProcessWatch watch;
    private final MessageSource messages;

    ProcessesController(ProcessWatch watch, MessageSource messages) {
        this.watch = watch;
        this.messages = messages;
    }

    @GetMapping("/administration/processes")
    String processes(Model model) {
        model.addAttribute("state", watch.now());
        return "workflow/processes";
    }

    @PostMapping("/administration/processes/incidents/retry")
    String retryAll(Locale locale, RedirectAttributes answer) {
        int started = watch.retryAll();
        answer.addFlashAttribute(
                "flash",
                started == 0
                        ? messages.getMessage("workflow.retry." + ProcessWatch.Retry.NOT_NEEDED, null, locale)
                        : messages.getMessage("workflow.retryAll", new Object[] {started}, locale));
        return "redirect:/administration/processes";
    }

    @PostMapping("/administration/processes/incidents/{id}/retry")
    String retry(
            @PathVariable String id,
            @RequestParam Optional<String> instance,
            Locale locale,
            RedirectAttributes answer) {
        ProcessWatch.Retry retry = watch.retry(id);
        answer.addFlashAttribute(
                retry == ProcessWatch.Retry.NOT_POSSIBLE ? "flashProblem" : "flash",
                messages.getMessage("workflow.retry." + retry.name(), null, locale));
        if (instance.isEmpty()) {
            return "redirect:/administration/processes";
        }
        answer.addAttribute("instance", instance.get());
        return "redirect:/administration/processes/instances/{instance}";
    }
}
