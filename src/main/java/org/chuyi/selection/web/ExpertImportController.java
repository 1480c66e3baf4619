package org.chuyi.selection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.selection.ExpertImports;
import org.chuyi.workflow.ProblemTexts;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 批量导入专家: template, preview row by row, confirmation that answers with the result sheet; export of the pool. */
@Controller
class ExpertImportController {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int LONGEST_FILE_NAME = 120;

    private final ExpertImports imports;
    private final CurrentActor currentActor;
    private final ProblemTexts texts;
    private final MessageSource messages;
    private final Clock clock;

    ExpertImportController(
            ExpertImports imports, CurrentActor currentActor, ProblemTexts texts, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.currentActor = currentActor;
        this.texts = texts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A row of the preview in the reader's language. */
    record Line(ExpertImports.Row row, List<ProblemTexts.ProblemText> problems) {}

    @GetMapping("/experts/import")
    String choose() {
        imports.find(0, currentActor.get());
        return "selection/expert-import";
    }

    @GetMapping("/experts/import/template")
    ResponseEntity<byte[]> template() {
        return excel(imports.template(), "专家导入模板.xlsx");
    }

    @PostMapping("/experts/import")
    String read(@RequestParam MultipartFile file, Locale locale, Model model, HttpServletResponse response)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            var preview = imports.preview(nameOf(file), content, currentActor.get());
            if (preview instanceof ExpertImports.Preview.Shown shown) {
                return "redirect:/experts/imports/" + shown.id();
            }
            var problem = ((ExpertImports.Preview.Unreadable) preview).problem();
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "problem",
                    texts.of(List.of(problem), Optional.empty(), locale).get(0).message());
            return "selection/expert-import";
        }
    }

    @GetMapping("/experts/imports/{id}")
    String preview(@PathVariable long id, Locale locale, Model model) {
        var found = imports.find(id, currentActor.get()).orElseThrow(() -> new NoExpertThere(id));
        model.addAttribute("found", found);
        model.addAttribute(
                "lines",
                found.rows().stream()
                        .map(row -> new Line(row, texts.of(row.problems(), Optional.empty(), locale)))
                        .toList());
        return "selection/expert-preview";
    }

    /** The one-time passwords are in this answer and nowhere else. */
    @PostMapping("/experts/imports/{id}/confirmation")
    ResponseEntity<byte[]> confirm(@PathVariable long id, Locale locale) {
        imports.find(id, currentActor.get()).orElseThrow(() -> new NoExpertThere(id));
        var confirmation = imports.confirm(id, effects(locale), currentActor.get());
        if (confirmation instanceof ExpertImports.Confirmation.Done done) {
            return excel(done.sheet(), "专家导入结果-" + LocalDate.now(clock) + ".xlsx");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/experts/imports/" + id)
                .build();
    }

    @PostMapping("/experts/export")
    ResponseEntity<byte[]> export() {
        return excel(imports.export(currentActor.get()), "专家库-" + LocalDate.now(clock) + ".xlsx");
    }

    private Map<String, String> effects(Locale locale) {
        return Stream.of("NEW_ACCOUNT", "NEW_POST", "UPDATE")
                .map(effect -> "selection.effect." + effect)
                .collect(Collectors.toMap(key -> key, key -> messages.getMessage(key, null, locale)));
    }

    private static String nameOf(MultipartFile file) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return name.substring(Math.max(0, name.length() - LONGEST_FILE_NAME));
    }

    private static ResponseEntity<byte[]> excel(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
