package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Camunda's web applications in Chinese: every text that this edition of them can show. */
class EngineTextsTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/";
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{2,}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern MARKUP = Pattern.compile("<[a-z/][^>]*>");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyLabelThatTheApplicationNamesIsThere(String app) throws IOException {
        var english = labels(app, "en");
        var chinese = labels(app, "zh");
        var named = wordsOf(app);

        assertThat(english.keySet()).containsAll(chinese.keySet());
        assertThat(english.keySet().stream().filter(named::contains).toList()).isSubsetOf(chinese.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void theSmallerOnesAreComplete(String app) throws IOException {
        assertThat(labels(app, "zh").keySet()).isEqualTo(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void whatIsFilledInStaysAndNothingIsLeftEmpty(String app) throws IOException {
        var english = labels(app, "en");
        labels(app, "zh").forEach((key, text) -> {
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key)));
            assertThat(text.isBlank()).as(key).isEqualTo(english.get(key).isBlank());
            assertThat(MARKUP.matcher(english.get(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()))
                    .as(key)
                    .containsAll(MARKUP.matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .toList());
        });
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> labels(String app, String language) throws IOException {
        String text =
                read(APPS + "app/" + app + "/locales/" + language + ".json").replace("\uFEFF", "");
        var labels = new ObjectMapper().readTree(text).get("labels");
        Map<String, String> byKey = new TreeMap<>();
        labels.properties()
                .forEach(label -> byKey.put(label.getKey(), label.getValue().asText()));
        return byKey;
    }

    private static Set<String> wordsOf(String app) {
        return Stream.of(
                        APPS + "app/" + app + "/camunda-" + app + "-bootstrap.js",
                        APPS + "lib/deps.js",
                        "META-INF/resources/plugin/" + app + "/app/plugin.js")
                .filter(path -> new ClassPathResource(path).exists())
                .flatMap(path -> WORD.matcher(read(path)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String read(String path) {
        try (InputStream content = new ClassPathResource(path).getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
