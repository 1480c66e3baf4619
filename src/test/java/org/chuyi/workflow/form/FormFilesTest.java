package org.chuyi.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form that is shipped. */
class FormFilesTest {

    private final IdentifierRules rules = new IdentifierRules();
    private final FormCheck check = new FormCheck(List.of(
            rules.socialCreditCodeRule(),
            rules.identityNumberRule(Clock.systemUTC()),
            rules.majorCodeRule(),
            rules.schoolCodeRule(),
            rules.regionCodeRule(),
            rules.mobilePhoneRule()));

    static Stream<Path> forms() throws IOException {
        try (var files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void serverCanReadAndCheckWhatTheBrowserRenders(Path file) throws IOException {
        var schema = FormSchema.parse(Files.readAllBytes(file), file.toString());
        check.requireRules(schema);
        assertThat(schema.fields()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyLabelHasItsEnglish(Path file) throws IOException {
        var schema = FormSchema.parse(Files.readAllBytes(file), file.toString());
        assertThat(schema.fields()).allSatisfy(field -> {
            assertThat(field.label().en())
                    .as(field.path())
                    .isNotEqualTo(field.label().zh());
            assertThat(field.options())
                    .allSatisfy(option -> assertThat(option.label().en())
                            .as(field.path() + " " + option.value())
                            .doesNotMatch(".*\\p{IsHan}.*"));
        });
        assertThat(schema.sections())
                .allSatisfy(section ->
                        assertThat(section.label().en()).as(section.id()).doesNotMatch(".*\\p{IsHan}.*"));
    }
}
