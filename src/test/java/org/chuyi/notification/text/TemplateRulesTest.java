package org.chuyi.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateRulesTest {

    private static final Set<String> KNOWN = Set.of("title", "number");

    @Test
    void takesTextsInBothLanguagesWithKnownPlaceholders() {
        assertThat(TemplateRules.problems(new NoticeTexts("{title}", "{number}\n{title}", "{title}", "None"), KNOWN))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoPlaceholderOfTheTemplateAndNamesIt() {
        for (String unknown : new String[] {
            "{person}", "{title.class}", "{T(java.lang.Runtime)}", "{}", "{ title }", "{0}", "{", "}", "{{title}}"
        }) {
            var problems = TemplateRules.problems(new NoticeTexts("标题", "${title}" + unknown, "T", "T"), KNOWN);
            assertThat(problems)
                    .as(unknown)
                    .extracting(TemplateProblem::field, TemplateProblem::key)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("textZh", "notification.template.problem.placeholder"));
            assertThat(unknown).contains(problems.get(0).value());
        }
    }

    @Test
    void refusesOneLanguageAloneLinesInATitleAndWhatIsTooLong() {
        var problems = TemplateRules.problems(new NoticeTexts("一\n二", "文".repeat(1001), " ", "Text\u0000"), KNOWN);

        assertThat(problems)
                .containsExactly(
                        new TemplateProblem("titleZh", "notification.template.problem.lines", ""),
                        new TemplateProblem("textZh", "notification.template.problem.long", "1000"),
                        new TemplateProblem("titleEn", "notification.template.problem.empty", ""),
                        new TemplateProblem("textEn", "notification.template.problem.lines", ""));
    }

    @Test
    void valuesAreNeverReadAsTemplates() {
        assertThat(new TextTemplate("{title}$1\\").filled(Map.of("title", "{number}$0", "number", "42"), Locale.CHINA))
                .isEqualTo("{number}$0$1\\");
    }
}
