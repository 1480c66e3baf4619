package org.chuyi.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the conditions of one form, and checks their names once all are known. */
final class ConditionReader {

    static final Set<String> WORDS_OF_FEEL = Set.of(
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
    private final List<Unchecked> unchecked = new ArrayList<>();

    private record Unchecked(String place, String expression, FormScope scope) {}

    ConditionReader(LocatedJson file) {
        this.file = file;
    }

    Optional<HideCondition> read(JsonNode json, String place, FormScope scope) {
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
            unchecked.add(new Unchecked(hidePlace, expression, scope));
            return Optional.of(condition);
        } catch (IllegalArgumentException broken) {
            throw file.broken(hidePlace, "not a FEEL expression: " + broken.getMessage());
        }
    }

    /** After all keys are known: a condition over a name that is no field would never, or always, hide. */
    void check() {
        for (var condition : unchecked) {
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

    private void known(String name, FormScope wanted, FormScope own, String place) {
        if (wanted.keys().contains(name)) {
            return;
        }
        if (own.keys().contains(name)) {
            throw file.broken(place, "in a row, write this." + name + " for the row's own \"" + name + "\"");
        }
        throw file.broken(place, "the condition names \"" + name + "\", which is no field here");
    }
}
