package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.workflow.form.ExampleForm.SCHEMA;
import static org.chuyi.workflow.form.ExampleForm.answers;
import static org.chuyi.workflow.form.ExampleForm.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormViewTest {

    private static String text(String path, Object value, Locale locale) {
        return FormText.of(SCHEMA.field(path).orElseThrow(), value, locale);
    }

    @Test
    void answersReadAsAPersonWritesThem() {
        var chinese = Locale.SIMPLIFIED_CHINESE;
        assertThat(text("landArea", new BigDecimal("12345.60"), chinese)).isEqualTo("12,345.6 亩");
        assertThat(text("landArea", 12L, Locale.ENGLISH)).isEqualTo("12 mu");
        assertThat(text("foundedOn", "2026-03-02", chinese)).isEqualTo("2026年3月2日");
        assertThat(text("foundedOn", "2026-03-02", Locale.ENGLISH)).isEqualTo("2 March 2026");
        assertThat(text("nature", "public", chinese)).isEqualTo("公办");
        assertThat(text("facilities", List.of("library", "workshop"), chinese)).isEqualTo("图书馆、实训楼");
        assertThat(text("facilities", List.of("library", "workshop"), Locale.ENGLISH))
                .isEqualTo("Library, Workshops");
        assertThat(text("pledge", true, chinese)).isEqualTo("是");
        assertThat(text("email", null, chinese)).isEmpty();
    }

    @Test
    void sensitiveAnswerIsNeverShownWhole() {
        assertThat(text("identityNumber", "430104199003071234", Locale.CHINA)).isEqualTo("430104********1234");
        assertThat(text("identityNumber", "430104********1234", Locale.CHINA)).isEqualTo("430104********1234");
        assertThat(text("identityNumber", "enc:v1:01234567:AAAA", Locale.CHINA)).isEqualTo("********");
        var view = FormView.of(
                SCHEMA,
                answers(
                        "identityNumber",
                        "430104199003071234",
                        "members",
                        List.of(row("name", "张三", "identityNumber", "430104199003071234"))),
                Locale.CHINA);
        assertThat(view.toString()).contains("430104********1234").doesNotContain("19900307");
    }

    @Test
    void wholeFormIsShownWithoutItsHiddenFields() {
        var view = FormView.of(
                SCHEMA,
                answers(
                        "logic",
                        "一\n二",
                        "partners",
                        List.of(row("name", "三一重工", "kind", "company", "investment", 1000))),
                Locale.CHINA);
        assertThat(view.sections()).extracting(FormView.Section::label).containsExactly("学校基本情况", "建设方案", "负责人");
        assertThat(view.sections().get(0).items())
                .extracting(FormView.Item::path)
                .contains("schoolName", "nature", "email")
                .doesNotContain("founder");
        assertThat(view.sections().get(1).items())
                .extracting(FormView.Item::label, FormView.Item::kind, FormView.Item::value)
                .containsExactly(tuple("组群逻辑", FormView.Kind.LONG, "一\n二"), tuple("合作单位", FormView.Kind.TABLE, ""));
        assertThat(view.sections().get(1).items().get(1).table())
                .isEqualTo(new FormView.Table(List.of("名称", "类型", "投入"), List.of(List.of("三一重工", "企业", "1,000 万元"))));
    }
}
