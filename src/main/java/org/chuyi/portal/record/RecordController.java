package org.chuyi.portal.record;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditChain;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditLines;
import org.chuyi.audit.AuditTrail;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The record, for the auditor. */
@Controller
class RecordController {

    static final String PATH = "/administration/record";
    static final int PAGE = 50;
    private static final String[] GROUPS = {
        "application", "review", "round", "score", "discussion", "ranking", "account", "record"
    };

    private final AuditLines lines;
    private final AuditChain chain;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final MessageSource messages;
    private final Clock clock;

    RecordController(
            AuditLines lines,
            AuditChain chain,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            MessageSource messages,
            Clock clock) {
        this.lines = lines;
        this.chain = chain;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(RecordSearch search, @RequestParam Optional<Long> before, Model model) {
        var found = lines.newestFirst(search.filter(), before, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", page);
        model.addAttribute("search", search);
        model.addAttribute("searching", !search.parts().isEmpty());
        model.addAttribute("actionChoices", actionChoices(search));
        model.addAttribute("previousPage", before.isPresent() ? search.path(Optional.empty()) : null);
        model.addAttribute(
                "nextPage",
                found.size() > PAGE ? search.path(Optional.of(page.get(PAGE - 1).number())) : null);
        return "portal/record";
    }

    @GetMapping(PATH + "/{number}")
    String line(@PathVariable long number, Model model) {
        model.addAttribute(
                "line", lines.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "portal/record-line";
    }

    @PostMapping(PATH + "/verify")
    String verify(RedirectAttributes flash) {
        AuditChain.Verdict verdict = chain.verify();
        if (verdict instanceof AuditChain.Intact intact) {
            flash.addFlashAttribute("flash", text("audit.page.intact", intact.lines(), intact.headHash()));
            recordVerified(Map.of("result", "intact", "lines", intact.lines(), "headHash", intact.headHash()));
        } else if (verdict instanceof AuditChain.Broken broken) {
            flash.addFlashAttribute(
                    "flashProblem",
                    text("audit.page.broken", broken.line(), text("audit.page.damage." + broken.damage())));
            recordVerified(Map.of("result", "broken", "line", broken.line(), "damage", broken.damage()));
        }
        return "redirect:" + PATH;
    }

    /** The export stands in the record before the first line leaves. */
    @PostMapping(PATH + "/export")
    void export(RecordSearch search, HttpServletResponse response) throws IOException {
        transaction.executeWithoutResult(
                open -> trail.record(AuditEntry.of("record.exported", "record", "record", search.parts())));
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=chuyi-record-" + LocalDate.now(clock) + ".csv");
        try (RecordCsv csv = new RecordCsv(response.getOutputStream(), messages, LocaleContextHolder.getLocale())) {
            lines.each(search.filter(), csv::add);
        }
    }

    private void recordVerified(Map<String, ?> result) {
        transaction.executeWithoutResult(
                open -> trail.record(AuditEntry.of("record.verified", "record", "record", result)));
    }

    /** The groups of actions, and the one action that is asked for, if it is one. */
    private Map<String, String> actionChoices(RecordSearch search) {
        Map<String, String> actions = new LinkedHashMap<>();
        for (String group : GROUPS) {
            actions.put(group, text("audit.group." + group));
        }
        search.filter()
                .action()
                .ifPresent(asked -> actions.computeIfAbsent(
                        asked,
                        action ->
                                messages.getMessage("audit." + action, null, action, LocaleContextHolder.getLocale())));
        return actions;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
