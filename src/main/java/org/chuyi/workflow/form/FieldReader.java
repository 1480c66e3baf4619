package org.chuyi.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a component says of itself: its words, limits, options and properties. */
final class FieldReader {

    private static final int TEXTFIELD_LIMIT = 500;
    private static final int TEXTAREA_LIMIT = 5000;

    private final LocatedJson file;

    FieldReader(LocatedJson file) {
        this.file = file;
    }

    static Bilingual hint(JsonNode json) {
        var properties = json.path("properties");
        return new Bilingual(
                json.path("text").asText(),
                properties.path("textEn").asText(properties.path("labelEn").asText()));
    }

    int rowNumber(JsonNode json, String place, String name, int otherwise) {
        var text = json.path("properties").path(name).asText();
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw file.broken(place + "/properties/" + name, name + " is a whole number");
        }
    }

    void refuse(JsonNode json, String place, String name, String reason) {
        if (json.path(name).asBoolean() || json.path(name).isTextual()) {
            throw file.broken(place + "/" + name, reason);
        }
    }

    Bilingual label(JsonNode json, String place) {
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

    static Bilingual description(JsonNode json) {
        return new Bilingual(
                json.path("description").asText(),
                json.path("properties").path("descriptionEn").asText());
    }

    static Bilingual unit(JsonNode json) {
        var unit = json.path("appearance").path("suffixAdorner").asText();
        return new Bilingual(
                unit, json.path("properties").path("unitEn").asText(FormLocaliser.UNITS.getOrDefault(unit, "")));
    }

    FieldLimits limits(FieldType type, JsonNode json, String place) {
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

    List<FormOption> options(FieldType type, JsonNode json, String place) {
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

    Map<String, String> properties(JsonNode json, String place) {
        var properties = new LinkedHashMap<String, String>();
        json.path("properties").fields().forEachRemaining(property -> {
            if (!property.getValue().isTextual()) {
                throw file.broken(place + "/properties/" + property.getKey(), "the value of a property is a text");
            }
            properties.put(property.getKey(), property.getValue().asText());
        });
        return Map.copyOf(properties);
    }
}
