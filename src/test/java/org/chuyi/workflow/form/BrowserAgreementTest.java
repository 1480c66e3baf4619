package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What form-js 1.23 in Chromium submitted for the example form, and the fields at which it complained. */
class BrowserAgreementTest {

    private final FormCheck check = ExampleForm.check();

    @Test
    void whatTheBrowserSubmitsWithoutComplaintIsTakenAsItIs() throws Exception {
        var submitted = """
                {"schoolName": "甲校", "nature": "public", "landArea": null, "students": null, "foundedOn": null,
                 "email": "", "postcode": "", "majorCode": "", "level": null, "facilities": [], "pledge": true,
                 "logic": "", "partners": [{"name": "a", "kind": "company", "investment": 3},
                 {"name": "b", "kind": "institute"}], "identityNumber": ""}""";
        var verdict = (FormVerdict.Checked) check.check(ExampleForm.SCHEMA, answers(submitted));
        assertThat(verdict.answers()).isEqualTo(answers("""
                                {"schoolName": "甲校", "nature": "public", "pledge": true,
                                 "partners": [{"name": "a", "kind": "company", "investment": 3},
                                 {"name": "b", "kind": "institute"}]}"""));
    }

    @Test
    void browserAndServerComplainAboutTheSameFields() throws Exception {
        var submitted = """
                {"schoolName": "楚怡", "nature": "private", "founder": "", "landArea": 10000.01, "students": null,
                 "foundedOn": null, "email": "", "postcode": "41", "majorCode": "", "level": null, "facilities": [],
                 "pledge": false, "logic": "", "partners": [{"name": "a", "kind": "company", "investment": null,
                 "approval": "p"}, {"name": "", "kind": null, "approval": ""}], "identityNumber": ""}""";
        assertThat(complaints(submitted))
                .containsExactly(
                        "founder",
                        "landArea",
                        "postcode",
                        "pledge",
                        "partners[0].investment",
                        "partners[1].name",
                        "partners[1].kind");
        var untouched = """
                {"schoolName": "", "nature": null, "landArea": null, "students": null, "foundedOn": null, "email": "",
                 "postcode": "", "majorCode": "", "level": null, "facilities": [], "pledge": false, "logic": "",
                 "partners": [{"name": "", "kind": null}], "identityNumber": ""}""";
        assertThat(complaints(untouched))
                .containsExactly("schoolName", "nature", "pledge", "partners[0].name", "partners[0].kind");
    }

    private List<String> complaints(String submitted) throws Exception {
        var verdict = (FormVerdict.Refused) check.check(ExampleForm.SCHEMA, answers(submitted));
        return verdict.problems().stream().map(FieldProblem::path).toList();
    }

    private static Map<String, Object> answers(String json) throws Exception {
        return new ObjectMapper()
                .readerFor(new TypeReference<Map<String, Object>>() {})
                .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS)
                .readValue(json);
    }
}
