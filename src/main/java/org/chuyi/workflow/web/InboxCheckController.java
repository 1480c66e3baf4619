package org.chuyi.workflow.web;

import java.util.Locale;
import org.chuyi.workflow.InboxCheck;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 待办核对: whether the inboxes agree with the engine, and the repair where they do not. */
@Controller
class InboxCheckController {

    private final InboxCheck check;
    private final MessageSource messages;

    InboxCheckController(InboxCheck check, MessageSource messages) {
        this.check = check;
        this.messages = messages;
    }

    @GetMapping("/administration/inbox-check")
    String compare(Model model) {
        model.addAttribute("report", check.compare());
        return "workflow/inbox-check";
    }

    @PostMapping("/administration/inbox-check/repair")
    String repair(Locale locale, RedirectAttributes answer) {
        boolean agrees = check.repair().agrees();
        answer.addFlashAttribute(
                agrees ? "flash" : "flashProblem",
                messages.getMessage("workflow.check." + (agrees ? "repaired" : "notRepaired"), null, locale));
        return "redirect:/administration/inbox-check";
    }
}
