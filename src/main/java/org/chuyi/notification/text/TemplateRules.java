package org.chuyi.notification.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the administrator's texts must be like. */
final class TemplateRules {

    static final int LONGEST_TITLE = 100;
    static final int LONGEST_TEXT = 1000;

    private interface Rule {
        Optional<TemplateProblem> check(Field field, Set<String> placeholders);
    }

    private record Field(String name, String text, boolean title) {
        Optional<TemplateProblem> problem(String key, Object value) {
            return Optional.of(new TemplateProblem(name, "notification.template.problem." + key, value.toString()));
        }

        int longest() {
            return title ? LONGEST_TITLE : LONGEST_TEXT;
        }
    }

    private static final List<Rule> RULES = List.of(
            TemplateRules::isWritten,
            TemplateRules::isShort,
            TemplateRules::isOneLine,
            TemplateRules::namesKnownValues);

    private TemplateRules() {}

    /** At most one for each field. */
    static List<TemplateProblem> problems(NoticeTexts texts, Set<String> placeholders) {
        return Stream.of(
                        new Field("titleZh", texts.titleZh(), true),
                        new Field("textZh", texts.textZh(), false),
                        new Field("titleEn", texts.titleEn(), true),
                        new Field("textEn", texts.textEn(), false))
                .flatMap(field -> RULES.stream()
                        .flatMap(rule -> rule.check(field, placeholders).stream())
                        .limit(1))
                .toList();
    }

    private static Optional<TemplateProblem> isWritten(Field field, Set<String> placeholders) {
        return field.text().isBlank() ? field.problem("empty", "") : Optional.empty();
    }

    private static Optional<TemplateProblem> isShort(Field field, Set<String> placeholders) {
        return field.text().length() > field.longest() ? field.problem("long", field.longest()) : Optional.empty();
    }

    /** A title becomes a mail's subject. */
    private static Optional<TemplateProblem> isOneLine(Field field, Set<String> placeholders) {
        boolean controls = field.text().chars().anyMatch(each -> Character.isISOControl(each) && each != '\n');
        return controls || field.title() && field.text().indexOf('\n') >= 0
                ? field.problem("lines", "")
                : Optional.empty();
    }

    private static Optional<TemplateProblem> namesKnownValues(Field field, Set<String> placeholders) {
        return new TextTemplate(field.text())
                .unknown(placeholders)
                .flatMap(unknown -> field.problem("placeholder", unknown));
    }
}
