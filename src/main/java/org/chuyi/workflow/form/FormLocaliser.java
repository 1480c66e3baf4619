package org.chuyi.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** Makes the form that the browser gets: texts in one language, and the limits that the server will enforce. */
final class FormLocaliser {

    /** Units of the forms, in English. */
    static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("亩", "mu"),
            Map.entry("㎡", "㎡"),
            Map.entry("平方米", "㎡"),
            Map.entry("万平方米", "×10,000 ㎡"),
            Map.entry("元", "yuan"),
            Map.entry("万元", "×10,000 yuan"),
            Map.entry("亿元", "×100 million yuan"),
            Map.entry("人", "people"),
            Map.entry("人次", "attendances"),
            Map.entry("人/年", "people a year"),
            Map.entry("台套", "sets"),
            Map.entry("台（套）", "sets"),
            Map.entry("个", "items"),
            Map.entry("项", "items"),
            Map.entry("家", "companies"),
            Map.entry("门", "courses"),
            Map.entry("部", "items"),
            Map.entry("册", "volumes"),
            Map.entry("万册", "×10,000 volumes"),
            Map.entry("次", "times"),
            Map.entry("场", "events"),
            Map.entry("年", "years"),
            Map.entry("学时", "class hours"),
            Map.entry("分", "points"));

    private final JsonNode form;

    FormLocaliser(JsonNode form) {
        this.form = form;
    }

    String in(Locale locale) {
        var copy = form.deepCopy();
        components(copy, Bilingual.isEnglish(locale));
        return copy.toString();
    }

    private static void components(JsonNode parent, boolean english) {
        for (var child : parent.path("components")) {
            var component = (ObjectNode) child;
            if (english) {
                translate(component);
            }
            complete(component);
            components(component, english);
        }
    }

    private static void translate(ObjectNode component) {
        var properties = component.path("properties");
        var label = properties.path("labelEn").asText();
        replace(component, component.has("dateLabel") ? "dateLabel" : "label", label);
        replace(component, "label", label);
        replace(component, "text", properties.path("textEn").asText(label));
        replace(component, "description", properties.path("descriptionEn").asText());
        component
                .path("values")
                .forEach(option -> replace(
                        (ObjectNode) option, "label", option.path("labelEn").asText()));
        if (component.get("validate") instanceof ObjectNode validate) {
            replace(
                    validate,
                    "patternErrorMessage",
                    properties.path("patternErrorMessageEn").asText());
        }
        if (component.get("appearance") instanceof ObjectNode appearance) {
            var unit = appearance.path("suffixAdorner").asText();
            replace(appearance, "suffixAdorner", properties.path("unitEn").asText(UNITS.getOrDefault(unit, "")));
        }
    }

    private static void replace(ObjectNode object, String name, String text) {
        if (object.has(name) && !text.isBlank()) {
            object.put(name, text);
        }
    }

    private static void complete(ObjectNode component) {
        var type = component.path("type").asText();
        if (type.equals("datetime") && !component.has("dateLabel")) {
            component.put("dateLabel", component.path("label").asText());
        }
        FieldType.named(type).filter(FieldType::isText).ifPresent(text -> {
            var validate = component.withObjectProperty("validate");
            if (!validate.hasNonNull("maxLength")) {
                validate.put("maxLength", FieldReader.defaultLimit(text));
            }
        });
    }
}
