package org.chuyi.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountProblem;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Capacity;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.NewAccount;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The security administrator's pages: accounts and the posts they hold. */
@Controller
@RequestMapping("/administration")
class AccountsController {

    private static final int PAGE = 50;
    private static final int SUGGESTIONS = 20;

    private final Accounts accounts;
    private final Organisations organisations;
    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final MessageSource messages;
    private final Clock clock;

    AccountsController(
            Accounts accounts,
            Organisations organisations,
            Deputies deputies,
            CurrentActor currentActor,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.messages = messages;
        this.clock = clock;
    }

    /** One line of the list. */
    record Line(Account account, boolean locked, List<Capacity> capacities) {}

    @GetMapping("/accounts")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, Model model) {
        var oneTooMany = accounts.search(q, after, PAGE + 1);
        var shown = oneTooMany.subList(0, Math.min(PAGE, oneTooMany.size()));
        model.addAttribute("q", q);
        model.addAttribute("lines", shown.stream().map(this::line).toList());
        model.addAttribute("first", after.isEmpty() ? null : pageAfter(q, ""));
        model.addAttribute(
                "next",
                oneTooMany.size() > PAGE ? pageAfter(q, shown.get(PAGE - 1).login()) : null);
        return "organisation/accounts";
    }

    @GetMapping("/new-account")
    String form(Model model) {
        return form("", "", "", List.of(), model);
    }

    /** The one-time password is in this answer and nowhere else: no redirect, which would have to keep it. */
    @PostMapping("/accounts")
    String create(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response) {
        var handover = accounts.createWithOneTimePassword(
                new NewAccount(login, name, Optional.of(email.strip()).filter(text -> !text.isEmpty())));
        if (handover.result() instanceof AccountResult.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(login, name, email, keys(refused), model);
        }
        model.addAttribute("oneTimePassword", handover.oneTimePassword());
        return page(login, model);
    }

    @GetMapping("/accounts/{login}")
    String page(@PathVariable String login, Model model) {
        var account = account(login);
        model.addAttribute("line", line(account));
        model.addAttribute("own", account.id().equals(currentActor.get().account()));
        model.addAttribute("roles", EnumSet.allOf(Role.class));
        model.addAttribute("deputies", deputies.of(account.id()));
        model.addAttribute("today", WorkCalendar.dayOf(clock.instant()));
        return "organisation/account-administration";
    }

    @PostMapping("/accounts/{login}/unlock")
    String unlock(@PathVariable String login, RedirectAttributes flash) {
        accounts.unlock(account(login).id());
        flash.addFlashAttribute("flash", text("organisation.account.unlocked"));
        return back(login);
    }

    @PostMapping("/accounts/{login}/disable")
    String disable(@PathVariable String login, RedirectAttributes flash) {
        return after(
                accounts.disable(account(login).id(), currentActor.get()),
                "organisation.account.disabled",
                login,
                flash);
    }

    @PostMapping("/accounts/{login}/enable")
    String enable(@PathVariable String login, RedirectAttributes flash) {
        return after(accounts.enable(account(login).id()), "organisation.account.enabled", login, flash);
    }

    @PostMapping("/accounts/{login}/password")
    String resetPassword(@PathVariable String login, Model model, RedirectAttributes flash) {
        var handover = accounts.resetPassword(account(login).id(), currentActor.get());
        if (handover.result() instanceof AccountResult.Refused) {
            return after(handover.result(), "", login, flash);
        }
        model.addAttribute("oneTimePassword", handover.oneTimePassword());
        return page(login, model);
    }

    @PostMapping("/accounts/{login}/posts")
    String grant(
            @PathVariable String login,
            @RequestParam String organisation,
            @RequestParam Role role,
            RedirectAttributes flash) {
        var result = organisations
                .byName(organisation)
                .map(found -> accounts.grant(account(login).id(), new Post(found.id(), role), currentActor.get()))
                .orElseGet(() -> AccountResult.refused(AccountProblem.UNKNOWN_ORGANISATION));
        return after(result, "organisation.post.granted", login, flash);
    }

    @PostMapping("/accounts/{login}/posts/revoke")
    String revoke(
            @PathVariable String login,
            @RequestParam long organisation,
            @RequestParam Role role,
            RedirectAttributes flash) {
        var post = new Post(new OrganisationId(organisation), role);
        var result = accounts.revoke(account(login).id(), post, currentActor.get());
        return after(result, "organisation.post.revoked", login, flash);
    }

    @PostMapping("/deputies/{id}/revoke")
    String revokeDeputy(@PathVariable long id, @RequestParam String login, RedirectAttributes flash) {
        if (deputies.revoke(currentActor.get(), id)) {
            flash.addFlashAttribute("flash", text("organisation.deputy.revoked"));
        }
        return back(login);
    }

    /** Names that contain what was typed, as options of the field. */
    @GetMapping("/organisations")
    String suggestions(@RequestParam(defaultValue = "") String organisation, Model model) {
        var search = OrganisationSearch.any().named(organisation).size(SUGGESTIONS);
        model.addAttribute(
                "names",
                organisations.search(search).rows().stream()
                        .map(Organisation::name)
                        .toList());
        return "organisation/account-administration :: suggestions";
    }

    private String form(String login, String name, String email, List<String> problems, Model model) {
        model.addAttribute("login", login);
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("problems", problems);
        return "organisation/new-account";
    }

    private String after(AccountResult result, String done, String login, RedirectAttributes flash) {
        if (result instanceof AccountResult.Refused refused) {
            flash.addFlashAttribute(
                    "flashProblem",
                    String.join(" ", keys(refused).stream().map(this::text).toList()));
        } else {
            flash.addFlashAttribute("flash", text(done));
        }
        return back(login);
    }

    private Account account(String login) {
        return accounts.find(login).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Line line(Account account) {
        return new Line(account, account.isLockedAt(clock.instant()), accounts.capacities(account.id()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static List<String> keys(AccountResult.Refused refused) {
        return refused.problems().stream().map(AccountProblem::message).toList();
    }

    private static String back(String login) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/administration/accounts/{login}")
                        .encode()
                        .buildAndExpand(login)
                        .toUriString();
    }

    private static String pageAfter(String q, String after) {
        return UriComponentsBuilder.fromPath("/administration/accounts")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(q, after)
                .toUriString();
    }
}
