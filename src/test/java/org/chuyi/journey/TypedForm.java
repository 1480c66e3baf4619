package org.chuyi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A form-js form filled in as a person does: typed, chosen, ticked, rows added by their button. A field that is not
 * shown, or not yet, is waited for; what the answers do not name is left alone.
 */
final class TypedForm {

    private static final int KEYS = 30;

    private final Page page;
    private final JsonNode form;
    private final String place;
    private final Map<Locator, String> typed = new LinkedHashMap<>();

    private TypedForm(Page page, JsonNode form, String place) {
        this.page = page;
        this.form = form;
        this.place = place;
    }

    /** The form of the portal's page that is open. */
    static TypedForm on(Page page) {
        page.waitForSelector("[data-form][data-ready]");
        var url =
                (String) page.evaluate("new URL(document.querySelector('[data-form]').dataset.schema, location).href");
        return new TypedForm(page, json(page.request().get(url).body()), "[data-form-mount]");
    }

    /** A form that somebody else's page shows, e.g. Camunda's. */
    static TypedForm within(Page page, String place, byte[] form) {
        return new TypedForm(page, json(form), place);
    }

    void fill(Map<String, Object> answers) {
        fill(form.get("components"), answers, "");
        page.evaluate("document.activeElement.blur()");
        assertNothingLost();
    }

    private void fill(JsonNode components, Map<String, Object> answers, String row) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("group")) {
                fill(component.get("components"), answers, row);
            } else if (type.equals("dynamiclist")) {
                rows(component, answers.get(component.path("path").asText()));
            } else if (answers.containsKey(component.path("key").asText())) {
                field(component, type, answers.get(component.path("key").asText()), row);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void rows(JsonNode list, Object answer) {
        if (answer == null) {
            return;
        }
        var rows = (List<Map<String, Object>>) answer;
        var shown = page.locator(
                place + " [role=group][aria-labelledby$='-" + list.path("id").asText() + "']");
        var present = shown.locator(".fjs-repeat-row-remove");
        var add = shown.locator(".fjs-repeat-render-add");
        assertThat(add).isVisible();
        for (int at = present.count(); at < rows.size(); at++) {
            add.click();
            assertThat(present).hasCount(at + 1);
        }
        for (int at = 0; at < rows.size(); at++) {
            fill(list.get("components"), rows.get(at), "_" + at);
        }
    }

    private void field(JsonNode field, String type, Object answer, String row) {
        String id = field.path("id").asText() + row;
        switch (type) {
            case "select" -> choose(id, labelOf(field, answer));
            case "radio" -> element(id + "-" + placeOf(field, answer)).check();
            case "checklist" ->
                ((List<?>) answer)
                        .forEach(one -> element(id + "-" + placeOf(field, one)).check());
            case "checkbox" -> element(id).setChecked((Boolean) answer);
            case "datetime" ->
                enter(
                        page.locator(place + " input[id*='-" + id + "']").first(),
                        LocalDate.parse(answer.toString()).format(DateTimeFormatter.ofPattern("u/M/d")));
            default -> type(element(id), answer.toString());
        }
    }

    /** Key by key as fast as they come, the rest of a long text at once as an input method gives it. */
    private void type(Locator field, String text) {
        String keys = text.substring(0, Math.min(KEYS, text.length()));
        field.clear();
        field.pressSequentially(keys);
        if (keys.length() < text.length()) {
            page.keyboard().insertText(text.substring(keys.length()));
        }
        typed.put(field, text);
    }

    private void enter(Locator field, String text) {
        field.fill(text);
        field.blur();
        typed.put(field, text);
    }

    /** Not one key may be lost, neither at once nor to a redraw since. */
    private void assertNothingLost() {
        typed.forEach((field, text) -> assertThat(field).hasValue(text));
    }

    private void choose(String id, String label) {
        var group = page.locator(place + " .fjs-input-group")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id$='-" + id + "']")));
        group.click();
        var option = page.locator(place + " .fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
        option.click();
        assertThat(group.locator(".fjs-select-display")).hasText(label);
    }

    private Locator element(String id) {
        return page.locator(place + " [id$='-" + id + "']");
    }

    private static int placeOf(JsonNode field, Object value) {
        var values = StreamSupport.stream(field.get("values").spliterator(), false)
                .map(each -> each.get("value").asText())
                .toList();
        return values.indexOf(value.toString());
    }

    private static String labelOf(JsonNode field, Object value) {
        return field.get("values").get(placeOf(field, value)).get("label").asText();
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
