package org.chuyi.notification.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.notification.NoticeKind;
import org.chuyi.organisation.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 通知模板: the administrator changes the texts of notices, in both languages together. */
@Service
public class NoticeTemplates {

    private final TemplateVersions versions;
    private final MessageTexts texts;
    private final MessageSource messages;
    private final AuditTrail audit;

    NoticeTemplates(TemplateVersions versions, MessageTexts texts, MessageSource messages, AuditTrail audit) {
        this.versions = versions;
        this.texts = texts;
        this.messages = messages;
        this.audit = audit;
    }

    /**
     * @param title as a reader would see it, with example values
     * @param version 0 where nothing was ever changed
     * @param changed the newest change, where the default does not hold
     */
    public record Line(String template, String title, int version, Optional<TemplateVersion> changed) {}

    /** What came of a change. */
    public sealed interface Change {
        record Done() implements Change {}

        record Refused(List<TemplateProblem> problems) implements Change {}

        /** Somebody else changed it since. */
        record Overtaken() implements Change {}
    }

    @Transactional(readOnly = true)
    public Map<NoticeKind, List<Line>> all(Locale language) {
        Map<String, TemplateVersion> newest = versions.newest();
        Map<NoticeKind, List<Line>> all = new LinkedHashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            all.put(
                    kind,
                    kind.templates().stream()
                            .map(template -> line(template, Optional.ofNullable(newest.get(template)), language))
                            .toList());
        }
        return all;
    }

    public boolean exists(String template) {
        return NoticeKind.allTemplates().contains(template);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<TemplateVersion> versionsOf(String template) {
        return versions.of(template);
    }

    /** What is sent at this moment. */
    @Transactional(readOnly = true)
    public NoticeTexts inForce(String template) {
        return versions.of(template).stream()
                .findFirst()
                .flatMap(TemplateVersion::texts)
                .orElseGet(() -> texts.usual(template));
    }

    /** The names that may stand in braces. */
    public Set<String> placeholdersOf(String template) {
        return texts.valuesOf(template, Locale.SIMPLIFIED_CHINESE);
    }

    public List<TemplateProblem> problemsOf(String template, NoticeTexts wanted) {
        return TemplateRules.problems(wanted, placeholdersOf(template));
    }

    /** As a reader of that language would see it, with example values. */
    public MessageTexts.Text preview(String template, NoticeTexts wanted, Locale reader) {
        Map<String, String> examples = placeholdersOf(template).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> messages.getMessage("notification.example." + name, null, reader)));
        return texts.filled(wanted, examples, reader);
    }

    /** @param seen the version on which the change was begun */
    @Transactional
    public Change change(Actor actor, String template, int seen, NoticeTexts wanted) {
        List<TemplateProblem> problems = problemsOf(template, wanted);
        return problems.isEmpty()
                ? add(actor, template, seen, Optional.of(wanted), "notice.templateChanged")
                : new Change.Refused(problems);
    }

    @Transactional
    public Change restore(Actor actor, String template, int seen) {
        return add(actor, template, seen, Optional.empty(), "notice.templateRestored");
    }

    private Change add(Actor actor, String template, int seen, Optional<NoticeTexts> wanted, String action) {
        int newest = versions.of(template).stream()
                .findFirst()
                .map(TemplateVersion::number)
                .orElse(0);
        if (seen != newest || !versions.add(template, seen + 1, wanted, actor)) {
            return new Change.Overtaken();
        }
        audit.record(AuditEntry.of(action, "noticeTemplate", template, Map.of("version", seen + 1)));
        return new Change.Done();
    }

    private Line line(String template, Optional<TemplateVersion> newest, Locale language) {
        NoticeTexts held = newest.flatMap(TemplateVersion::texts).orElseGet(() -> texts.usual(template));
        return new Line(
                template,
                preview(template, held, language).title(),
                newest.map(TemplateVersion::number).orElse(0),
                newest.filter(version -> version.texts().isPresent()));
    }
}
