package org.chuyi.application.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationFilter;
import org.chuyi.application.ApplicationPage;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.ApplicationsExport;
import org.chuyi.application.NextStep;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.RoundCode;
import org.chuyi.workflow.work.BackgroundWorks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 申报列表: a school's own applications, or those that a reviewer may read. */
@Controller
class ListController {

    private final ApplicationSearch search;
    private final PolicyPacks packs;
    private final Regions regions;
    private final FilterChoices choices;
    private final BackgroundWorks works;
    private final CurrentActor currentActor;
    private final Clock clock;

    ListController(
            ApplicationSearch search,
            PolicyPacks packs,
            Regions regions,
            FilterChoices choices,
            BackgroundWorks works,
            CurrentActor currentActor,
            Clock clock) {
        this.search = search;
        this.choices = choices;
        this.works = works;
        this.packs = packs;
        this.regions = regions;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A line of the list; texts in the reader's language. */
    record Line(
            String number,
            String programme,
            String round,
            String school,
            String city,
            ApplicationStatus status,
            NextStep next) {}

    /** The filters as they were chosen, empty where they were not. */
    record Chosen(String status, String programme, String round, String city, String q) {

        ApplicationFilter filter(PolicyPacks packs) {
            return new ApplicationFilter(
                    Arrays.stream(ApplicationStatus.values())
                            .filter(each -> each.name().equals(status))
                            .findFirst(),
                    packs.find(programme).map(Programme::code),
                    Optional.of(round).filter(RoundCode::isCode).map(RoundCode::new),
                    Optional.of(city).filter(code -> code.matches("\\d{6}")),
                    q);
        }

        String path(String more, String key) {
            var path = UriComponentsBuilder.fromPath("/applications");
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("status", status);
            parameters.put("programme", programme);
            parameters.put("round", round);
            parameters.put("city", city);
            parameters.put("q", q);
            parameters.put(more, key);
            parameters.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    path.queryParam(name, "{" + name + "}");
                }
            });
            return path.encode().buildAndExpand(parameters).toUriString();
        }
    }

    @GetMapping("/applications")
    String list(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> before,
            Locale locale,
            Model model) {
        Actor actor = currentActor.get();
        var chosen = new Chosen(status, programme, round, city, q.strip());
        var filter = chosen.filter(packs);
        var page = search.page(filter, new ApplicationPage.Place(after, before), actor);
        model.addAttribute(
                "lines",
                page.rows().stream().map(row -> line(row, actor, locale)).toList());
        model.addAttribute(
                "previous",
                page.previous().map(key -> chosen.path("before", key)).orElse(null));
        model.addAttribute(
                "following", page.next().map(key -> chosen.path("after", key)).orElse(null));
        model.addAttribute("chosen", chosen);
        model.addAttribute("filtered", !filter.isAny());
        model.addAttribute("ofSchool", actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER));
        model.addAttribute(
                "mayApply", actor.is(Role.APPLICANT) && actor.organisationKind().isSchool());
        model.addAttribute("choices", choices.of(actor, locale));
        return "application/list";
    }

    /** All that the filter finds, in the background: her page of the work shows how far it is. */
    @PostMapping("/applications/export")
    String export(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String round,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String q,
            Locale locale) {
        var filter = new Chosen(status, programme, round, city, q.strip()).filter(packs);
        return "redirect:/work/" + works.request(ApplicationsExport.KIND, filter.parts(), currentActor.get(), locale);
    }

    private Line line(ApplicationRow row, Actor actor, Locale locale) {
        return new Line(
                row.number().value(),
                packs.programme(row.programmeCode()).names().in(locale),
                row.roundCode().value(),
                row.schoolName(),
                regions.nameOf(row.cityCode()),
                row.shown(),
                row.next(actor, clock.instant()));
    }
}
