package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.workflow.form.ExampleForm.SCHEMA;
import static org.chuyi.workflow.form.ExampleForm.answers;
import static org.chuyi.workflow.form.ExampleForm.codes;
import static org.chuyi.workflow.form.ExampleForm.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckTest {

    private final FormCheck check = ExampleForm.check();

    private List<String> refusal(Object... more) {
        return codes(check.check(SCHEMA, answers(more)));
    }

    private Map<String, Object> accepted(Object... more) {
        var verdict = check.check(SCHEMA, answers(more));
        assertThat(codes(verdict)).isEmpty();
        return ((FormVerdict.Checked) verdict).answers();
    }

    @Test
    void completeAnswersPassUnchangedInTheOrderOfTheForm() {
        var reversed = new LinkedHashMap<String, Object>();
        reversed.put("pledge", true);
        reversed.put("nature", "public");
        reversed.put("schoolName", "长沙民政职业技术学院");
        var checked = (FormVerdict.Checked) check.check(SCHEMA, reversed);
        assertThat(checked.answers()).isEqualTo(reversed);
        assertThat(checked.answers().keySet()).containsExactly("schoolName", "nature", "pledge");
    }

    @Test
    void requiredIsMissingWhenAbsentNullEmptyBlankOrUnticked() {
        assertThat(codes(check.check(SCHEMA, Map.of())))
                .containsExactly(
                        "schoolName form.problem.required",
                        "nature form.problem.required",
                        "pledge form.problem.required");
        assertThat(refusal("schoolName", null)).containsExactly("schoolName form.problem.required");
        assertThat(refusal("schoolName", "")).containsExactly("schoolName form.problem.required");
        assertThat(refusal("schoolName", " \t\u3000\u00A0\u200B")).containsExactly("schoolName form.problem.required");
        assertThat(refusal("nature", "")).containsExactly("nature form.problem.required");
        assertThat(refusal("pledge", false)).containsExactly("pledge form.problem.required");
    }

    @Test
    void problemCarriesPathLabelAndArguments() {
        var refused = (FormVerdict.Refused) check.check(SCHEMA, answers("schoolName", "长"));
        assertThat(refused.problems())
                .containsExactly(FieldProblem.of("schoolName", "学校名称", "form.problem.minLength", 2, 1));
    }

    @Test
    void lengthIsCountedInCharactersAsAPersonCounts() {
        accepted("schoolName", "长沙");
        accepted("schoolName", "长".repeat(50));
        accepted("schoolName", "𠮷".repeat(50));
        accepted("schoolName", "  " + "长".repeat(50) + "\u3000");
        assertThat(refusal("schoolName", "长".repeat(51))).containsExactly("schoolName form.problem.maxLength");
        assertThat(refusal("schoolName", "𠮷")).containsExactly("schoolName form.problem.minLength");
    }

    @Test
    void thirtyThousandCharactersAreTakenAndOneMoreIsNot() {
        var text = "楚".repeat(30_000);
        assertThat(accepted("logic", text)).containsEntry("logic", text);
        assertThat(refusal("logic", text + "怡")).containsExactly("logic form.problem.maxLength");
    }

    @Test
    void patternAndItsOwnMessage() {
        accepted("postcode", "410000");
        var refused = (FormVerdict.Refused) check.check(SCHEMA, answers("postcode", "41000a"));
        assertThat(refused.problems())
                .containsExactly(FieldProblem.of(
                        "postcode", "邮政编码", "form.problem.patternMessage", "邮政编码为6位数字", "A postcode has six digits"));
    }

    @Test
    void email() {
        accepted("email", "zhang.san@hnu.edu.cn");
        assertThat(refusal("email", "zhang.san")).containsExactly("email form.problem.email");
        assertThat(refusal("email", "a@b c")).containsExactly("email form.problem.email");
        assertThat(refusal("email", "张三@hnu.edu.cn")).containsExactly("email form.problem.email");
    }

    @Test
    void numberWithinItsLimits() {
        assertThat(accepted("landArea", 0)).containsEntry("landArea", 0L);
        assertThat(accepted("landArea", 10_000.0)).containsEntry("landArea", 10_000L);
        assertThat(accepted("landArea", 3.25)).containsEntry("landArea", new BigDecimal("3.25"));
        assertThat(accepted("landArea", new BigDecimal("1E+3"))).containsEntry("landArea", 1000L);
        assertThat(refusal("landArea", -0.01)).containsExactly("landArea form.problem.min");
        assertThat(refusal("landArea", 10_000.01)).containsExactly("landArea form.problem.max");
        assertThat(refusal("landArea", 3.255)).containsExactly("landArea form.problem.decimalDigits");
        assertThat(refusal("students", 1.5)).containsExactly("students form.problem.wholeNumber");
    }

    @Test
    void numberThatWouldFillTheMemoryIsRefused() {
        assertThat(refusal("landArea", new BigDecimal("1E999999999")))
                .containsExactly("landArea form.problem.numberTooLong");
        assertThat(refusal("landArea", Double.POSITIVE_INFINITY)).containsExactly("landArea form.problem.wrongType");
        assertThat(refusal("landArea", Double.NaN)).containsExactly("landArea form.problem.wrongType");
    }

    @Test
    void dateIsARealDayInIsoForm() {
        assertThat(accepted("foundedOn", "1956-02-29")).containsEntry("foundedOn", "1956-02-29");
        for (var wrong : List.of("2026-02-30", "2026/02/01", "2026-2-1", "2026-02-01T00:00:00Z", "明天")) {
            assertThat(refusal("foundedOn", wrong)).containsExactly("foundedOn form.problem.date");
        }
        assertThat(refusal("foundedOn", 20260201)).containsExactly("foundedOn form.problem.date");
        assertThat(accepted("foundedOn", "")).doesNotContainKey("foundedOn");
    }

    @Test
    void choicesAreThoseOfTheForm() {
        accepted("level", "associate", "facilities", List.of("library", "workshop"));
        assertThat(accepted("facilities", List.of("library", "library")))
                .containsEntry("facilities", List.of("library"));
        assertThat(refusal("level", "doctor")).containsExactly("level form.problem.option");
        assertThat(refusal("nature", "高职")).containsExactly("nature form.problem.option");
        assertThat(refusal("facilities", List.of("library", "casino")))
                .containsExactly("facilities form.problem.option");
        assertThat(refusal("facilities", List.of(1))).containsExactly("facilities form.problem.option");
    }

    @Test
    void namedCheckSeesTheTextWithoutSpaceAround() {
        accepted("majorCode", " 4602 ");
        assertThat(refusal("majorCode", "4603")).containsExactly("majorCode form.problem.evenDigits");
        accepted("majorCode", "");
    }

    @Test
    void wrongTypesAreNamedOnce() {
        assertThat(refusal("schoolName", 5)).containsExactly("schoolName form.problem.wrongType");
        assertThat(refusal("schoolName", List.of("a"))).containsExactly("schoolName form.problem.wrongType");
        assertThat(refusal("landArea", "12")).containsExactly("landArea form.problem.wrongType");
        assertThat(refusal("level", 1)).containsExactly("level form.problem.wrongType");
        assertThat(refusal("facilities", "library")).containsExactly("facilities form.problem.wrongType");
        assertThat(refusal("pledge", "true")).containsExactly("pledge form.problem.wrongType");
        assertThat(refusal("partners", "none")).containsExactly("partners form.problem.wrongType");
        assertThat(refusal("partners", List.of("none")))
                .containsExactly(
                        "partners[0].name form.problem.required",
                        "partners[0].kind form.problem.required",
                        "partners[0] form.problem.wrongType");
    }

    @Test
    void whatTheFormDoesNotNameIsRefused() {
        assertThat(refusal("approved", true)).containsExactly("approved form.problem.unknownField");
        assertThat(refusal("partners", List.of(row("name", "三一重工", "kind", "institute", "confirmed", true))))
                .containsExactly("partners[0].confirmed form.problem.unknownField");
        var long_ = refusal("x".repeat(10_000) + "\u0007", 1).get(0);
        assertThat(long_).hasSizeLessThan(120).endsWith("… form.problem.unknownField");
    }

    @Test
    void scriptStaysTheTextThatItIs() {
        var script = "<script>alert('x')</script>\n=1+1 {{secret}} ${7*7} \"';--";
        assertThat(accepted("logic", script, "schoolName", "<img src=x onerror=alert(1)>"))
                .containsEntry("logic", script)
                .containsEntry("schoolName", "<img src=x onerror=alert(1)>");
    }

    @Test
    void lineEndsBecomeOneKindAndTheRestStaysAsTyped() {
        assertThat(accepted("logic", "  一\r\n二\r三\u000B四\u2028五\t六 ")).containsEntry("logic", "  一\n二\n三\n四\n五\t六 ");
        assertThat(accepted("schoolName", "湖南\r\n大学")).containsEntry("schoolName", "湖南 大学");
    }

    @Test
    void controlCharactersAreRefusedAndNamed() {
        for (var hidden : Map.of("U+0000", "\u0000", "U+001B", "\u001B", "U+202E", "\u202E", "U+D83D", "\uD83D")
                .entrySet()) {
            var refused = (FormVerdict.Refused) check.check(SCHEMA, answers("logic", "文" + hidden.getValue() + "本"));
            assertThat(refused.problems())
                    .containsExactly(
                            FieldProblem.of("logic", "组群逻辑", "form.problem.controlCharacter", hidden.getKey()));
        }
        accepted("logic", "👩‍🏫 教师\uFE0F");
    }

    @Test
    void hiddenFieldIsNeitherRequiredNorTaken() {
        assertThat(accepted("founder", "某集团")).doesNotContainKey("founder");
        assertThat(refusal("nature", "private")).containsExactly("founder form.problem.required");
        assertThat(accepted("nature", "private", "founder", "某集团")).containsEntry("founder", "某集团");
    }

    @Test
    void conditionInARowAsksThatRow() {
        var company = row("name", "三一重工", "kind", "company");
        var institute = row("name", "省教科院", "kind", "institute");
        assertThat(refusal("partners", List.of(institute, company)))
                .containsExactly("partners[1].investment form.problem.required");
        company.put("investment", 12.5);
        institute.put("investment", 99);
        assertThat(accepted("partners", List.of(institute, company)).get("partners"))
                .isEqualTo(List.of(
                        row("name", "省教科院", "kind", "institute"),
                        row("name", "三一重工", "kind", "company", "investment", new BigDecimal("12.5"))));
    }

    @Test
    void conditionInARowSeesTheFormAroundIt() {
        var row = row("name", "省教科院", "kind", "institute", "approval", "湘教〔2022〕1号");
        assertThat(accepted("partners", List.of(row)).get("partners"))
                .isEqualTo(List.of(row("name", "省教科院", "kind", "institute")));
        assertThat(accepted("nature", "private", "founder", "某集团", "partners", List.of(row))
                        .get("partners"))
                .isEqualTo(List.of(row));
    }

    @Test
    void fieldThatDependsOnAHiddenFieldSeesItEmpty() {
        var schema = ExampleForm.schemaOf(
                "{\"type\":\"checkbox\",\"key\":\"a\",\"label\":\"甲\"}",
                "{\"type\":\"textfield\",\"key\":\"b\",\"label\":\"乙\",\"conditional\":{\"hide\":\"=not(a)\"}}",
                "{\"type\":\"textfield\",\"key\":\"c\",\"label\":\"丙\",\"conditional\":{\"hide\":\"=b = null\"}}");
        var shown = (FormVerdict.Checked) check.check(schema, Map.of("a", true, "b", "x", "c", "y"));
        assertThat(shown.answers()).containsOnlyKeys("a", "b", "c");
        var hidden = (FormVerdict.Checked) check.check(schema, Map.of("a", false, "b", "x", "c", "y"));
        assertThat(hidden.answers()).containsOnlyKeys("a");
    }

    @Test
    void hiddenGroupHidesAllInIt() {
        var schema = ExampleForm.schemaOf(
                "{\"type\":\"checkbox\",\"key\":\"a\",\"label\":\"甲\"}",
                "{\"type\":\"group\",\"label\":\"组\",\"conditional\":{\"hide\":\"=a = true\"},\"components\":["
                        + "{\"type\":\"textfield\",\"key\":\"b\",\"label\":\"乙\",\"validate\":{\"required\":true}},"
                        + "{\"type\":\"dynamiclist\",\"path\":\"rows\",\"label\":\"行\",\"components\":[{\"type\":\"textfield\",\"key\":\"c\",\"label\":\"丙\"}]}]}");
        assertThat(codes(check.check(schema, Map.of("a", false)))).containsExactly("b form.problem.required");
        var checked = (FormVerdict.Checked)
                check.check(schema, Map.of("a", true, "b", "x", "rows", List.of(Map.of("c", "y"))));
        assertThat(checked.answers()).containsOnlyKeys("a");
    }

    @Test
    void rowsHaveALeastAndAMostNumber() {
        var rows = Collections.nCopies(6, row("name", "企业", "kind", "institute"));
        assertThat(refusal("partners", rows)).containsExactly("partners form.problem.tooManyRows");
        accepted("partners", rows.subList(0, 5));
        var schema = ExampleForm.schemaOf(
                "{\"type\":\"dynamiclist\",\"path\":\"majors\",\"label\":\"专业\",\"properties\":{\"minRows\":\"3\"},\"components\":[{\"type\":\"textfield\",\"key\":\"code\",\"label\":\"代码\"}]}");
        assertThat(codes(check.check(schema, Map.of()))).containsExactly("majors form.problem.tooFewRows");
        assertThat(codes(check.check(schema, Map.of("majors", Collections.nCopies(3, Map.of("code", "1"))))))
                .isEmpty();
        assertThat(codes(check.check(schema, Map.of("majors", Collections.nCopies(201, Map.of("code", "1"))))))
                .containsExactly("majors form.problem.tooManyRows");
    }

    @Test
    void tooMuchOrTooDeepIsRefusedAsAWhole() {
        assertThat(codes(check.check(SCHEMA, Map.of("logic", "楚".repeat(400_000)))))
                .first()
                .isNotEqualTo("");
        assertThat(check.check(SCHEMA, Map.of("logic", "楚".repeat(400_000))))
                .isInstanceOfSatisfying(FormVerdict.Refused.class, refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::path, FieldProblem::code)
                        .contains(tuple("", "form.problem.tooLarge")));
        Object deep = "x";
        for (int i = 0; i < 10_000; i++) {
            deep = List.of(deep);
        }
        assertThat(check.draft(SCHEMA, Map.of("partners", deep)).unusable()).isTrue();
    }

    @Test
    void draftKeepsWhatFitsAndNamesTheRest() {
        var given = new LinkedHashMap<String, Object>();
        given.put("schoolName", "");
        given.put("founder", "还在隐藏的举办者");
        given.put("landArea", -5);
        given.put("students", "many");
        given.put("postcode", "41");
        given.put("email", "a".repeat(20_001));
        given.put("logic", "楚".repeat(20_000));
        given.put("stranger", 1);
        given.put("partners", new ArrayList<>(List.of(row("name", "企".repeat(61), "kind", "company"))));
        var draft = check.draft(SCHEMA, given);
        assertThat(draft.unusable()).isFalse();
        assertThat(draft.answers())
                .isEqualTo(row(
                        "schoolName",
                        "",
                        "founder",
                        "还在隐藏的举办者",
                        "landArea",
                        -5L,
                        "postcode",
                        "41",
                        "logic",
                        "楚".repeat(20_000),
                        "partners",
                        List.of(row("name", "企".repeat(61), "kind", "company"))));
        assertThat(draft.refused())
                .extracting(problem -> problem.path() + " " + problem.code())
                .containsExactlyInAnyOrder(
                        "students form.problem.wrongType",
                        "stranger form.problem.unknownField",
                        "email form.problem.maxLength");
        assertThat(codes(check.check(SCHEMA, draft.answers()))).contains("partners[0].name form.problem.maxLength");
    }

    @Test
    void sideBarCountsRequiredFilledAndWrong() {
        var progress = check.completeness(
                SCHEMA,
                answers(
                        "nature",
                        "private",
                        "pledge",
                        false,
                        "postcode",
                        "41",
                        "partners",
                        List.of(row("name", "三一重工", "kind", "company"), row())));
        assertThat(progress)
                .extracting(
                        SectionCompleteness::section,
                        SectionCompleteness::required,
                        SectionCompleteness::filled,
                        SectionCompleteness::problems)
                .containsExactly(
                        tuple("section_school", 4, 2, 1),
                        tuple("section_plan", 5, 2, 0),
                        tuple("section_person", 0, 0, 0));
        assertThat(check.completeness(SCHEMA, answers())).allMatch(SectionCompleteness::complete);
    }

    @Test
    void sideBarTakesAnEncryptedAnswerForFilled() {
        var schema = ExampleForm.schemaOf(
                "{\"type\":\"textfield\",\"key\":\"number\",\"label\":\"身份证号\",\"validate\":{\"required\":true,\"maxLength\":18},"
                        + "\"properties\":{\"sensitive\":\"identityNumber\",\"check\":\"evenDigits\"}}");
        var stored = "enc:v1:01234567:AAAAAAAAAAAAAAAAAAAA";
        assertThat(check.completeness(schema, Map.of("number", stored)))
                .extracting(SectionCompleteness::filled, SectionCompleteness::problems)
                .containsExactly(tuple(1, 0));
        assertThat(codes(check.check(schema, Map.of("number", stored))))
                .containsExactly("number form.problem.maxLength");
    }
}
