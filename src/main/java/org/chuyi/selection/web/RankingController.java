package org.chuyi.selection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.Rounds;
import org.chuyi.selection.RankingReading;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.work.BackgroundWorks;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 排序: what it came to and why, and what another line would change. */
@Controller
class RankingController {

    private static final int MOST_PLACES = 9999;
    private static final int HUNDREDTHS = 2;

    private final RankingReading reading;
    private final BackgroundWorks works;
    private final Regions regions;
    private final Rounds rounds;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    RankingController(
            RankingReading reading,
            BackgroundWorks works,
            Regions regions,
            Rounds rounds,
            CurrentActor currentActor,
            MessageSource messages) {
        this.reading = reading;
        this.works = works;
        this.regions = regions;
        this.rounds = rounds;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/contests/{key}/ranking")
    String ranking(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int against,
            @RequestParam(defaultValue = "") String places,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(defaultValue = "0") int rank,
            @RequestParam(defaultValue = "") String number,
            Locale locale,
            Model model) {
        var query = new RankingReading.Query(version, against, places(places), points(line), rank, number);
        var view = reading.view(key, currentActor.get(), query).orElseThrow(NothingHere::new);
        var rows = view.page();
        var last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        String here = "/contests/" + key + "/ranking?version=" + version + "&against=" + against;
        model.addAttribute("key", key);
        model.addAttribute("runsRounds", rounds.mayRun(currentActor.get()));
        model.addAttribute("view", view);
        model.addAttribute("query", query);
        model.addAttribute("lineText", line);
        model.addAttribute("placesText", places);
        model.addAttribute("regions", regions);
        model.addAttribute(
                "due",
                view.task()
                        .flatMap(task -> task.dueAt())
                        .map(WorkCalendar::lastDayBefore)
                        .orElse(null));
        model.addAttribute("nextPage", view.more() ? here + "&rank=" + last.rank() + "&number=" + last.number() : null);
        model.addAttribute("firstPage", rank > 0 ? here : null);
        return "selection/ranking";
    }

    private static Optional<Integer> places(String text) {
        return text.matches("[0-9]{1,4}")
                ? Optional.of(Math.min(MOST_PLACES, Integer.parseInt(text)))
                : Optional.empty();
    }

    private static Optional<Integer> points(String text) {
        return text.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text).movePointRight(HUNDREDTHS).intValueExact())
                : Optional.empty();
    }

    /** It stands in the record before it leaves; a large workbook is made in the background. */
    @PostMapping("/contests/{key}/ranking/export")
    void export(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "xlsx") String format,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        boolean csv = format.equals("csv");
        var export = reading.export(key, currentActor.get(), version, csv ? "csv" : "xlsx")
                .orElseThrow(NothingHere::new);
        if (!csv && export.rows().size() >= RankingExport.LARGE) {
            var asked = RankingExport.arguments(key, export.ranking().version());
            response.sendRedirect("/work/" + works.request(RankingExport.KIND, asked, currentActor.get(), locale));
            return;
        }
        var file = new RankingFile(export, regions, messages, locale);
        response.setContentType(
                csv ? "text/csv; charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"ranking-" + key + "-" + export.ranking().version()
                        + (csv ? ".csv\"" : ".xlsx\""));
        if (csv) {
            file.writeCsv(response.getOutputStream());
        } else {
            file.writeWorkbook(response.getOutputStream());
        }
    }
}
