package org.chuyi.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field.
 *
 * @param key the answer's name in the map that holds it: the answers, or the row
 * @param path where in the answers, without row numbers: {@code schoolName}, {@code partners.name}
 * @param options empty for fields without a choice
 * @param properties the custom properties of the form
 */
public record FormField(
        FieldType type,
        String key,
        String path,
        Bilingual label,
        Bilingual description,
        Bilingual unit,
        FieldLimits limits,
        List<FormOption> options,
        Optional<HideCondition> hiddenIf,
        Map<String, String> properties)
        implements FormNode {

    /** Name of the {@link FieldRule} that the text must pass. */
    public Optional<String> check() {
        return property("check");
    }

    /** The kind of personal data in it, e.g. {@code identityNumber}: encrypted at rest, masked on screen. */
    public Optional<String> sensitive() {
        return property("sensitive");
    }

    /** Which list of proposals the browser offers: {@code majors}, {@code organisations}. */
    public Optional<String> suggest() {
        return property("suggest");
    }

    /** From where a new draft takes the first value, e.g. {@code organisation.name}. */
    public Optional<String> prefill() {
        return property("prefill");
    }

    /**
     * That it tells who applies: {@code name} where its value does so wherever it stands, {@code omit} where only the
     * field itself does. Sensitive data tell it too.
     */
    public Optional<String> identifying() {
        return property("identifying").or(() -> sensitive().map(kind -> "name"));
    }

    Optional<FormOption> option(Object value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
