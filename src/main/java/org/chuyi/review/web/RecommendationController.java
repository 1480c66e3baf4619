package org.chuyi.review.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationPlacing;
import org.chuyi.review.RecommendationReading;
import org.chuyi.review.RecommendationSummary;
import org.chuyi.review.RecommendationView;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskInbox;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 推荐名单: ranked and sealed by its body, read and answered by the province. */
@Controller
class RecommendationController {

    private static final String PATH = "/recommendations";
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final RecommendationReading reading;
    private final RecommendationPlacing placing;
    private final RecommendationSummary summary;
    private final RecommendationTexts texts;
    private final TaskInbox inbox;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;

    RecommendationController(
            RecommendationReading reading,
            RecommendationPlacing placing,
            RecommendationSummary summary,
            RecommendationTexts texts,
            TaskInbox inbox,
            ProblemTexts problems,
            CurrentActor currentActor) {
        this.reading = reading;
        this.placing = placing;
        this.summary = summary;
        this.texts = texts;
        this.inbox = inbox;
        this.problems = problems;
        this.currentActor = currentActor;
    }

    @GetMapping(PATH)
    String lists(@RequestParam Optional<String> round, Model model) {
        Actor actor = currentActor.get();
        var readable = reading.rounds(actor);
        var shown = readable.stream()
                .map(RecommendationReading.ListedRound::code)
                .filter(code -> round.map(code.value()::equals).orElse(true))
                .findFirst();
        model.addAttribute("rounds", readable);
        model.addAttribute("shown", shown.map(RoundCode::value).orElse(null));
        model.addAttribute("lists", shown.map(code -> reading.of(code, actor)).orElse(List.of()));
        model.addAttribute("ofBody", actor.is(Role.REVIEWER));
        return "review/recommendations";
    }

    @GetMapping(PATH + "/{key}")
    String page(@PathVariable String key, Model model) {
        var view = find(key);
        addView(view, model);
        return "review/recommendation";
    }

    /** Stands beside the province's form. */
    @GetMapping(PATH + "/{key}/panel")
    String panel(@PathVariable String key, Model model) {
        addView(find(key), model);
        return "review/recommendation-parts :: panel";
    }

    /** @param place as the page's buttons have it: number, whether listed, position */
    @PostMapping(PATH + "/{key}/place")
    ModelAndView place(
            @PathVariable String key,
            @RequestParam String place,
            @RequestParam int revision,
            @RequestHeader(name = "HX-Request", required = false) String island,
            Locale locale,
            RedirectAttributes flash) {
        var before = own(key);
        var asked = placeOf(place, revision);
        var answer = placing.place(before.list().key(), currentActor.get(), asked);
        var said = texts.of(answer, locale);
        if (island == null) {
            said.ifPresent(text -> flash.addFlashAttribute("flashProblem", text));
            return new ModelAndView("redirect:" + PATH + "/" + key);
        }
        var view = find(key);
        var page = new ModelAndView("review/recommendation-parts :: lists");
        addView(view, page.getModelMap());
        page.addObject("problem", said.orElse(null));
        page.addObject("said", texts.position(view, asked.number(), locale));
        page.setStatus(said.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK);
        return page;
    }

    @PostMapping(PATH + "/{key}/seal")
    String seal(@PathVariable String key, @RequestParam int revision, Locale locale, RedirectAttributes flash) {
        own(key);
        Actor actor = currentActor.get();
        Completion completion = inbox.openTaskOf(key, actor)
                .map(task -> inbox.complete(
                        task.id(), actor, Map.of("confirmed", true, "revision", revision), Optional.empty()))
                .orElseGet(Completion.Cancelled::new);
        if (completion instanceof Completion.Completed) {
            flash.addFlashAttribute("flash", texts.text("review.recommendation.sealed", locale));
        } else if (completion instanceof Completion.Rejected rejected) {
            flash.addFlashAttribute(
                    "flashProblem",
                    problems.of(rejected.problems(), Optional.empty(), locale).stream()
                            .map(ProblemTexts.ProblemText::message)
                            .collect(Collectors.joining(" ")));
        } else if (completion instanceof Completion.ClaimedBy claimed) {
            flash.addFlashAttribute("flashProblem", texts.text("workflow.completion.claimed", locale, claimed.name()));
        } else {
            flash.addFlashAttribute("flashProblem", texts.text("review.recommendation.problem.listSealed", locale));
        }
        return "redirect:" + PATH + "/" + key;
    }

    @PostMapping(PATH + "/{key}/summary")
    ResponseEntity<byte[]> summary(@PathVariable String key) throws IOException {
        var view = find(key);
        var out = new ByteArrayOutputStream();
        if (!summary.write(view.list().key(), currentActor.get(), out)) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(summary.fileName(view), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private void addView(RecommendationView view, Model model) {
        addView(view, (Map<String, Object>) model.asMap());
    }

    private void addView(RecommendationView view, Map<String, Object> model) {
        Actor actor = currentActor.get();
        Optional<InboxTask> task = inbox.openTaskOf(view.list().key().toString(), actor);
        model.put("view", view);
        model.put("mine", task.isPresent());
        model.put(
                "mayRank",
                view.list().isDraft() && actor.holds(view.list().key().reviewers()));
        model.put("ofBody", actor.holds(view.list().key().reviewers()));
        model.put("taskLink", task.map(found -> "/tasks/" + found.id()).orElse(null));
        model.put(
                "due",
                task.flatMap(InboxTask::dueAt).map(WorkCalendar::lastDayBefore).orElse(null));
        model.put(
                "workdays",
                task.flatMap(InboxTask::dueAt).map(texts::workdaysLeft).orElse(null));
    }

    private RecommendationView find(String key) {
        return Optional.of(key)
                .filter(RecommendationKey::isKey)
                .map(RecommendationKey::of)
                .flatMap(found -> reading.find(found, currentActor.get()))
                .orElseThrow(NotThere::new);
    }

    /** One that the actor may change. */
    private RecommendationView own(String key) {
        var view = find(key);
        if (!currentActor.get().holds(view.list().key().reviewers())) {
            throw new NotThere();
        }
        return view;
    }

    private static RecommendationPlacing.Place placeOf(String place, int revision) {
        String[] parts = place.split("\\|");
        if (parts.length != 3 || !ApplicationNumber.isValid(parts[0]) || !parts[2].matches("[0-9]{1,5}")) {
            throw new NotThere();
        }
        return new RecommendationPlacing.Place(
                new ApplicationNumber(parts[0]), Boolean.parseBoolean(parts[1]), Integer.parseInt(parts[2]), revision);
    }
}
