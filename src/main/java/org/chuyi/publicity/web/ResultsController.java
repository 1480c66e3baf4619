package org.chuyi.publicity.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.AnnouncedResult;
import org.chuyi.publicity.Announcement;
import org.chuyi.publicity.Announcing;
import org.chuyi.publicity.DecisionLetters;
import org.chuyi.publicity.Notice;
import org.chuyi.publicity.NoticeFiles;
import org.chuyi.publicity.Notices;
import org.chuyi.publicity.ResultFilter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 结果公布, for everybody: pages, the notice, open data; and each applicant's own letter. */
@Controller
class ResultsController {

    private static final int PAGE = 50;
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Announcing announcing;
    private final Notices notices;
    private final NoticeFiles files;
    private final DecisionLetters letters;
    private final OpenResults openData;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Regions regions;
    private final CurrentActor currentActor;

    ResultsController(
            Announcing announcing,
            Notices notices,
            NoticeFiles files,
            DecisionLetters letters,
            OpenResults openData,
            Rounds rounds,
            PolicyPacks packs,
            Regions regions,
            CurrentActor currentActor) {
        this.announcing = announcing;
        this.notices = notices;
        this.files = files;
        this.letters = letters;
        this.openData = openData;
        this.rounds = rounds;
        this.packs = packs;
        this.regions = regions;
        this.currentActor = currentActor;
    }

    @GetMapping("/results")
    String all(Model model) {
        model.addAttribute("announcements", announcing.all());
        return "publicity/results";
    }

    @GetMapping("/results/{round}")
    String round(
            @PathVariable String round,
            @RequestParam Optional<String> programme,
            @RequestParam Optional<String> city,
            @RequestParam Optional<String> text,
            @RequestParam Optional<String> after,
            Locale locale,
            Model model) {
        Announcement announcement = announcement(round);
        List<AnnouncedResult> found = announcing.results(
                announcement.round(), new ResultFilter(given(programme), given(city), given(text), after, PAGE + 1));
        List<AnnouncedResult> rows = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("announcement", announcement);
        model.addAttribute(
                "roundTitle",
                rounds.byCode(announcement.round())
                        .map(Round::title)
                        .map(name -> name.in(locale))
                        .orElse(""));
        model.addAttribute("rows", openData.rows(rows, locale));
        model.addAttribute(
                "next", found.size() > PAGE ? rows.get(PAGE - 1).number().value() : null);
        model.addAttribute("programmes", packs.all());
        model.addAttribute("cities", regions.cities());
        model.addAttribute("programme", given(programme).orElse(""));
        model.addAttribute("city", given(city).orElse(""));
        model.addAttribute("text", given(text).orElse(""));
        return "publicity/result";
    }

    @GetMapping("/results/{round}/results.csv")
    ResponseEntity<byte[]> csv(@PathVariable String round) {
        return file(
                openData.csv(announcement(round)), new MediaType("text", "csv", StandardCharsets.UTF_8), "results.csv");
    }

    @GetMapping("/results/{round}/results.json")
    ResponseEntity<byte[]> json(@PathVariable String round) {
        return file(openData.json(announcement(round)), MediaType.APPLICATION_JSON, "results.json");
    }

    @GetMapping("/results/{round}/notice.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String round) {
        return file(files.pdf(notice(round)), MediaType.APPLICATION_PDF, "公布通知.pdf");
    }

    @GetMapping("/results/{round}/notice.docx")
    ResponseEntity<byte[]> word(@PathVariable String round) {
        return file(files.word(notice(round)), WORD, "公布通知.docx");
    }

    @GetMapping("/applications/{number}/decision-letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        return letters.of(number, currentActor.get())
                .map(pdf -> file(pdf, MediaType.APPLICATION_PDF, "决定书-" + number + ".pdf"))
                .orElseThrow(NotThere::new);
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noCache())
                .body(content);
    }

    private static Optional<String> given(Optional<String> typed) {
        return typed.map(String::strip).filter(text -> !text.isEmpty());
    }

    private Notice notice(String round) {
        return notices.of(announcement(round).round()).orElseThrow(NotThere::new);
    }

    private Announcement announcement(String round) {
        return Optional.of(round)
                .filter(RoundCode::isCode)
                .map(RoundCode::new)
                .flatMap(announcing::find)
                .orElseThrow(NotThere::new);
    }
}
