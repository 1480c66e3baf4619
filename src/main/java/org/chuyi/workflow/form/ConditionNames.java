package org.chuyi.workflow.form;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields that a condition names, found in its text well enough to catch a misspelling. Expressions that bring their
 * own names (for, some, every, filters, contexts, functions) are not looked into.
 */
record ConditionNames(Set<String> bare, Set<String> ofThis, Set<String> ofParent, boolean asksWhetherDefined) {

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");
    private static final Pattern FUNCTION = Pattern.compile(
            "\\b(?:(?:list|string|upper|lower|substring|starts|ends|index|insert|distinct|day|month|week|get)"
                    + " [a-z]+(?: [a-z]+)?|[a-z]+)\\s*\\(");
    private static final Pattern OWN_NAMES = Pattern.compile("\\b(for|some|every|function)\\b|[\\[{]");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?:\\.\\w+)*");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "between",
            "in",
            "true",
            "false",
            "null",
            "i",
            "instance",
            "of",
            "string",
            "number",
            "boolean",
            "list",
            "date",
            "context");

    static ConditionNames in(String expression) {
        var names = new ConditionNames(
                new HashSet<>(), new HashSet<>(), new HashSet<>(), expression.matches("(?s).*\\bis defined\\b.*"));
        var text = TEXT.matcher(expression).replaceAll("0");
        if (OWN_NAMES.matcher(text).find()) {
            return names;
        }
        var name = NAME.matcher(FUNCTION.matcher(text).replaceAll("("));
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }

    private void add(String name) {
        var parts = name.split("\\.", 3);
        var first = parts[0].replaceAll("^_(this|parent|i)_$", "$1");
        if (WORDS.contains(first)) {
            return;
        }
        if (first.equals("this") || first.equals("parent")) {
            if (parts.length > 1) {
                (first.equals("this") ? ofThis : ofParent).add(parts[1]);
            }
            return;
        }
        bare.add(first);
    }
}
