package org.chuyi.workflow.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * Answers by itself what most cells of a decision table are: a name, a text, {@code true} or {@code false}, or a list of
 * texts; leaves everything else to FEEL, which builds its whole world anew for each cell.
 */
final class PlainFeel implements FeelEngine {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern LITERAL = Pattern.compile(TEXT + "|true|false");

    /** Several only of texts: in a list FEEL takes {@code true} for a test that is passed. */
    private static final Pattern LITERALS =
            Pattern.compile("\\s*(?:%1$s)(?:\\s*,\\s*(?:%1$s))*\\s*|true|false".formatted(TEXT));

    private static final Pattern NAME = Pattern.compile("(?!(?:true|false|null)$)[A-Za-z_][A-Za-z0-9_]*");

    private final FeelEngine feel;

    /** As many as there are cells in the models. */
    private final Map<String, Optional<Set<Object>>> literals = new ConcurrentHashMap<>();

    PlainFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        if (NAME.matcher(expression).matches()) {
            Object value = valueOf(expression, variables);
            if (isPlain(value)) {
                return (T) value;
            }
        } else if (LITERAL.matcher(expression).matches()) {
            return (T) literal(expression);
        }
        return feel.evaluateSimpleExpression(expression, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        Optional<Set<Object>> allowed = literals.computeIfAbsent(expression, PlainFeel::literals);
        Object value = valueOf(inputVariable, variables);
        return allowed.isPresent() && isPlain(value)
                ? allowed.get().contains(value)
                : feel.evaluateSimpleUnaryTests(expression, inputVariable, variables);
    }

    private static Optional<Set<Object>> literals(String expression) {
        return LITERALS.matcher(expression).matches()
                ? Optional.of(LITERAL.matcher(expression)
                        .results()
                        .map(found -> literal(found.group()))
                        .collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    private static Object literal(String expression) {
        return expression.startsWith("\"")
                ? expression.substring(1, expression.length() - 1)
                : Boolean.valueOf(expression);
    }

    private static Object valueOf(String name, VariableContext variables) {
        return variables.containsVariable(name) ? variables.resolve(name).getValue() : null;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Boolean;
    }
}
