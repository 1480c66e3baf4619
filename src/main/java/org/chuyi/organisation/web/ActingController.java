package org.chuyi.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** For whom a person acts, where she has posts in several organisations. */
@Controller
class ActingController {

    private final Accounts accounts;
    private final SignIn signIn;
    private final CurrentActor currentActor;
    private final PersonSession session;

    ActingController(Accounts accounts, SignIn signIn, CurrentActor currentActor, PersonSession session) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.currentActor = currentActor;
        this.session = session;
    }

    @GetMapping("/acting")
    String page(Model model) {
        var signedIn = currentActor.signedIn().orElseThrow();
        model.addAttribute("capacities", accounts.capacities(signedIn.actor().account()));
        model.addAttribute(
                "present", signedIn.mustChoosePost() ? null : signedIn.actor().organisation());
        return "organisation/acting";
    }

    @PostMapping("/acting")
    String choose(@RequestParam long organisation, HttpServletRequest request, HttpServletResponse response) {
        var chosen = signIn.actFor(currentActor.get().account(), new OrganisationId(organisation))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        session.renew(chosen, request, response);
        return "redirect:/";
    }
}
