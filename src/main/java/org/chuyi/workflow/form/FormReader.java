package org.chuyi.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one {@code .form} file and refuses what the browser and the server would understand differently. */
final class FormReader {

    private static final int TEXTFIELD_LIMIT = 500;
    private static final int TEXTAREA_LIMIT = 5000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> WORDS_OF_FEEL = Set.of(
            "this",
            "parent",
            "i",
            "item",
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "true",
            "false",
            "null",
            "function",
            "instance",
            "of");

    private final LocatedJson file;
    private final String source;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<UncheckedCondition> conditions = new ArrayList<>();

    private record UncheckedCondition(String place, String expression, Scope scope) {}

    /** The names that a row, or the whole form, holds. */
    private record Scope(Scope parent, String path, Set<String> keys) {
        String pathOf(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        Scope root() {
            return parent == null ? this : parent.root();
        }
    }

    FormReader(byte[] json, String source) {
        this.source = source;
        this.file = new LocatedJson(json, source);
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
        checkConditions();
        var localiser = new FormLocaliser(form);
        return new FormSchema(
                id, source, sections, fields, localiser.in(Locale.SIMPLIFIED_CHINESE), localiser.in(Locale.ENGLISH));
    }

    private List<FormSection> sections(JsonNode components, String formId) {
        var root = new Scope(null, "", new LinkedHashSet<>());
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

    private FormNode node(JsonNode json, String place, Scope scope) {
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
            case "text" -> new FormHint(hint(json), condition(json, place, scope));
            case "separator" -> new FormHint(Bilingual.NONE, condition(json, place, scope));
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

    private static Bilingual hint(JsonNode json) {
        var properties = json.path("properties");
        return new Bilingual(
                json.path("text").asText(),
                properties.path("textEn").asText(properties.path("labelEn").asText()));
    }

    private FormGroup group(JsonNode json, String place, Scope scope) {
        if (!json.path("path").asText().isEmpty()) {
            throw file.broken(place + "/path", "a group has no path: its fields belong to the form");
        }
        return new FormGroup(label(json, place), nodes(json, place, scope), condition(json, place, scope));
    }

    private FormRows rows(JsonNode json, String place, Scope scope) {
        var key = claimKey(json, place, "path", scope);
        if (!json.path("isRepeating").asBoolean(true)) {
            throw file.broken(place + "/isRepeating", "a dynamiclist repeats its rows");
        }
        var inner = new Scope(scope, scope.pathOf(key), new LinkedHashSet<>());
        var minimum = rowNumber(json, place, "minRows", 0);
        var maximum = rowNumber(json, place, "maxRows", FormRows.LIMIT);
        if (minimum > maximum || maximum > FormRows.LIMIT) {
            throw file.broken(
                    place + "/properties", "minRows is at most maxRows, and maxRows at most " + FormRows.LIMIT);
        }
        var condition = condition(json, place, scope);
        var nodes = nodes(json, place, inner);
        return new FormRows(
                key,
                inner.path(),
                label(json, place),
                description(json),
                minimum,
                maximum,
                nodes,
                condition,
                properties(json, place));
    }

    private int rowNumber(JsonNode json, String place, String name, int otherwise) {
        var text = json.path("properties").path(name).asText();
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw file.broken(place + "/properties/" + name, name + " is a whole number");
        }
    }

    private List<FormNode> nodes(JsonNode json, String place, Scope scope) {
        var components = json.path("components");
        var nodes = new ArrayList<FormNode>();
        for (int index = 0; index < components.size(); index++) {
            nodes.add(node(components.get(index), place + "/components/" + index, scope));
        }
        return List.copyOf(nodes);
    }

    private FormField field(FieldType type, JsonNode json, String place, Scope scope) {
        var key = claimKey(json, place, "key", scope);
        refuse(json, place, "disabled", "a disabled field is not submitted; use readonly");
        refuse(json, place, "serializeToString", "numbers are numbers here, not texts");
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
                label(json, place),
                description(json),
                unit(json),
                limits(type, json, place),
                options(type, json, place),
                condition(json, place, scope),
                properties(json, place));
        fields.put(path, field);
        return field;
    }

    private void refuse(JsonNode json, String place, String name, String reason) {
        if (json.path(name).asBoolean() || json.path(name).isTextual()) {
            throw file.broken(place + "/" + name, reason);
        }
    }

    private String claimKey(JsonNode json, String place, String name, Scope scope) {
        var key = json.path(name).asText();
        if (key.isEmpty()) {
            throw file.broken(place, "a " + json.path("type").asText() + " has a " + name + ", the name of its answer");
        }
        if (!KEY.matcher(key).matches() || WORDS_OF_FEEL.contains(key)) {
            throw file.broken(place + "/" + name, "\"" + key + "\" cannot be a " + name + ": use camelCase letters");
        }
        if (!paths.add(scope.pathOf(key))) {
            throw file.broken(place + "/" + name, "duplicate " + name + " \"" + key + "\"");
        }
        scope.keys().add(key);
        return key;
    }

    private Bilingual label(JsonNode json, String place) {
        var date = json.path("dateLabel").asText();
        var label = date.isBlank() ? json.path("label").asText() : date;
        if (label.isBlank()) {
            throw file.broken(place, "a " + json.path("type").asText() + " has a label");
        }
        if (label.startsWith("=") || label.contains("{{")) {
            throw file.broken(place + "/label", "a label is plain text, without expression");
        }
        return new Bilingual(label, json.path("properties").path("labelEn").asText());
    }

    private static Bilingual description(JsonNode json) {
        return new Bilingual(
                json.path("description").asText(),
                json.path("properties").path("descriptionEn").asText());
    }

    private static Bilingual unit(JsonNode json) {
        var unit = json.path("appearance").path("suffixAdorner").asText();
        return new Bilingual(
                unit, json.path("properties").path("unitEn").asText(FormLocaliser.UNITS.getOrDefault(unit, "")));
    }

    private FieldLimits limits(FieldType type, JsonNode json, String place) {
        var validate = json.path("validate");
        var validatePlace = place + "/validate";
        var validationType = validate.path("validationType").asText();
        if (!Set.of("", "custom", "email").contains(validationType)) {
            throw file.broken(
                    validatePlace + "/validationType", "unsupported validationType \"" + validationType + "\"");
        }
        var maxLength = whole(validate, validatePlace, "maxLength");
        return new FieldLimits(
                validate.path("required").asBoolean(),
                whole(validate, validatePlace, "minLength"),
                maxLength == null && type.isText() ? defaultLimit(type) : maxLength,
                pattern(validate, validatePlace),
                new Bilingual(
                        validate.path("patternErrorMessage").asText(),
                        json.path("properties").path("patternErrorMessageEn").asText()),
                "email".equals(validationType),
                number(validate, validatePlace, "min"),
                number(validate, validatePlace, "max"),
                whole(json, place, "decimalDigits"));
    }

    static Integer defaultLimit(FieldType type) {
        return Integer.valueOf(type == FieldType.TEXTAREA ? TEXTAREA_LIMIT : TEXTFIELD_LIMIT);
    }

    private Pattern pattern(JsonNode validate, String place) {
        var pattern = validate.path("pattern").asText();
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            throw file.broken(place + "/pattern", "not a regular expression: " + broken.getDescription());
        }
    }

    private BigDecimal number(JsonNode json, String place, String name) {
        var value = json.get(name);
        if (value == null
                || value.isNull()
                || value.isTextual() && value.asText().isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(value.asText());
        } catch (NumberFormatException noNumber) {
            throw file.broken(place + "/" + name, name + " is a number");
        }
    }

    private Integer whole(JsonNode json, String place, String name) {
        var value = number(json, place, name);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException fraction) {
            throw file.broken(place + "/" + name, name + " is a whole number");
        }
    }

    private List<FormOption> options(FieldType type, JsonNode json, String place) {
        if (!type.hasOptions()) {
            return List.of();
        }
        var values = json.path("values");
        if (!values.isArray() || values.isEmpty()) {
            throw file.broken(place, "the list of options (values) is missing");
        }
        var options = new LinkedHashMap<String, FormOption>();
        for (int index = 0; index < values.size(); index++) {
            var option = values.get(index);
            var optionPlace = place + "/values/" + index;
            var value = option.path("value");
            if (!value.isTextual() || value.asText().isBlank()) {
                throw file.broken(optionPlace, "the value of an option is a text");
            }
            var label = new Bilingual(
                    option.path("label").asText(), option.path("labelEn").asText());
            if (label.zh().isBlank()) {
                throw file.broken(optionPlace, "an option has a label");
            }
            if (options.put(value.asText(), new FormOption(value.asText(), label)) != null) {
                throw file.broken(optionPlace + "/value", "duplicate option \"" + value.asText() + "\"");
            }
        }
        return List.copyOf(options.values());
    }

    private Map<String, String> properties(JsonNode json, String place) {
        var properties = new LinkedHashMap<String, String>();
        json.path("properties").fields().forEachRemaining(property -> {
            if (!property.getValue().isTextual()) {
                throw file.broken(place + "/properties/" + property.getKey(), "the value of a property is a text");
            }
            properties.put(property.getKey(), property.getValue().asText());
        });
        return Map.copyOf(properties);
    }

    private Optional<HideCondition> condition(JsonNode json, String place, Scope scope) {
        var hide = json.path("conditional").path("hide").asText();
        if (hide.isBlank()) {
            return Optional.empty();
        }
        var hidePlace = place + "/conditional/hide";
        if (!hide.startsWith("=")) {
            throw file.broken(hidePlace, "a condition starts with an equals sign");
        }
        var expression = hide.substring(1);
        try {
            var condition = HideCondition.compile(expression);
            conditions.add(new UncheckedCondition(hidePlace, expression, scope));
            return Optional.of(condition);
        } catch (IllegalArgumentException broken) {
            throw file.broken(hidePlace, "not a FEEL expression: " + broken.getMessage());
        }
    }

    /** After all keys are known: a condition over a name that is no field would never, or always, hide. */
    private void checkConditions() {
        for (var condition : conditions) {
            var names = ConditionNames.in(condition.expression());
            if (names.asksWhetherDefined()) {
                throw file.broken(
                        condition.place(), "\"is defined\" is answered differently in the browser; compare with null");
            }
            var scope = condition.scope();
            names.bare().forEach(name -> known(name, scope.root(), scope, condition.place()));
            names.ofThis().forEach(name -> known(name, scope, scope, condition.place()));
            if (scope.parent() != null) {
                names.ofParent().forEach(name -> known(name, scope.parent(), scope, condition.place()));
            }
        }
    }

    private void known(String name, Scope wanted, Scope own, String place) {
        if (wanted.keys().contains(name)) {
            return;
        }
        if (own.keys().contains(name)) {
            throw file.broken(place, "in a row, write this." + name + " for the row's own \"" + name + "\"");
        }
        throw file.broken(place, "the condition names \"" + name + "\", which is no field here");
    }
}
