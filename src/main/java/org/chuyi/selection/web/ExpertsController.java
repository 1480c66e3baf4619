package org.chuyi.selection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Regions;
import org.chuyi.selection.Expert;
import org.chuyi.selection.ExpertEntry;
import org.chuyi.selection.ExpertFilter;
import org.chuyi.selection.ExpertPool;
import org.chuyi.selection.Specialty;
import org.chuyi.workflow.ProblemTexts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 专家库: list, add, change, set inactive. */
@Controller
class ExpertsController {

    private static final int SUGGESTIONS = 20;

    private final ExpertPool pool;
    private final Organisations organisations;
    private final Regions regions;
    private final CurrentActor currentActor;
    private final ProblemTexts texts;
    private final MessageSource messages;
    private final Clock clock;

    ExpertsController(
            ExpertPool pool,
            Organisations organisations,
            Regions regions,
            CurrentActor currentActor,
            ProblemTexts texts,
            MessageSource messages,
            Clock clock) {
        this.pool = pool;
        this.organisations = organisations;
        this.regions = regions;
        this.currentActor = currentActor;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    /** The filters as they were chosen, empty where they were not. */
    record Chosen(String name, String employer, String specialty, String city, boolean available) {

        ExpertFilter filter(LocalDate today) {
            return new ExpertFilter(
                    name.strip(),
                    employer.strip(),
                    Arrays.stream(Specialty.values())
                            .filter(each -> each.name().equals(specialty))
                            .findFirst(),
                    Optional.of(city).filter(code -> code.matches("\\d{6}")),
                    available ? Optional.of(today) : Optional.empty());
        }

        String path(String after) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("name", name);
            parameters.put("employer", employer);
            parameters.put("specialty", specialty);
            parameters.put("city", city);
            parameters.put("available", available ? "true" : "");
            parameters.put("after", after);
            var path = UriComponentsBuilder.fromPath("/experts");
            parameters.forEach((key, value) -> {
                if (!value.isEmpty()) {
                    path.queryParam(key, "{" + key + "}");
                }
            });
            return path.encode().buildAndExpand(parameters).toUriString();
        }
    }

    /** A line of the list. */
    record Line(Expert expert, String city, List<Specialty> specialties) {}

    @GetMapping("/experts")
    String list(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String employer,
            @RequestParam(defaultValue = "") String specialty,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "false") boolean available,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var chosen = new Chosen(name, employer, specialty, city, available);
        var filter = chosen.filter(LocalDate.now(clock));
        var page = pool.page(filter, after, currentActor.get());
        model.addAttribute("chosen", chosen);
        model.addAttribute("filtered", !filter.isAny());
        model.addAttribute("lines", page.rows().stream().map(this::line).toList());
        model.addAttribute("first", after.isEmpty() ? null : chosen.path(""));
        model.addAttribute("following", page.next().map(chosen::path).orElse(null));
        model.addAttribute("specialties", specialties());
        model.addAttribute("cities", regions.cities());
        return "selection/experts";
    }

    @GetMapping("/experts/new")
    String blank(Model model) {
        pool.find("", currentActor.get());
        return editor(null, ExpertEntry.BLANK, Map.of(), model);
    }

    /** A one-time password is in this answer and nowhere else: no redirect, which would have to keep it. */
    @PostMapping("/experts")
    String add(
            @ModelAttribute ExpertEntry entry,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var saved = pool.add(entry, currentActor.get());
        if (saved instanceof ExpertPool.Saved.Refused refused) {
            return refused(null, entry, refused, locale, model, response);
        }
        var done = (ExpertPool.Saved.Done) saved;
        if (done.oneTimePassword().isEmpty()) {
            flash.addFlashAttribute("flash", text("selection.expert.added", locale, done.name()));
            return "redirect:/experts";
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("oneTimePassword", done.oneTimePassword().get());
        return page(pool.find(done.login(), currentActor.get()).orElseThrow(), model);
    }

    @GetMapping("/experts/people/{login}")
    String show(@PathVariable String login, Model model) {
        return page(expert(login), model);
    }

    @PostMapping("/experts/people/{login}")
    String edit(
            @PathVariable String login,
            @ModelAttribute ExpertEntry entry,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Expert expert = expert(login);
        if (pool.edit(login, entry, currentActor.get()) instanceof ExpertPool.Saved.Refused refused) {
            return refused(expert, entry, refused, locale, model, response);
        }
        flash.addFlashAttribute("flash", text("selection.expert.saved", locale, expert.name()));
        return "redirect:/experts/people/" + login;
    }

    @PostMapping("/experts/people/{login}/deactivation")
    String deactivate(@PathVariable String login, Locale locale, RedirectAttributes flash) {
        return setActive(login, false, "selection.expert.deactivated", locale, flash);
    }

    @PostMapping("/experts/people/{login}/reactivation")
    String reactivate(@PathVariable String login, Locale locale, RedirectAttributes flash) {
        return setActive(login, true, "selection.expert.reactivated", locale, flash);
    }

    /** Names that contain what was typed, as options of the field. */
    @GetMapping("/experts/employers")
    String employers(@RequestParam(defaultValue = "") String employer, Model model) {
        var search = OrganisationSearch.any().named(employer).size(SUGGESTIONS);
        model.addAttribute(
                "names",
                organisations.search(search).rows().stream()
                        .map(Organisation::name)
                        .toList());
        return "selection/expert :: employers";
    }

    private String setActive(String login, boolean active, String done, Locale locale, RedirectAttributes flash) {
        Expert expert = expert(login);
        pool.setActive(login, active, currentActor.get());
        flash.addFlashAttribute("flash", text(done, locale, expert.name()));
        return "redirect:/experts/people/" + login;
    }

    private String refused(
            Expert expert,
            ExpertEntry entry,
            ExpertPool.Saved.Refused refused,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> problems = new LinkedHashMap<>();
        texts.of(refused.problems(), Optional.empty(), locale)
                .forEach(problem -> problems.putIfAbsent(problem.path(), problem.message()));
        return editor(expert, entry, problems, model);
    }

    private String page(Expert expert, Model model) {
        return editor(expert, ExpertEntry.of(expert), Map.of(), model);
    }

    /** @param expert null for a new one */
    private String editor(Expert expert, ExpertEntry entry, Map<String, String> problems, Model model) {
        model.addAttribute("expert", expert);
        model.addAttribute("entry", entry);
        model.addAttribute("problems", problems);
        return "selection/expert";
    }

    private Expert expert(String login) {
        return pool.find(login, currentActor.get()).orElseThrow(() -> new NoExpertThere(login));
    }

    private Line line(Expert expert) {
        return new Line(
                expert,
                regions.nameOf(expert.city()),
                expert.specialties().stream().sorted().toList());
    }

    private static List<Specialty> specialties() {
        return Arrays.stream(Specialty.values())
                .filter(each -> each != Specialty.GENERAL)
                .toList();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
