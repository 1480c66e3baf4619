package org.chuyi.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one {@code .form} file and refuses what the browser and the server would understand differently. */
final class FormReader {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final LocatedJson file;
    private final String source;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final FieldReader parts;
    private final ConditionReader conditions;

    FormReader(byte[] json, String source) {
        this.source = source;
        this.file = new LocatedJson(json, source);
        this.parts = new FieldReader(file);
        this.conditions = new ConditionReader(file);
    }

    FormSchema read() {
        var form = file.root();
        if (!form.isObject()) {
            throw file.broken("", "a form is a JSON object");
        }
        if (!"default".equals(form.path("type").asText())) {
            throw file.broken("/type", "the type of a form is \"default\"");
        }
        if (!form.path("components").isArray()) {
            throw file.broken("/components", "a form has a list of components");
        }
        var id = form.path("id").asText();
        if (id.isEmpty()) {
            throw file.broken("/id", "a form has an id");
        }
        ids.add(id);
        var sections = sections(form.get("components"), id);
        conditions.check();
        var localiser = new FormLocaliser(form);
        return new FormSchema(
                id, source, sections, fields, localiser.in(Locale.SIMPLIFIED_CHINESE), localiser.in(Locale.ENGLISH));
    }

    private List<FormSection> sections(JsonNode components, String formId) {
        var root = FormScope.ofForm();
        var sections = new ArrayList<FormSection>();
        var loose = new ArrayList<FormNode>();
        for (int index = 0; index < components.size(); index++) {
            var place = "/components/" + index;
            var node = node(components.get(index), place, root);
            if (node instanceof FormGroup group) {
                flush(loose, sections, formId);
                var id = components.get(index).path("id").asText("section_" + index);
                sections.add(new FormSection(id, group.label(), group.nodes(), group.hiddenIf()));
            } else {
                loose.add(node);
            }
        }
        flush(loose, sections, formId);
        return sections;
    }

    private static void flush(List<FormNode> loose, List<FormSection> sections, String formId) {
        if (!loose.isEmpty()) {
            sections.add(new FormSection(formId, Bilingual.NONE, List.copyOf(loose), Optional.empty()));
            loose.clear();
        }
    }

    private FormNode node(JsonNode json, String place, FormScope scope) {
        if (!json.isObject()) {
            throw file.broken(place, "a component is a JSON object");
        }
        var id = json.path("id").asText();
        if (!id.isEmpty() && !ids.add(id)) {
            throw file.broken(place + "/id", "duplicate id \"" + id + "\"");
        }
        var type = json.path("type").asText();
        return switch (type) {
            case "group" -> group(json, place, scope);
            case "dynamiclist" -> rows(json, place, scope);
            case "text" -> new FormHint(FieldReader.hint(json), conditions.read(json, place, scope));
            case "separator" -> new FormHint(Bilingual.NONE, conditions.read(json, place, scope));
            default ->
                field(
                        FieldType.named(type)
                                .orElseThrow(() ->
                                        file.broken(place + "/type", "unsupported component type \"" + type + "\"")),
                        json,
                        place,
                        scope);
        };
    }

    private FormGroup group(JsonNode json, String place, FormScope scope) {
        if (!json.path("path").asText().isEmpty()) {
            throw file.broken(place + "/path", "a group has no path: its fields belong to the form");
        }
        return new FormGroup(parts.label(json, place), nodes(json, place, scope), conditions.read(json, place, scope));
    }

    private FormRows rows(JsonNode json, String place, FormScope scope) {
        var key = claimKey(json, place, "path", scope);
        if (!json.path("isRepeating").asBoolean(true)) {
            throw file.broken(place + "/isRepeating", "a dynamiclist repeats its rows");
        }
        var inner = scope.ofRows(key);
        var minimum = parts.rowNumber(json, place, "minRows", 0);
        var maximum = parts.rowNumber(json, place, "maxRows", FormRows.LIMIT);
        if (minimum > maximum || maximum > FormRows.LIMIT) {
            throw file.broken(
                    place + "/properties", "minRows is at most maxRows, and maxRows at most " + FormRows.LIMIT);
        }
        var condition = conditions.read(json, place, scope);
        var nodes = nodes(json, place, inner);
        return new FormRows(
                key,
                inner.path(),
                parts.label(json, place),
                parts.description(json),
                minimum,
                maximum,
                nodes,
                condition,
                parts.properties(json, place));
    }

    private List<FormNode> nodes(JsonNode json, String place, FormScope scope) {
        var components = json.path("components");
        var nodes = new ArrayList<FormNode>();
        for (int index = 0; index < components.size(); index++) {
            nodes.add(node(components.get(index), place + "/components/" + index, scope));
        }
        return List.copyOf(nodes);
    }

    private FormField field(FieldType type, JsonNode json, String place, FormScope scope) {
        var key = claimKey(json, place, "key", scope);
        parts.refuse(json, place, "disabled", "a disabled field is not submitted; use readonly");
        parts.refuse(json, place, "serializeToString", "numbers are numbers here, not texts");
        if (json.path("readonly").isTextual()) {
            throw file.broken(place + "/readonly", "readonly is true or false");
        }
        if (type == FieldType.DATETIME && !"date".equals(json.path("subtype").asText("date"))) {
            throw file.broken(place + "/subtype", "of datetime only the subtype \"date\" is supported");
        }
        var path = scope.pathOf(key);
        var field = new FormField(
                type,
                key,
                path,
                parts.label(json, place),
                parts.description(json),
                parts.unit(json),
                parts.limits(type, json, place),
                parts.options(type, json, place),
                conditions.read(json, place, scope),
                parts.properties(json, place));
        fields.put(path, field);
        return field;
    }

    private String claimKey(JsonNode json, String place, String name, FormScope scope) {
        var key = json.path(name).asText();
        if (key.isEmpty()) {
            throw file.broken(place, "a " + json.path("type").asText() + " has a " + name + ", the name of its answer");
        }
        if (!KEY.matcher(key).matches() || ConditionReader.WORDS_OF_FEEL.contains(key)) {
            throw file.broken(place + "/" + name, "\"" + key + "\" cannot be a " + name + ": use camelCase letters");
        }
        if (!paths.add(scope.pathOf(key))) {
            throw file.broken(place + "/" + name, "duplicate " + name + " \"" + key + "\"");
        }
        scope.keys().add(key);
        return key;
    }
}
