package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyPacksTest {

    private static final Path SAMPLE = Path.of("src/test/resources/packs/sample-group");
    private static final String FILE = "processes/programmes/sample-group/programme.yaml";
    private static final String SHEET = "processes/programmes/sample-group/score-sheet.form";
    private static final String FORM = "processes/programmes/sample-group/application.form";

    @TempDir
    Path packs;

    @BeforeEach
    void oneGoodPack() throws IOException {
        copy("sample-group");
    }

    @Test
    void readsAPackAsItIsWritten() {
        Programme programme = read().programme(new ProgrammeCode("sample-group"));

        assertThat(programme.shortCode()).isEqualTo("09");
        assertThat(programme.names()).isEqualTo(new BilingualText("示例专业群", "Sample Groups"));
        assertThat(programme.number().byDefault()).isEqualTo(30);
        assertThat(programme.number().tracks())
                .extracting(ProgrammeNumber.Track::number)
                .containsExactly(10, 20);
        assertThat(programme.applicants())
                .containsExactly(OrganisationKind.VOCATIONAL_UNIVERSITY, OrganisationKind.HIGHER_COLLEGE);
        assertThat(programme.applicationsPerSchool()).isEqualTo(1);
        assertThat(programme.defaultQuota()).contains(2);
        assertThat(programme.workdays()).isEqualTo(new StepWorkdays(5, 10, 8, 5));
        assertThat(programme.partners())
                .contains(new PartnerRule(
                        "partners", "socialCreditCode", 1, Set.of(OrganisationKind.COMPANY), java.util.List.of()));
        assertThat(programme.material("evidence"))
                .contains(new MaterialRequirement(
                        "evidence",
                        new BilingualText("佐证材料", "Evidence"),
                        Optional.empty(),
                        false,
                        Set.of("pdf", "jpg"),
                        1,
                        false));
        assertThat(programme.guide()).extracting(GuideBlock::kind).containsExactly(GuideBlock.Kind.values());
        assertThat(programme.form().id()).isEqualTo("application-sample-group");
        assertThat(programme.blind()).isFalse();
        assertThat(programme.scoreSheet().orElseThrow().indicators())
                .extracting(ScoreSheetForm.Indicator::points)
                .containsExactly(2000, 2000, 2000, 2000, 2000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 1             | versoin: 1              |  2 | unknown key "versoin"
            version: 1             | version: one            |  2 | "version" must be a whole number
            version: 1             | version: 0              |  2 | "version" must be from 1 to 9999, not 0
            code: sample-group     | code: other-group       |  1 | differs from the folder's name "sample-group"
            shortCode: "09"        | shortCode: 09           |  3 | "shortCode" must be a text in quotes
            shortCode: "09"        | shortCode: "9"          |  3 | two digits
            en: Sample Groups}     | fr: Groupes}            |  4 | unknown key "fr"
            , en: Sample Groups}   | }                       |  4 | "names" lacks the key "en"
            en: Sample Groups}     | en: ""}                 |  4 | "en" is empty
            default: 30            | default: 31             |  9 | the tracks' numbers make 30, not the default 31
            VERSITY, HIGHER_COLLEGE] | VERSITY, COLLEGE]     | 14 | cannot be "COLLEGE"
            route: BY_SCHOOL_TYPE  | route: ANYWHERE         | 15 | cannot be "ANYWHERE"
            [EDUCATION, FINANCE]   | [EDUCATION, EDUCATION]  | 18 | the same entry twice
            competitive: true      | competitive: maybe      | 19 | must be true or false
            field: partners,       | field: members,         | 20 | no repeating rows "members"
            codeField: socialCreditCode | codeField: creditCode | 20 | no field "creditCode"
            types: [pdf, jpg]      | types: [pdf, exe]       | 24 | cannot be "exe"
            code: evidence         | code: application-letter | 24 | material "application-letter" stands twice
            block: faq             | block: basis            | 26 | in this order
            cityQuota: 2           | route: DIRECT           | 16 | key "route" stands twice
            competitive: true      | competitive: [true      | 20 | not YAML
            cityQuota: 2           | excludes: [no-such]     | 16 | no other programme "no-such"
            """)
    void namesFileAndLineOfWhatIsWrong(String right, String wrong, int line, String problem) throws IOException {
        replace("programme.yaml", right, wrong);

        BrokenPolicyPack broken = catchThrowableOfType(BrokenPolicyPack.class, this::read);

        assertThat(broken.problem()).contains(problem);
        assertThat(broken.file()).isEqualTo(FILE);
        assertThat(broken.line()).isEqualTo(line);
    }

    @Test
    void namesTheKeyThatIsMissing() throws IOException {
        replace("programme.yaml", "competitive: true\n", "");

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read))
                .hasMessage(FILE + ", line 1: \"programme\" lacks the key \"competitive\"");
    }

    @Test
    void namesTheLineOfAFormThatBelongsToAnotherProgramme() throws IOException {
        replace("application.form", "application-sample-group", "application-think-tank");

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read))
                .hasMessage(FORM + ", line 3: the form's id must be \"application-sample-group\","
                        + " not \"application-think-tank\"");
    }

    @Test
    void namesTheLineOfABrokenForm() throws IOException {
        replace("application.form", "\"textfield\"", "\"filepicker\"");

        BrokenPolicyPack broken = catchThrowableOfType(BrokenPolicyPack.class, this::read);

        assertThat(broken.file()).isEqualTo(FORM);
        assertThat(broken.line()).isEqualTo(26);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "points": "20"        | "points": "19"        |  19 | "one" must be a required number from 0 to its 19 points
            "max": 20             | "max": 25             |  19 | from 0 to its 20 points
            "points": "20"        | "points": "2.5"       |  19 | "2.5", which is no whole number
            "points": "20"        | "weight": "20"        | 256 | has 5 to 8 indicators, not 4
            "decimalDigits": 1    | "decimalDigits": 3    |  19 | decimalDigits of at most 2
            "key": "opinion"      | "key": "verdict"      |   1 | a required RADIO "opinion"
            "key": "comment"      | "key": "remark"       |   1 | a required TEXTAREA "comment"
            score-sheet-sample-group | score-sheet-think-tank | 256 | must be "score-sheet-sample-group"
            """)
    void namesTheLineOfABrokenScoreSheet(String right, String wrong, int line, String problem) throws IOException {
        replace("score-sheet.form", right, wrong);

        BrokenPolicyPack broken = catchThrowableOfType(BrokenPolicyPack.class, this::read);

        assertThat(broken.problem()).contains(problem);
        assertThat(broken.file()).isEqualTo(SHEET);
        assertThat(broken.line()).isEqualTo(line);
    }

    @Test
    void aScoreSheetsPointsMakeAHundred() throws IOException {
        replace("score-sheet.form", "\"max\": 20", "\"max\": 18");
        replace("score-sheet.form", "\"points\": \"20\"", "\"points\": \"18\"");

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read).problem())
                .isEqualTo("the indicators' points add up to 98, not 100");
    }

    @Test
    void aProgrammeThatCompetesHasAScoreSheet() throws IOException {
        Files.delete(packs.resolve("sample-group/score-sheet.form"));

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read))
                .hasMessage(SHEET + ", line 1: the file is missing");
    }

    @Test
    void onlyAProgrammeScoredBlindHasMaterialsForIt() throws IOException {
        replace("programme.yaml", "types: [pdf, jpg]}", "types: [pdf, jpg], blind: true}");

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read).problem())
                .isEqualTo("a material for blind scoring in a programme that is not scored blind");

        replace("programme.yaml", "blind: false", "blind: true");
        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read).problem())
                .isEqualTo("a material for blind scoring is of type pdf alone");
    }

    @Test
    void missesTheForm() throws IOException {
        Files.delete(packs.resolve("sample-group/application.form"));

        assertThat(catchThrowableOfType(BrokenPolicyPack.class, this::read))
                .hasMessage(FORM + ", line 1: the file is missing");
    }

    @Test
    void refusesTwoProgrammesWithOneShortCode() throws IOException {
        copy("second-group");

        BrokenPolicyPack broken = catchThrowableOfType(BrokenPolicyPack.class, this::read);

        assertThat(broken.problem()).isEqualTo("shortCode \"09\" is another programme's already");
        assertThat(broken.line()).isEqualTo(3);
    }

    @Test
    void excludesInBothDirectionsAlthoughOnePackSaysSo() throws IOException {
        copy("second-group");
        Path second = packs.resolve("second-group/programme.yaml");
        Files.writeString(
                second,
                Files.readString(second)
                        .replace("\"09\"", "\"10\"")
                        .replace("cityQuota: 2", "excludes: [sample-group]"));

        var sample = new ProgrammeCode("sample-group");
        var other = new ProgrammeCode("second-group");
        assertThat(read().programme(sample).excludes()).containsExactly(other);
        assertThat(read().programme(other).excludes()).containsExactly(sample);
    }

    @Test
    void failedStartSaysWhichLineToCorrect() throws IOException {
        replace("programme.yaml", "version: 1", "versoin: 1");
        BrokenPolicyPack broken = catchThrowableOfType(BrokenPolicyPack.class, this::read);

        assertThat(new BrokenPolicyPackAnalyzer().analyze(broken).getDescription())
                .startsWith("政策包 processes/programmes/sample-group/programme.yaml 第 2 行有误：unknown key \"versoin\"");
    }

    private PolicyPacks read() {
        return PolicyPacks.read("file:" + packs);
    }

    private void copy(String folder) throws IOException {
        Files.createDirectories(packs.resolve(folder));
        for (String file : new String[] {"programme.yaml", "application.form", "score-sheet.form"}) {
            Files.writeString(
                    packs.resolve(folder).resolve(file),
                    Files.readString(SAMPLE.resolve(file)).replace("sample-group", folder));
        }
    }

    private void replace(String file, String right, String wrong) throws IOException {
        Path path = packs.resolve("sample-group").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(right);
        Files.writeString(path, text.replaceFirst(java.util.regex.Pattern.quote(right), wrong));
    }
}
