package org.chuyi.review.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.chuyi.application.Reader;
import org.chuyi.audit.AuditLine;
import org.chuyi.audit.AuditLines;
import org.chuyi.review.web.DecisionLines.DecisionLine;
import org.chuyi.workflow.CaseOperation;
import org.chuyi.workflow.CaseOperations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 办理记录: what happened to an application. What happens inside the school is the school's own. */
@Component
class RecordLines {

    private final DecisionLines decisions;
    private final AuditLines audit;
    private final CaseOperations operations;
    private final MessageSource messages;

    RecordLines(DecisionLines decisions, AuditLines audit, CaseOperations operations, MessageSource messages) {
        this.decisions = decisions;
        this.audit = audit;
        this.operations = operations;
        this.messages = messages;
    }

    record RecordLine(Instant at, String title, String who, String text, String tone) {}

    /** The latest first. */
    @Transactional(readOnly = true)
    List<RecordLine> of(OpenedApplication opened, Locale locale) {
        List<RecordLine> lines = new ArrayList<>();
        decisions.of(opened).stream()
                .filter(decision -> !decision.isSignOff() || decision.tone().equals("warn"))
                .map(decision -> line(decision, locale))
                .forEach(lines::add);
        audit.about("application", opened.number()).stream()
                .flatMap(line -> line(line, opened.reader(), locale).stream())
                .forEach(lines::add);
        if (opened.reader() == Reader.REVIEWER) {
            operations.of(opened.number()).stream()
                    .map(operation -> line(operation, locale))
                    .forEach(lines::add);
        }
        lines.sort(Comparator.comparing(RecordLine::at).reversed());
        return lines;
    }

    private RecordLine line(DecisionLine decision, Locale locale) {
        return new RecordLine(
                decision.at(), text(decision.decision(), locale), decision.by(), decision.opinion(), decision.tone());
    }

    private RecordLine line(CaseOperation operation, Locale locale) {
        String title = text("workflow.operation." + operation.operation(), locale);
        return new RecordLine(
                operation.at(),
                operation.toName().isEmpty()
                        ? title
                        : text("workflow.operation.record.to", locale, title, operation.toName()),
                operation.byOrganisation() + " · " + operation.byName(),
                operation.reason(),
                "calm");
    }

    private Optional<RecordLine> line(AuditLine line, Reader reader, Locale locale) {
        boolean inSchool = reader == Reader.SCHOOL;
        return switch (line.action()) {
            case "application.started" -> shown(line, reader != Reader.PARTNER, "started", "calm", locale);
            case "application.handedIn" -> shown(line, inSchool, "handedIn", "calm", locale);
            case "application.validated" -> validated(line, inSchool, locale);
            case "application.partnerAnswered" ->
                shown(
                        line,
                        inSchool,
                        Objects.equals(line.details().get("decision"), "confirmed")
                                ? "partnerConfirmed"
                                : "partnerDeclined",
                        "calm",
                        locale);
            case "application.submitted" ->
                shown(line, true, "submitted", "busy", locale, line.details().get("version"));
            case "application.withdrawn" -> shown(line, true, "withdrawn", "calm", locale);
            case "application.expired" -> shown(line, true, "expired", "bad", locale);
            default -> Optional.empty();
        };
    }

    private Optional<RecordLine> validated(AuditLine line, boolean inSchool, Locale locale) {
        Object problems = line.details().get("problems");
        return Objects.equals(problems, 0)
                ? shown(line, inSchool, "validated", "good", locale)
                : shown(line, inSchool, "invalid", "warn", locale, problems);
    }

    private Optional<RecordLine> shown(
            AuditLine line, boolean isShown, String key, String tone, Locale locale, Object... arguments) {
        return isShown
                ? Optional.of(new RecordLine(
                        line.at(),
                        text("review.record." + key, locale, arguments),
                        who(line, locale),
                        Objects.toString(line.details().get("reason"), ""),
                        tone))
                : Optional.empty();
    }

    private String who(AuditLine line, Locale locale) {
        if (line.who().account().isEmpty()) {
            return text("review.record.system", locale);
        }
        return line.who().actingFor().isEmpty()
                ? line.who().name()
                : line.who().actingFor() + " · " + line.who().name();
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
