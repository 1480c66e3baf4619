package org.chuyi.workflow.web;

import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.figure.Figures;
import org.chuyi.workflow.figure.WorkFigures;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 办件统计: a person's own work and her organisation's. */
@Controller
class FiguresController {

    private final Figures figures;
    private final TaskTexts texts;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    FiguresController(Figures figures, TaskTexts texts, MessageSource messages, CurrentActor currentActor) {
        this.figures = figures;
        this.texts = texts;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param href null where the figure leads to no list */
    public record Tile(String label, long figure, String href, String tone, String note) {}

    /** @param openShare of the longest bar, in percent; so are the other two */
    public record StageLine(
            String name, long open, int openShare, long done, int doneShare, int median, int medianShare) {}

    public record Group(String code, String title, String note, List<Tile> tiles, List<StageLine> stages) {}

    @GetMapping("/inbox/figures")
    String page(Locale locale, Model model) {
        Actor actor = currentActor.get();
        String scope = figures.leads(actor) ? "workflow.figures.whole" : "workflow.figures.posts";
        model.addAttribute(
                "groups",
                List.of(
                        group("mine", "workflow.figures.mine.text", figures.mine(actor), locale),
                        group("organisation", scope, figures.ofOrganisation(actor), locale)));
        return "workflow/figures";
    }

    private Group group(String code, String note, WorkFigures its, Locale locale) {
        boolean mine = code.equals("mine");
        String list = mine ? "/inbox?tab=todo" : "/inbox?tab=organisation";
        long most = its.stages().stream()
                .mapToLong(stage -> Math.max(stage.open(), stage.done()))
                .max()
                .orElse(0);
        long slowest = its.stages().stream()
                .mapToLong(WorkFigures.Stage::medianWorkdays)
                .max()
                .orElse(0);
        return new Group(
                code,
                text("workflow.figures." + code, locale),
                text(note, locale),
                List.of(
                        tile("open", its.open(), list, "calm", locale),
                        tile("thisWeek", its.dueThisWeek(), list, "calm", locale),
                        tile(
                                "overdue",
                                its.overdue(),
                                mine ? "/inbox?due=overdue" : list,
                                its.overdue() > 0 ? "hand" : "calm",
                                locale),
                        tile("done", its.done(), mine ? "/inbox?tab=done" : list, "calm", locale)),
                its.stages().stream()
                        .map(stage -> new StageLine(
                                texts.label(stage.taskKey(), locale),
                                stage.open(),
                                share(stage.open(), most),
                                stage.done(),
                                share(stage.done(), most),
                                stage.medianWorkdays(),
                                share(stage.medianWorkdays(), slowest)))
                        .toList());
    }

    private Tile tile(String code, long figure, String href, String tone, Locale locale) {
        return new Tile(text("workflow.figures.tile." + code, locale), figure, href, tone, null);
    }

    private static int share(long part, long most) {
        return most == 0 ? 0 : (int) (100 * part / most);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
