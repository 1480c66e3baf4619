package org.chuyi.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountProblem;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.SetupLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first security administrator, made by the one-time link from the log. */
@Controller
class SetupController {

    private final SetupLinks links;

    SetupController(SetupLinks links) {
        this.links = links;
    }

    @GetMapping("/setup/{token}")
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        if (!links.isValid(token)) {
            response.setStatus(HttpStatus.GONE.value());
            return "organisation/setup-over";
        }
        return form(token, "", "", List.of(), model);
    }

    @PostMapping("/setup/{token}")
    String create(
            @PathVariable String token,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response) {
        if (!password.equals(repeated)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(token, login, name, List.of("organisation.problem.PASSWORDS_DIFFER"), model);
        }
        var result = links.use(token, new NewAccount(login, name, Optional.empty()), password);
        if (!(result instanceof AccountResult.Refused refused)) {
            return "redirect:/sign-in";
        }
        if (refused.problems().contains(AccountProblem.LINK_NOT_VALID)) {
            response.setStatus(HttpStatus.GONE.value());
            return "organisation/setup-over";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(
                token,
                login,
                name,
                refused.problems().stream().map(AccountProblem::message).toList(),
                model);
    }

    private static String form(String token, String login, String name, List<String> problems, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("login", login);
        model.addAttribute("name", name);
        model.addAttribute("problems", problems);
        return "organisation/setup";
    }
}
