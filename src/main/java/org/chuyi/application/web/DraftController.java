package org.chuyi.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationContents.Saved;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationSubmission;
import org.chuyi.application.ApplicationSubmission.Submission;
import org.chuyi.application.Applications;
import org.chuyi.application.Reader;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.shared.ChineseDates;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.ProblemTexts.ProblemText;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.SectionCompleteness;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the form island talks to: see {@code static/js/form.js}. */
@RestController
class DraftController {

    private static final int LONGEST_KEY = 200;

    private final Applications applications;
    private final ApplicationContents contents;
    private final ApplicationSubmission submission;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    DraftController(
            Applications applications,
            ApplicationContents contents,
            ApplicationSubmission submission,
            ProblemTexts problems,
            CurrentActor currentActor,
            MessageSource messages) {
        this.applications = applications;
        this.contents = contents;
        this.submission = submission;
        this.problems = problems;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** @param revision of the draft that the writer had before her */
    record Written(int revision, Map<String, Object> answers) {}

    record Section(String id, String label, int required, int filled, int problems) {}

    record Draft(int revision, Map<String, Object> answers, Instant savedAt, List<Section> sections) {}

    /** @param refused what was not kept, and why */
    record Kept(int revision, Instant savedAt, List<Section> sections, List<ProblemText> refused) {}

    record Location(String location) {}

    @GetMapping("/applications/{number}/draft")
    ResponseEntity<Draft> draft(@PathVariable String number, Locale locale) {
        var draft = contents.draft(own(number), currentActor.get()).orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Draft(
                        draft.revision(), draft.answers(), draft.savedAt(), sections(draft.sections(), locale)));
    }

    @PutMapping("/applications/{number}/draft")
    ResponseEntity<?> save(@PathVariable String number, @RequestBody Written written, Locale locale) {
        var own = own(number);
        if (written.answers() == null) {
            return problem(HttpStatus.BAD_REQUEST, "application.draft.empty", locale);
        }
        var saved = contents.save(own, currentActor.get(), written.revision(), written.answers());
        if (saved instanceof Saved.Overtaken overtaken) {
            return overtaken(overtaken.revision(), overtaken.savedAt(), overtaken.savedBy(), locale);
        }
        if (saved instanceof Saved.NotEditable) {
            return problem(HttpStatus.CONFLICT, "application.draft.notEditable", locale);
        }
        var kept = (Saved.Kept) saved;
        if (kept.refused().stream().anyMatch(refused -> refused.path().isEmpty())) {
            return refused(own, kept.refused(), locale);
        }
        return ResponseEntity.ok(new Kept(
                kept.revision(),
                kept.savedAt(),
                sections(kept.sections(), locale),
                texts(own, kept.refused(), locale)));
    }

    @PostMapping("/applications/{number}/submission")
    ResponseEntity<?> submit(
            @PathVariable String number,
            @RequestParam Optional<String> task,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody Written written,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var filed = valid(number);
        if (written.answers() == null) {
            return problem(HttpStatus.BAD_REQUEST, "application.draft.empty", locale);
        }
        var requestKey = Optional.ofNullable(key).map(String::strip).filter(given -> !given.isEmpty());
        if (requestKey.filter(given -> given.length() > LONGEST_KEY).isPresent()) {
            return problem(HttpStatus.BAD_REQUEST, "application.submission.key", locale);
        }
        var became =
                submission.submit(filed, currentActor.get(), written.revision(), written.answers(), task, requestKey);
        if (became instanceof Submission.Submitted submitted) {
            String text = messages.getMessage(
                    "application.submitted." + submitted.status().name(), null, locale);
            return done("/applications/" + number, "flash", text, request, response);
        }
        if (became instanceof Submission.BackOnForm back) {
            String text = messages.getMessage(
                    "application.submission.backOnForm",
                    new Object[] {back.problems().size()},
                    locale);
            return done("/applications/" + number + "/form", "flashProblem", text, request, response);
        }
        if (became instanceof Submission.Refused refused) {
            return refused(filed, refused.problems(), locale);
        }
        if (became instanceof Submission.Overtaken overtaken) {
            return overtaken(overtaken.revision(), overtaken.savedAt(), overtaken.savedBy(), locale);
        }
        if (became instanceof Submission.AlreadyDone already) {
            return problem(
                    HttpStatus.CONFLICT,
                    "application.submission.alreadyDone",
                    locale,
                    already.byName(),
                    ChineseDates.dateAndTime(already.at()));
        }
        if (became instanceof Submission.Over over) {
            return problem(
                    HttpStatus.CONFLICT,
                    "application.submission.over." + over.status().name(),
                    locale);
        }
        throw new NotThere();
    }

    private static ResponseEntity<Location> done(
            String location, String attribute, String text, HttpServletRequest request, HttpServletResponse response) {
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put(attribute, text);
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return ResponseEntity.ok(new Location(location));
    }

    private ResponseEntity<ProblemDetail> refused(ApplicationNumber number, List<FieldProblem> found, Locale locale) {
        var texts = texts(number, found, locale);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                texts.size() == 1 && texts.get(0).path().isEmpty()
                        ? texts.get(0).message()
                        : messages.getMessage("portal.problems", new Object[] {texts.size()}, locale));
        problem.setType(URI.create("about:blank"));
        problem.setProperty("problems", texts);
        return ResponseEntity.unprocessableEntity().body(problem);
    }

    private ResponseEntity<ProblemDetail> overtaken(int revision, Instant at, String by, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                messages.getMessage("portal.form.conflict", new Object[] {by, ChineseDates.dateAndTime(at)}, locale));
        problem.setProperty("revision", revision);
        problem.setProperty("savedAt", at);
        problem.setProperty("savedBy", by);
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String key, Locale locale, Object... arguments) {
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, arguments, locale)));
    }

    private List<ProblemText> texts(ApplicationNumber number, List<FieldProblem> found, Locale locale) {
        return found.isEmpty()
                ? List.of()
                : problems.of(
                        found, applications.find(number, currentActor.get()).map(contents::form), locale);
    }

    private static List<Section> sections(List<SectionCompleteness> sections, Locale locale) {
        return sections.stream()
                .map(section -> new Section(
                        section.section(),
                        section.label().in(locale),
                        section.required(),
                        section.filled(),
                        section.problems()))
                .toList();
    }

    private ApplicationNumber own(String number) {
        Actor actor = currentActor.get();
        return applications
                .find(valid(number), actor)
                .filter(found -> Reader.of(found.school(), actor) == Reader.SCHOOL)
                .orElseThrow(NotThere::new)
                .number();
    }

    private static ApplicationNumber valid(String number) {
        return Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .orElseThrow(NotThere::new);
    }
}
