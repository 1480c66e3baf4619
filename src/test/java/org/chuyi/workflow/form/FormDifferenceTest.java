package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.workflow.form.ExampleForm.SCHEMA;
import static org.chuyi.workflow.form.ExampleForm.answers;
import static org.chuyi.workflow.form.ExampleForm.row;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormDifferenceTest {

    private final SensitiveFields sensitive =
            new SensitiveFields(new FieldKeys(List.of(Base64.getEncoder().encodeToString(new byte[32]))));
    private final FormDifference difference = new FormDifference(sensitive);

    @Test
    void sameAnswersDifferInNothingHoweverTheyAreWritten() {
        var before = answers("landArea", 3, "email", "", "facilities", List.of("library", "workshop"));
        var after = answers("landArea", 3.0, "facilities", List.of("workshop", "library"));
        assertThat(difference.between(SCHEMA, before, after)).isEmpty();
    }

    @Test
    void changesAreNamedInTheOrderOfTheFormWithLabelsForCodes() {
        var before = answers("landArea", 1200, "level", "secondary", "logic", "旧");
        var after = answers("nature", "private", "founder", "某集团", "landArea", 1500.5, "logic", "新");
        assertThat(difference.between(SCHEMA, before, after))
                .extracting(
                        FieldChange::path,
                        change -> change.label().zh(),
                        change -> change.before().zh(),
                        change -> change.after().zh())
                .containsExactly(
                        tuple("nature", "办学性质", "公办", "民办"),
                        tuple("founder", "举办者", "", "某集团"),
                        tuple("landArea", "占地面积", "1,200 亩", "1,500.5 亩"),
                        tuple("level", "层次", "中职", ""),
                        tuple("logic", "组群逻辑", "旧", "新"));
    }

    @Test
    void rowsAreComparedByPosition() {
        var before = answers("partners", List.of(row("name", "三一重工", "kind", "institute")));
        var after = answers(
                "partners",
                List.of(
                        row("name", "三一集团", "kind", "institute"),
                        row("name", "中联重科", "kind", "company", "investment", 1000)));
        assertThat(difference.between(SCHEMA, before, after))
                .containsExactly(
                        new FieldChange(
                                "partners[0].name",
                                FieldChange.Kind.CHANGED,
                                new Bilingual("合作单位（第1行）：名称", "Partners, row 1: Name"),
                                new Bilingual("三一重工", "三一重工"),
                                new Bilingual("三一集团", "三一集团")),
                        new FieldChange(
                                "partners[1]",
                                FieldChange.Kind.ROW_ADDED,
                                new Bilingual("合作单位（第2行）", "Partners, row 2"),
                                Bilingual.NONE,
                                new Bilingual(
                                        "名称：中联重科；类型：企业；投入：1,000 万元",
                                        "Name: 中联重科; Kind: Company; Investment: 1,000 ×10,000 yuan")));
        assertThat(difference.between(SCHEMA, after, before))
                .extracting(FieldChange::kind)
                .containsExactly(FieldChange.Kind.CHANGED, FieldChange.Kind.ROW_REMOVED);
    }

    @Test
    void sensitiveAnswersAreComparedInTheClearAndShownMasked() {
        var before = sensitive.protect(SCHEMA, answers("identityNumber", "430104199003071234"));
        var same = sensitive.protect(SCHEMA, answers("identityNumber", "430104199003071234"));
        var twin = sensitive.protect(SCHEMA, answers("identityNumber", "430104199112121234"));
        assertThat(difference.between(SCHEMA, before, same)).isEmpty();
        var change = difference.between(SCHEMA, before, twin).get(0);
        assertThat(change.before().zh()).isEqualTo("430104********1234");
        assertThat(change.after().zh()).isEqualTo("430104********1234（已修改）");
    }
}
