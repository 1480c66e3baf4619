package org.chuyi.publicity.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuyi.application.OutsideFiles;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.Objection;
import org.chuyi.publicity.ObjectionIntake;
import org.chuyi.publicity.ObjectionIntake.Raising;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityList;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** 提出异议 and asking what became of it, without an account. */
@Controller
class ObjectionController {

    private static final MaterialRequirement STAMPED = new MaterialRequirement(
            "objection",
            new BilingualText("单位盖章文件", "Stamped letter"),
            Optional.empty(),
            true,
            Set.of("pdf", "jpg", "png"),
            1,
            false);

    private final ObjectionIntake intake;
    private final Publicity publicity;
    private final OutsideFiles files;
    private final Rounds rounds;
    private final MessageSource messages;
    private final Clock clock;

    ObjectionController(
            ObjectionIntake intake,
            Publicity publicity,
            OutsideFiles files,
            Rounds rounds,
            MessageSource messages,
            Clock clock) {
        this.intake = intake;
        this.publicity = publicity;
        this.files = files;
        this.rounds = rounds;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/publicity/{round}/objection")
    ModelAndView form(@PathVariable String round, @RequestParam(defaultValue = "") String about, Locale locale) {
        return page(list(round), ObjectionForm.blank(about), Map.of(), locale);
    }

    @PostMapping("/publicity/{round}/objection")
    ModelAndView raise(
            @PathVariable String round,
            @ModelAttribute ObjectionForm form,
            @RequestParam(required = false) MultipartFile file,
            Locale locale)
            throws IOException {
        PublicityList list = list(round);
        Map<String, String> problems = new LinkedHashMap<>(intake.problems(
                list.round(),
                form.wanted(present(file) ? Optional.of(new Objection.StampedFile("", "")) : Optional.empty())));
        Optional<Objection.StampedFile> kept = Optional.empty();
        if (problems.isEmpty() && form.chosen() == Objection.Kind.ORGANISATION) {
            kept = keep(file, problems, locale);
        }
        if (!problems.isEmpty()) {
            return refused(page(list, form, problems, locale));
        }
        Raising raising = intake.raise(list.round(), form.wanted(kept));
        if (raising instanceof Raising.Raised raised) {
            return new ModelAndView("publicity/receipt")
                    .addObject("receipt", raised.receipt())
                    .addObject("round", list.round().value());
        }
        if (raising instanceof Raising.Refused again) {
            return refused(page(list, form, again.problems(), locale));
        }
        var late = page(list(round), form, Map.of("", "publicity.problem.tooLate"), locale);
        late.setStatus(HttpStatus.CONFLICT);
        return late;
    }

    @GetMapping("/objections")
    String ask() {
        return "publicity/objection-state";
    }

    /** Posted, so that the receipt stands in no address. */
    @PostMapping("/objections")
    String answer(@RequestParam(defaultValue = "") String receipt, Model model) {
        Optional<Objection> objection = intake.byReceipt(receipt);
        model.addAttribute("asked", true);
        model.addAttribute("receipt", objection.isPresent() ? "" : receipt);
        model.addAttribute("objection", objection.orElse(null));
        return "publicity/objection-state";
    }

    private Optional<Objection.StampedFile> keep(MultipartFile file, Map<String, String> problems, Locale locale)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            var reception = files.receive(
                    STAMPED, Optional.ofNullable(file.getOriginalFilename()).orElse(""), content);
            if (reception instanceof OutsideFiles.Reception.Kept kept) {
                return Optional.of(new Objection.StampedFile(kept.sha256(), kept.name()));
            }
            var problem = ((OutsideFiles.Reception.Refused) reception).problem();
            problems.put(
                    "file",
                    messages.getMessage(problem.code(), problem.arguments().toArray(), locale));
            return Optional.empty();
        }
    }

    private ModelAndView page(PublicityList list, ObjectionForm form, Map<String, String> problems, Locale locale) {
        Map<String, String> said = new LinkedHashMap<>();
        problems.forEach((field, code) -> said.put(field, messages.getMessage(code, null, code, locale)));
        String title = rounds.byCode(list.round())
                .map(round -> round.title().in(locale))
                .orElse("");
        return new ModelAndView("publicity/objection")
                .addObject("shown", ShownList.of(list, title, clock.instant()))
                .addObject("form", form)
                .addObject("problems", said);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static boolean present(MultipartFile file) {
        return file != null && !file.isEmpty();
    }

    private PublicityList list(String round) {
        if (!RoundCode.isCode(round)) {
            throw new NotThere();
        }
        return publicity.last(new RoundCode(round)).orElseThrow(NotThere::new);
    }
}
