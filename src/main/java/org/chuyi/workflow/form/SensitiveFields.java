package org.chuyi.workflow.form;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Personal data in answers: encrypted where it is stored, masked where it is shown.
 *
 * <p>To save what came from a screen, {@link #merge} it with what is stored (a masked answer stands for the stored one);
 * to check a submission, {@link #reveal} first. Other fields go through untouched, and so do fields that the form does
 * not name.
 */
@Component
public class SensitiveFields {

    private final FieldCipher cipher;

    @Autowired
    SensitiveFields(@Value("${chuyi.key:}") String configured, @Value("${chuyi.data}") String data) {
        this(FieldKeys.of(configured, Path.of(data, "field.key")));
    }

    SensitiveFields(FieldKeys keys) {
        this.cipher = new FieldCipher(keys);
    }

    FieldCipher cipher() {
        return cipher;
    }

    /**
     * Every sensitive answer encrypted; what is so already stays as it is. For what comes from a screen use
     * {@link #merge}, which encrypts too and takes nothing for encrypted that somebody sends.
     */
    public Map<String, Object> protect(FormSchema schema, Map<String, Object> answers) {
        return each(
                schema,
                answers,
                (field, text) ->
                        cipher.decrypt(text, field.path()).isPresent() ? text : cipher.encrypt(text, field.path()));
    }

    /** For a screen. What cannot be decrypted is hidden wholly. */
    public Map<String, Object> mask(FormSchema schema, Map<String, Object> answers) {
        return each(schema, answers, (field, text) -> Mask.of(kind(field), clear(field, text)));
    }

    /** In the clear, for the check of a submission and for who may see it; the caller decides that and records it. */
    public Map<String, Object> reveal(FormSchema schema, Map<String, Object> answers) {
        return each(schema, answers, this::clear);
    }

    /**
     * What to store when somebody saves.
     *
     * @param stored as stored before, encrypted
     * @param incoming from the screen: masked where nothing was changed
     * @return encrypted; an unchanged answer keeps its stored cipher. A masked answer that stands for no stored one, or
     *     could stand for two different ones since rows were taken out, is encrypted as it came: the check of the
     *     submission will ask for it again
     */
    public Map<String, Object> merge(FormSchema schema, Map<String, Object> stored, Map<String, Object> incoming) {
        return merge(nodes(schema), stored, incoming, List.of(), false);
    }

    private Map<String, Object> merge(
            List<FormNode> nodes,
            Map<String, Object> stored,
            Map<String, Object> incoming,
            List<Map<String, Object>> siblings,
            boolean moved) {
        var merged = new LinkedHashMap<>(incoming);
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                merged.putAll(merge(group.nodes(), stored, merged, siblings, moved));
            } else if (node instanceof FormField field
                    && field.sensitive().isPresent()
                    && merged.get(field.key()) instanceof String text
                    && !text.isEmpty()) {
                merged.put(field.key(), merged(field, text, stored, siblings, moved));
            } else if (node instanceof FormRows rows && merged.get(rows.key()) instanceof List<?> list) {
                merged.put(rows.key(), mergedRows(rows, rowsIn(stored, rows), rowsOf(list)));
            }
        }
        return merged;
    }

    private List<Map<String, Object>> mergedRows(
            FormRows rows, List<Map<String, Object>> stored, List<Map<String, Object>> incoming) {
        var moved = stored.size() != incoming.size();
        var merged = new java.util.ArrayList<Map<String, Object>>();
        for (int index = 0; index < incoming.size(); index++) {
            Map<String, Object> before = index < stored.size() ? stored.get(index) : Map.of();
            merged.add(merge(rows.nodes(), before, incoming.get(index), stored, moved));
        }
        return merged;
    }

    private String merged(
            FormField field,
            String text,
            Map<String, Object> stored,
            List<Map<String, Object>> siblings,
            boolean moved) {
        var candidates = new LinkedHashMap<String, String>();
        remember(field, text, stored, candidates);
        if (moved || candidates.isEmpty()) {
            siblings.forEach(row -> remember(field, text, row, candidates));
        }
        return candidates.size() == 1 ? candidates.values().iterator().next() : cipher.encrypt(text, field.path());
    }

    /** Keeps a stored cipher, by its clear text, if the incoming text is that text or its mask. */
    private void remember(FormField field, String text, Map<String, Object> stored, Map<String, String> candidates) {
        var before = stored.get(field.key());
        cipher.decrypt(before, field.path())
                .filter(clear -> clear.equals(text)
                        || Mask.isMasked(text) && Mask.of(kind(field), clear).equals(text))
                .ifPresent(clear -> candidates.putIfAbsent(clear, (String) before));
    }

    private String clear(FormField field, String text) {
        return FieldCipher.isCipher(text) ? cipher.decrypt(text, field.path()).orElse(Mask.ALL) : text;
    }

    /** One answer in the clear, or empty if there is none there. */
    public Optional<String> reveal(FormSchema schema, Map<String, Object> answers, String path) {
        var revealed = reveal(schema, answers);
        return schema.sections().stream()
                .flatMap(section -> FieldInstance.all(section.nodes(), revealed).stream())
                .filter(instance -> instance.path().equals(path))
                .filter(instance -> instance.node() instanceof FormField field
                        && field.sensitive().isPresent())
                .map(FieldInstance::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private static Map<String, Object> each(
            FormSchema schema, Map<String, Object> answers, BiFunction<FormField, String, String> change) {
        return each(nodes(schema), answers, change);
    }

    private static Map<String, Object> each(
            List<FormNode> nodes, Map<String, Object> answers, BiFunction<FormField, String, String> change) {
        var changed = new LinkedHashMap<>(answers);
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                changed.putAll(each(group.nodes(), changed, change));
            } else if (node instanceof FormField field
                    && field.sensitive().isPresent()
                    && changed.get(field.key()) instanceof String text
                    && !text.isEmpty()) {
                changed.put(field.key(), change.apply(field, text));
            } else if (node instanceof FormRows rows && changed.get(rows.key()) instanceof List<?> list) {
                changed.put(
                        rows.key(),
                        rowsOf(list).stream()
                                .map(row -> each(rows.nodes(), row, change))
                                .toList());
            }
        }
        return changed;
    }

    private static String kind(FormField field) {
        return field.sensitive().orElseThrow();
    }

    private static List<FormNode> nodes(FormSchema schema) {
        return schema.sections().stream()
                .flatMap(section -> section.nodes().stream())
                .toList();
    }

    private static List<Map<String, Object>> rowsIn(Map<String, Object> holder, FormRows rows) {
        return holder.get(rows.key()) instanceof List<?> list ? rowsOf(list) : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rowsOf(List<?> list) {
        return list.stream()
                .map(row -> row instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.<String, Object>of())
                .toList();
    }
}
