package org.chuyi.workflow.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A {@code .form} file as the server reads it: the same file that the browser renders. Immutable.
 *
 * <p>Read are the components textfield, textarea, number, datetime (dates), select, radio, checklist, checkbox, text,
 * separator, group and dynamiclist; any other is refused, so that nothing is shown that the server does not check.
 */
public final class FormSchema {

    private final String id;
    private final String source;
    private final List<FormSection> sections;
    private final Map<String, FormField> fields;
    private final String chinese;
    private final String english;

    FormSchema(
            String id,
            String source,
            List<FormSection> sections,
            Map<String, FormField> fields,
            String chinese,
            String english) {
        this.id = id;
        this.source = source;
        this.sections = List.copyOf(sections);
        this.fields = fields;
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * @param json the file, UTF-8
     * @param source the file's name, for messages
     * @throws BrokenForm naming line and column
     */
    public static FormSchema parse(byte[] json, String source) {
        return new FormReader(json, source).read();
    }

    public String id() {
        return id;
    }

    /** The file it was read from. */
    public String source() {
        return source;
    }

    public List<FormSection> sections() {
        return sections;
    }

    /** All fields in the order of the form, those of repeated rows among them. */
    public List<FormField> fields() {
        return List.copyOf(fields.values());
    }

    /** Names of the answers at the top: those of fields, and of lists of rows. */
    public Set<String> keys() {
        return fields.keySet().stream()
                .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param path with or without row numbers: {@code partners.name}, {@code partners[2].name} */
    public Optional<FormField> field(String path) {
        return Optional.ofNullable(fields.get(withoutRowNumbers(path)));
    }

    /** The section in which a field, or a list of rows, stands. */
    public Optional<FormSection> sectionOf(String path) {
        var wanted = withoutRowNumbers(path);
        return sections.stream()
                .filter(section -> contains(section.nodes(), wanted))
                .findFirst();
    }

    /** The form for the browser, in JSON, with labels, hints and options in the reader's language. */
    public String localised(Locale locale) {
        return Bilingual.isEnglish(locale) ? english : chinese;
    }

    static String withoutRowNumbers(String path) {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static boolean contains(List<FormNode> nodes, String path) {
        return nodes.stream().anyMatch(node -> {
            if (node instanceof FormField field) {
                return field.path().equals(path);
            }
            if (node instanceof FormRows rows) {
                return rows.path().equals(path) || contains(rows.nodes(), path);
            }
            return node instanceof FormGroup group && contains(group.nodes(), path);
        });
    }

    @Override
    public String toString() {
        return "form " + id + " (" + source + ")";
    }
}
