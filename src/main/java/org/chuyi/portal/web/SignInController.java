package org.chuyi.portal.web;

import java.util.List;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.DemonstrationAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page; what is sent from it goes to Spring Security. */
@Controller
class SignInController {

    private final CurrentActor currentActor;
    private final ObjectProvider<DemonstrationAccounts> demonstration;

    SignInController(CurrentActor currentActor, ObjectProvider<DemonstrationAccounts> demonstration) {
        this.currentActor = currentActor;
        this.demonstration = demonstration;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String failed, @RequestParam(required = false) String left, Model model) {
        if (currentActor.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("failed", failed != null);
        model.addAttribute("left", left != null);
        var accounts = demonstration.getIfAvailable();
        model.addAttribute("people", accounts == null ? List.of() : accounts.people());
        model.addAttribute("password", DemonstrationAccounts.PASSWORD);
        return "portal/sign-in";
    }
}
