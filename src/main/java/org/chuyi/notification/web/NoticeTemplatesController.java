package org.chuyi.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.text.NoticeTemplates;
import org.chuyi.notification.text.NoticeTemplates.Change;
import org.chuyi.notification.text.NoticeTexts;
import org.chuyi.notification.text.TemplateProblem;
import org.chuyi.organisation.CurrentActor;
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

/** 通知模板: the texts of notices, in both languages side by side. */
@Controller
@RequestMapping("/administration/notices")
class NoticeTemplatesController {

    private static final String LIST = "/administration/notices";

    private final NoticeTemplates templates;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    NoticeTemplatesController(NoticeTemplates templates, CurrentActor currentActor, MessageSource messages) {
        this.templates = templates;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        model.addAttribute("kinds", templates.all(locale));
        model.addAttribute("tabs", NoticeTabs.of(NoticeTabs.TEMPLATES, messages, locale));
        return "notification/templates";
    }

    @GetMapping("/templates/{template}")
    String page(@PathVariable String template, Model model) {
        existing(template);
        return page(template, templates.inForce(template), List.of(), model);
    }

    /** Shows what is written and keeps nothing. */
    @PostMapping("/templates/{template}/preview")
    String preview(@PathVariable String template, Written written, Model model, HttpServletResponse response) {
        existing(template);
        var problems = templates.problemsOf(template, written.texts());
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page(template, written.texts(), problems, model);
    }

    @PostMapping("/templates/{template}")
    String change(
            @PathVariable String template,
            @RequestParam int version,
            Written written,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        existing(template);
        var change = templates.change(currentActor.get(), template, version, written.texts());
        if (change instanceof Change.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(template, written.texts(), refused.problems(), model);
        }
        return after(change, "notification.template.saved", template, flash);
    }

    @PostMapping("/templates/{template}/default")
    String restore(@PathVariable String template, @RequestParam int version, RedirectAttributes flash) {
        existing(template);
        var change = templates.restore(currentActor.get(), template, version);
        return after(change, "notification.template.restored", template, flash);
    }

    /** The fields of the form; browsers end lines with two characters. */
    record Written(String titleZh, String textZh, String titleEn, String textEn) {
        NoticeTexts texts() {
            return new NoticeTexts(tidy(titleZh), tidy(textZh), tidy(titleEn), tidy(textEn));
        }

        private static String tidy(String field) {
            return field == null ? "" : field.replace("\r\n", "\n").strip();
        }
    }

    private String page(String template, NoticeTexts texts, List<TemplateProblem> problems, Model model) {
        var locale = LocaleContextHolder.getLocale();
        var versions = templates.versionsOf(template);
        model.addAttribute("template", template);
        model.addAttribute("kind", NoticeKind.of(template));
        model.addAttribute(
                "heading",
                templates.preview(template, templates.inForce(template), locale).title());
        model.addAttribute("texts", texts);
        model.addAttribute("versions", versions);
        model.addAttribute("version", versions.isEmpty() ? 0 : versions.get(0).number());
        model.addAttribute(
                "changed", !versions.isEmpty() && versions.get(0).texts().isPresent());
        model.addAttribute("placeholders", templates.placeholdersOf(template));
        model.addAttribute(
                "problems",
                problems.stream()
                        .collect(Collectors.toMap(
                                TemplateProblem::field,
                                problem ->
                                        messages.getMessage(problem.key(), new Object[] {problem.value()}, locale))));
        if (problems.isEmpty()) {
            model.addAttribute(
                    "previews",
                    Map.of(
                            "zh", templates.preview(template, texts, Locale.SIMPLIFIED_CHINESE),
                            "en", templates.preview(template, texts, Locale.ENGLISH)));
        }
        return "notification/template";
    }

    private String after(Change change, String done, String template, RedirectAttributes flash) {
        var locale = LocaleContextHolder.getLocale();
        if (change instanceof Change.Overtaken) {
            flash.addFlashAttribute(
                    "flashProblem", messages.getMessage("notification.template.overtaken", null, locale));
        } else {
            flash.addFlashAttribute("flash", messages.getMessage(done, null, locale));
        }
        return "redirect:" + LIST + "/templates/" + template;
    }

    private void existing(String template) {
        if (!templates.exists(template)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
