package org.chuyi.selection.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.selection.ScoreReading;
import org.chuyi.selection.ScoreReading.File;
import org.chuyi.selection.ScoreSheet;
import org.chuyi.selection.Scoring;
import org.chuyi.selection.Scoring.Result;
import org.chuyi.shared.ChineseDates;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.ProblemTexts.ProblemText;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.SectionCompleteness;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the form island of a score sheet talks to, and the files beside it. */
@RestController
class SheetController {

    private final Scoring scoring;
    private final ScoreReading reading;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    SheetController(
            Scoring scoring,
            ScoreReading reading,
            ProblemTexts problems,
            CurrentActor currentActor,
            MessageSource messages) {
        this.scoring = scoring;
        this.reading = reading;
        this.problems = problems;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** @param revision of the draft that the writer had before her */
    record Written(int revision, Map<String, Object> answers) {}

    record Section(String id, String label, int required, int filled, int problems) {}

    record Draft(int revision, Map<String, Object> answers, Instant savedAt, List<Section> sections) {}

    record Kept(int revision, Instant savedAt, List<Section> sections, List<ProblemText> refused) {}

    record Location(String location) {}

    @GetMapping(path = "/scoring/{sheet}/form", produces = MediaType.APPLICATION_JSON_VALUE)
    String form(@PathVariable String sheet, Locale locale) {
        return scoring.form(find(sheet)).localised(locale);
    }

    @GetMapping("/scoring/{sheet}/draft")
    ResponseEntity<Draft> draft(@PathVariable String sheet, Locale locale) {
        ScoreSheet found = find(sheet);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Draft(
                        found.revision(),
                        found.answers(),
                        found.savedAt().orElse(null),
                        sections(scoring.sections(found), locale)));
    }

    @PutMapping("/scoring/{sheet}/draft")
    ResponseEntity<?> save(@PathVariable String sheet, @RequestBody Written written, Locale locale) {
        if (written.answers() == null) {
            return problem(HttpStatus.BAD_REQUEST, "selection.score.problem.empty", locale);
        }
        var result = scoring.save(id(sheet), currentActor.get(), written.revision(), written.answers());
        return result instanceof Result.Kept kept
                ? ResponseEntity.ok(new Kept(
                        kept.revision(),
                        kept.savedAt(),
                        sections(kept.sections(), locale),
                        texts(sheet, kept.refused(), locale)))
                : refused(sheet, result, locale);
    }

    @PostMapping("/scoring/{sheet}/submission")
    ResponseEntity<?> submit(
            @PathVariable String sheet,
            @RequestBody Written written,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (written.answers() == null) {
            return problem(HttpStatus.BAD_REQUEST, "selection.score.problem.empty", locale);
        }
        var result = scoring.submit(id(sheet), currentActor.get(), written.revision(), written.answers());
        if (!(result instanceof Result.Submitted submitted)) {
            return refused(sheet, result, locale);
        }
        String location = submitted.next().map(next -> "/scoring/" + next).orElse("/scoring");
        RequestContextUtils.getOutputFlashMap(request)
                .put(
                        "flash",
                        messages.getMessage(
                                submitted.next().isPresent()
                                        ? "selection.score.submittedNext"
                                        : "selection.score.submittedLast",
                                new Object[] {
                                    BigDecimal.valueOf(submitted.total(), 2).toPlainString()
                                },
                                locale));
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return ResponseEntity.ok(new Location(location));
    }

    /** Nothing but itself; under a name that says only which sheet it belongs to. */
    @GetMapping("/scoring/{sheet}/materials/{index}")
    ResponseEntity<?> material(@PathVariable String sheet, @PathVariable String index, Locale locale) {
        ScoreSheet found = find(sheet);
        File file = Optional.of(index)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .flatMap(text -> reading.file(found, Integer.parseInt(text)))
                .orElseThrow(NothingHere::new);
        if (!(file instanceof File.Content content)) {
            return ResponseEntity.unprocessableEntity()
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(messages.getMessage("selection.score.material.withheld", null, locale));
        }
        boolean pdf = content.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
        var disposition = (pdf ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .cacheControl(CacheControl.noStore())
                .body(content.content());
    }

    private ResponseEntity<?> refused(String sheet, Result result, Locale locale) {
        if (result instanceof Result.Refused refused) {
            var texts = texts(sheet, refused.problems(), locale);
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    messages.getMessage("portal.problems", new Object[] {texts.size()}, locale));
            problem.setType(URI.create("about:blank"));
            problem.setProperty("problems", texts);
            return ResponseEntity.unprocessableEntity().body(problem);
        }
        if (result instanceof Result.Overtaken overtaken) {
            String by = messages.getMessage("selection.score.otherWindow", null, locale);
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONFLICT,
                    messages.getMessage(
                            "portal.form.conflict",
                            new Object[] {by, ChineseDates.dateAndTime(overtaken.savedAt())},
                            locale));
            problem.setProperty("revision", overtaken.revision());
            problem.setProperty("savedAt", overtaken.savedAt());
            problem.setProperty("savedBy", by);
            return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
        }
        if (result instanceof Result.NotOpen notOpen) {
            return problem(HttpStatus.CONFLICT, notOpen.problem(), locale);
        }
        throw new NothingHere();
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String key, Locale locale) {
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, messages.getMessage(key, null, locale)));
    }

    private List<ProblemText> texts(String sheet, List<FieldProblem> found, Locale locale) {
        return found.isEmpty() ? List.of() : problems.of(found, Optional.of(scoring.form(find(sheet))), locale);
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

    private static long id(String sheet) {
        return SheetAddress.id(sheet).orElseThrow(NothingHere::new);
    }

    private ScoreSheet find(String sheet) {
        return scoring.find(id(sheet), currentActor.get()).orElseThrow(NothingHere::new);
    }
}
