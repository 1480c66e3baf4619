package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormSchemaTest {

    @Test
    void groupsAtTheTopAreSections() {
        assertThat(ExampleForm.SCHEMA.sections())
                .extracting(FormSection::id, section -> section.label().zh(), section -> section.label()
                        .en())
                .containsExactly(
                        tuple("section_school", "学校基本情况", "The school"),
                        tuple("section_plan", "建设方案", "Plan"),
                        tuple("section_person", "负责人", "The person in charge"));
    }

    @Test
    void fieldHasTypeLabelsLimitsUnitAndProperties() {
        var name = ExampleForm.SCHEMA.field("schoolName").orElseThrow();
        assertThat(name.type()).isEqualTo(FieldType.TEXTFIELD);
        assertThat(name.label()).isEqualTo(new Bilingual("学校名称", "School's name"));
        assertThat(name.description()).isEqualTo(new Bilingual("填写全称", "The full name"));
        assertThat(name.limits().required()).isTrue();
        assertThat(name.limits().minLength()).isEqualTo(2);
        assertThat(name.limits().maxLength()).isEqualTo(50);
        assertThat(name.prefill()).contains("organisation.name");

        var land = ExampleForm.SCHEMA.field("landArea").orElseThrow();
        assertThat(land.unit()).isEqualTo(new Bilingual("亩", "mu"));
        assertThat(land.limits().max()).isEqualByComparingTo(BigDecimal.valueOf(10_000));
        assertThat(land.limits().decimalDigits()).isEqualTo(2);
    }

    @Test
    void fieldOfARowIsFoundByItsPathWithOrWithoutNumber() {
        var field = ExampleForm.SCHEMA.field("partners.name").orElseThrow();
        assertThat(ExampleForm.SCHEMA.field("partners[12].name")).contains(field);
        assertThat(ExampleForm.SCHEMA.sectionOf("partners[12].name"))
                .map(FormSection::id)
                .contains("section_plan");
        assertThat(ExampleForm.SCHEMA.field("name")).isEmpty();
    }

    @Test
    void textWithoutLimitGetsOneThatTheBrowserKnowsToo() throws Exception {
        var schema = ExampleForm.schemaOf("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\"}");
        assertThat(schema.field("a").orElseThrow().limits().maxLength()).isEqualTo(500);
        assertThat(browserForm(schema, Locale.SIMPLIFIED_CHINESE)
                        .at("/components/0/validate/maxLength")
                        .asInt())
                .isEqualTo(500);
    }

    @Test
    void browserGetsTheReadersLanguage() throws Exception {
        var chinese = browserForm(ExampleForm.SCHEMA, Locale.SIMPLIFIED_CHINESE);
        var english = browserForm(ExampleForm.SCHEMA, Locale.ENGLISH);
        assertThat(chinese.at("/components/0/label").asText()).isEqualTo("学校基本情况");
        assertThat(english.at("/components/0/label").asText()).isEqualTo("The school");
        assertThat(english.at("/components/0/components/0/text").asText()).isEqualTo("Please be accurate.");
        assertThat(english.at("/components/0/components/1/description").asText())
                .isEqualTo("The full name");
        assertThat(english.at("/components/0/components/2/values/1/label").asText())
                .isEqualTo("Private");
        assertThat(english.at("/components/0/components/4/appearance/suffixAdorner")
                        .asText())
                .isEqualTo("mu");
        assertThat(english.at("/components/0/components/8/validate/patternErrorMessage")
                        .asText())
                .isEqualTo("A postcode has six digits");
        assertThat(english.at("/components/1/components/1/components/0/label").asText())
                .isEqualTo("Name");
        assertThat(chinese.at("/components/0/components/6/dateLabel").asText()).isEqualTo("建校日期");
        assertThat(english.at("/components/0/components/6/dateLabel").asText()).isEqualTo("Founded on");
    }

    @Test
    void brokenJsonNamesFileLineAndColumn() {
        var broken = catchThrowableOfType(
                BrokenForm.class,
                () -> FormSchema.parse("{\n  \"id\": \"x\",\n  oops\n}".getBytes(StandardCharsets.UTF_8), "a/b.form"));
        assertThat(broken.source()).isEqualTo("a/b.form");
        assertThat(broken.line()).isEqualTo(3);
        assertThat(broken.column()).isEqualTo(3);
        assertThat(broken).hasMessageStartingWith("a/b.form:3:3: not valid JSON: ");
    }

    @Test
    void emptyFileAndSurplusTextAreNamed() {
        assertThatThrownBy(() -> FormSchema.parse(new byte[0], "e.form")).hasMessage("e.form:1:1: the file is empty");
        assertThatThrownBy(() -> FormSchema.parse("{} x".getBytes(StandardCharsets.UTF_8), "e.form"))
                .isInstanceOf(BrokenForm.class);
    }

    @Test
    void unsupportedComponentIsNamedWithItsPlace() {
        var json = """
                {"type": "default", "id": "x", "components": [
                  {"type": "html", "content": "<script>alert(1)</script>"}
                ]}""";
        assertThatThrownBy(() -> FormSchema.parse(json.getBytes(StandardCharsets.UTF_8), "x.form"))
                .hasMessage("x.form:2:12: unsupported component type \"html\"");
    }

    @Test
    void whatTheBrowserAndTheServerWouldUnderstandDifferentlyIsRefused() {
        refused("{\"type\":\"textfield\",\"label\":\"甲\"}", "a textfield has a key");
        refused("{\"type\":\"textfield\",\"key\":\"a.b\",\"label\":\"甲\"}", "\"a.b\" cannot be a key");
        refused("{\"type\":\"textfield\",\"key\":\"this\",\"label\":\"甲\"}", "\"this\" cannot be a key");
        refused("{\"type\":\"textfield\",\"key\":\"a\"}", "a textfield has a label");
        refused("{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"disabled\":true}", "a disabled field");
        refused("{\"type\":\"select\",\"key\":\"a\",\"label\":\"甲\"}", "the list of options (values) is missing");
        refused(
                "{\"type\":\"select\",\"key\":\"a\",\"label\":\"甲\",\"valuesKey\":\"options\"}",
                "the list of options (values) is missing");
        refused(
                "{\"type\":\"radio\",\"key\":\"a\",\"label\":\"甲\",\"values\":[{\"label\":\"x\",\"value\":\"1\"},{\"label\":\"y\",\"value\":\"1\"}]}",
                "duplicate option \"1\"");
        refused(
                "{\"type\":\"datetime\",\"subtype\":\"time\",\"key\":\"a\",\"label\":\"甲\"}",
                "of datetime only the subtype \"date\" is supported");
        refused(
                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"validate\":{\"pattern\":\"[\"}}",
                "not a regular expression");
        refused("{\"type\":\"number\",\"key\":\"a\",\"label\":\"甲\",\"validate\":{\"min\":\"=b\"}}", "min is a number");
        refused(
                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"validate\":{\"validationType\":\"phone\"}}",
                "unsupported validationType \"phone\"");
        refused("{\"type\":\"group\",\"path\":\"g\",\"label\":\"甲\",\"components\":[]}", "a group has no path");
        refused(
                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"properties\":{\"n\":1}}",
                "the value of a property is a text");
    }

    @Test
    void duplicateKeyIsRefusedButARowHasItsOwnNames() {
        var name = "{\"type\":\"textfield\",\"key\":\"name\",\"label\":\"名称\"}";
        var rows = "{\"type\":\"dynamiclist\",\"path\":\"rows\",\"label\":\"行\",\"components\":[%s]}";
        refused(name + "," + name, "duplicate key \"name\"");
        refused(rows.formatted(name + "," + name), "duplicate key \"name\"");
        assertThat(ExampleForm.schemaOf(name, rows.formatted(name)).fields())
                .extracting(FormField::path)
                .containsExactly("name", "rows.name");
    }

    @Test
    void conditionMustBeFeelOverFieldsThatThereAre() {
        var field = "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"conditional\":{\"hide\":\"%s\"}}";
        refused(field.formatted("=a = = 1"), "not a FEEL expression: failed to parse expression");
        refused(field.formatted("a = 1"), "a condition starts with an equals sign");
        refused(field.formatted("=natur = \\\"x\\\""), "the condition names \"natur\", which is no field here");
        refused(field.formatted("=is defined(a)"), "\"is defined\" is answered differently in the browser");
        assertThat(ExampleForm.schemaOf(
                                field.formatted(
                                        "=not(list contains(a, \\\"b c\\\")) and a in (\\\"x\\\") or string length(a) > 3 and this.a != null"))
                        .field("a"))
                .isPresent();
    }

    @Test
    void bareNameOfARowsFieldIsRefusedBecauseTheBrowserWouldLookForItInTheForm() {
        var rows =
                "{\"type\":\"dynamiclist\",\"path\":\"rows\",\"label\":\"行\",\"components\":[{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"conditional\":{\"hide\":\"=%s = 1\"}}]}";
        refused(rows.formatted("a"), "in a row, write this.a for the row's own \"a\"");
        refused(rows.formatted("this.b"), "the condition names \"b\", which is no field here");
        refused(rows.formatted("parent.b"), "the condition names \"b\", which is no field here");
        assertThat(ExampleForm.schemaOf(rows.formatted("this.a")).fields()).hasSize(1);
    }

    @Test
    void checkWithoutRuleIsRefused() {
        var schema = ExampleForm.schemaOf(
                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"甲\",\"properties\":{\"check\":\"moonPhase\"}}");
        assertThatThrownBy(() -> ExampleForm.check().requireRules(schema))
                .isInstanceOf(BrokenForm.class)
                .hasMessageContaining("field \"a\" asks for the unknown check \"moonPhase\"");
        ExampleForm.check().requireRules(ExampleForm.SCHEMA);
    }

    private static void refused(String components, String reason) {
        assertThatThrownBy(() -> ExampleForm.schemaOf(components))
                .isInstanceOf(BrokenForm.class)
                .hasMessageContaining(reason);
    }

    private static JsonNode browserForm(FormSchema schema, Locale locale) throws Exception {
        return new ObjectMapper().readTree(schema.localised(locale));
    }
}
