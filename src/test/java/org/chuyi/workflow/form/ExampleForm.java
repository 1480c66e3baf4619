package org.chuyi.workflow.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of the tests, and answers to it. */
final class ExampleForm {

    private ExampleForm() {}

    static final FormSchema SCHEMA = FormSchema.parse(read(), "example.form");

    /** Lets codes of even digits pass. */
    record EvenDigits() implements FieldRule {
        @Override
        public String name() {
            return "evenDigits";
        }

        @Override
        public Optional<String> test(String value) {
            return value.matches("[02468]+") ? Optional.empty() : Optional.of("form.problem.evenDigits");
        }
    }

    static FormCheck check() {
        return new FormCheck(List.of(new EvenDigits()));
    }

    /** The least that passes. */
    static Map<String, Object> answers(Object... more) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("schoolName", "湖南工业职业技术学院");
        answers.put("nature", "public");
        answers.put("pledge", true);
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return answers;
    }

    static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    static FormSchema schemaOf(String... components) {
        var json = "{\"type\":\"default\",\"id\":\"tiny\",\"components\":[" + String.join(",", components) + "]}";
        return FormSchema.parse(json.getBytes(StandardCharsets.UTF_8), "tiny.form");
    }

    static List<String> codes(FormVerdict verdict) {
        var codes = new ArrayList<String>();
        if (verdict instanceof FormVerdict.Refused refused) {
            refused.problems().forEach(problem -> codes.add(problem.path() + " " + problem.code()));
        }
        return codes;
    }

    private static byte[] read() {
        try (var file = ExampleForm.class.getResourceAsStream("/forms/example.form")) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
