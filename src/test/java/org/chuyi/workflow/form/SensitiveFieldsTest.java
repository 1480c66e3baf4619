package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chuyi.workflow.form.ExampleForm.SCHEMA;
import static org.chuyi.workflow.form.ExampleForm.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SensitiveFieldsTest {

    private static final String OLD_KEY = key(1);
    private static final String NEW_KEY = key(2);
    private static final String NUMBER = "430104199003071234";
    private static final String MASKED = "430104********1234";

    private final SensitiveFields fields = new SensitiveFields(new FieldKeys(List.of(OLD_KEY)));

    private static String key(int filling) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void storedTextHoldsNothingOfTheNumberAndIsDifferentEachTime() {
        var answers = row("schoolName", "甲校", "identityNumber", NUMBER);
        var once = fields.protect(SCHEMA, answers);
        var again = fields.protect(SCHEMA, answers);
        assertThat((String) once.get("identityNumber"))
                .matches("enc:v1:[0-9a-f]{8}:[A-Za-z0-9+/=]+")
                .doesNotContain("430104")
                .isNotEqualTo(again.get("identityNumber"));
        assertThat(once).containsEntry("schoolName", "甲校");
        assertThat(fields.protect(SCHEMA, once)).isEqualTo(once);
    }

    @Test
    void maskedNumberGoesToTheScreenAndBackWithoutTouchingTheStoredOne() {
        var stored = fields.protect(
                SCHEMA, row("identityNumber", NUMBER, "members", List.of(row("name", "张三", "identityNumber", NUMBER))));
        var screen = fields.mask(SCHEMA, stored);
        assertThat(screen)
                .isEqualTo(
                        row("identityNumber", MASKED, "members", List.of(row("name", "张三", "identityNumber", MASKED))));
        assertThat(fields.merge(SCHEMA, stored, screen)).isEqualTo(stored);
        assertThat(fields.reveal(SCHEMA, stored))
                .isEqualTo(
                        row("identityNumber", NUMBER, "members", List.of(row("name", "张三", "identityNumber", NUMBER))));
        assertThat(fields.reveal(SCHEMA, stored, "members[0].identityNumber")).contains(NUMBER);
        assertThat(fields.reveal(SCHEMA, stored, "members[0].name")).isEmpty();
    }

    @Test
    void changedNumberReplacesTheStoredOneAndTheSameTypedAgainDoesNot() {
        var stored = fields.protect(SCHEMA, row("identityNumber", NUMBER));
        var changed = fields.merge(SCHEMA, stored, row("identityNumber", "43010419900307999X"));
        assertThat(fields.reveal(SCHEMA, changed)).isEqualTo(row("identityNumber", "43010419900307999X"));
        assertThat(fields.merge(SCHEMA, stored, row("identityNumber", NUMBER))).isEqualTo(stored);
        assertThat(fields.merge(SCHEMA, stored, row("identityNumber", ""))).isEqualTo(row("identityNumber", ""));
        assertThat(fields.merge(SCHEMA, stored, row())).isEmpty();
    }

    @Test
    void rowsThatMovedUpKeepTheirOwnNumbers() {
        var other = "430204198812124321";
        var stored = fields.protect(
                SCHEMA,
                row(
                        "members",
                        List.of(
                                row("name", "张三", "identityNumber", NUMBER),
                                row("name", "李四", "identityNumber", other))));
        var screen = new ArrayList<>(rows(fields.mask(SCHEMA, stored)));
        screen.remove(0);
        var merged = fields.merge(SCHEMA, stored, row("members", screen));
        assertThat(fields.reveal(SCHEMA, merged))
                .isEqualTo(row("members", List.of(row("name", "李四", "identityNumber", other))));
    }

    @Test
    void maskThatCouldMeanTwoPeopleAfterARowWasRemovedMeansNobody() {
        var twin = "430104199112121234";
        var stored = fields.protect(
                SCHEMA,
                row(
                        "members",
                        List.of(
                                row("name", "张三", "identityNumber", NUMBER),
                                row("name", "李四", "identityNumber", twin))));
        var screen = rows(fields.mask(SCHEMA, stored)).subList(1, 2);
        var merged = fields.merge(SCHEMA, stored, row("members", screen));
        assertThat(fields.reveal(SCHEMA, merged))
                .isEqualTo(row("members", List.of(row("name", "李四", "identityNumber", MASKED))));
        assertThat(fields.merge(SCHEMA, stored, fields.mask(SCHEMA, stored))).isEqualTo(stored);
    }

    @Test
    void cipherThatSomebodySendsIsOnlyText() {
        var stolen =
                (String) fields.protect(SCHEMA, row("identityNumber", NUMBER)).get("identityNumber");
        var merged = fields.merge(SCHEMA, Map.of(), row("identityNumber", stolen));
        assertThat(fields.mask(SCHEMA, merged)).isEqualTo(row("identityNumber", "********"));
        assertThat(merged.get("identityNumber")).isNotEqualTo(stolen);
    }

    @Test
    void cipherOfAnotherFieldOrChangedOrOfAnUnknownKeyIsNotRead() {
        var cipher =
                (String) fields.protect(SCHEMA, row("identityNumber", NUMBER)).get("identityNumber");
        var moved = row("members", List.of(row("identityNumber", cipher)));
        assertThat(fields.mask(SCHEMA, moved)).isEqualTo(row("members", List.of(row("identityNumber", "********"))));
        var last = cipher.charAt(20) == 'A' ? "B" : "A";
        var changed = cipher.substring(0, 20) + last + cipher.substring(21);
        assertThat(fields.reveal(SCHEMA, row("identityNumber", changed))).isEqualTo(row("identityNumber", "********"));
        var stranger = new SensitiveFields(new FieldKeys(List.of(NEW_KEY)));
        assertThat(stranger.reveal(SCHEMA, row("identityNumber", cipher))).isEqualTo(row("identityNumber", "********"));
    }

    @Test
    void afterAChangeOfKeyTheOldOneReadsAndTheNewOneWrites() {
        var old = fields.protect(SCHEMA, row("identityNumber", NUMBER));
        var rotated = new SensitiveFields(new FieldKeys(List.of(NEW_KEY, OLD_KEY)));
        assertThat(rotated.reveal(SCHEMA, old)).isEqualTo(row("identityNumber", NUMBER));
        var written = rotated.protect(SCHEMA, row("identityNumber", NUMBER));
        assertThat(fields.reveal(SCHEMA, written)).isEqualTo(row("identityNumber", "********"));
    }

    @Test
    void unfinishedNumberIsHiddenWholly() {
        assertThat(fields.mask(SCHEMA, fields.protect(SCHEMA, row("identityNumber", "4301041990"))))
                .isEqualTo(row("identityNumber", "********"));
    }

    @Test
    void keyFileIsMadeOnceForItsOwnerAlone(@TempDir Path data) throws Exception {
        var file = data.resolve("new").resolve("field.key");
        var first = FieldKeys.of("", file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(FieldKeys.of("", file).newestId()).isEqualTo(first.newestId());
        assertThat(FieldKeys.of(NEW_KEY, file).newestId()).isNotEqualTo(first.newestId());
        assertThat(FieldKeys.of(NEW_KEY, file).key(first.newestId())).isPresent();
    }

    @Test
    void configuredKeyNeedsNoFileAndMustBeWhole(@TempDir Path data) {
        var file = data.resolve("field.key");
        FieldKeys.of(NEW_KEY + ", " + OLD_KEY, file);
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> FieldKeys.of("c2hvcnQ=", file))
                .hasMessage("The key of sensitive fields has 5 bytes, not 32");
        assertThatThrownBy(() -> FieldKeys.of("not*base64", file))
                .hasMessage("The key of sensitive fields is not base64")
                .hasNoCause();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> answers) {
        return (List<Map<String, Object>>) answers.get("members");
    }
}
