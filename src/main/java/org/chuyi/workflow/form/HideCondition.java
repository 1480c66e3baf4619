package org.chuyi.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * When a part of the form is hidden, in FEEL, compiled once.
 *
 * <p>form-js asks it as a unary test about no input. So does this, which gives the same answers as the browser in the
 * corners too: a condition that comes to null (a number not yet filled in is compared) hides.
 *
 * <p>The same condition is asked again and again of the same few choices, and FEEL builds its whole world for each answer:
 * answers are kept, by the values of what the condition names. Those are choices and numbers; of a long text or a whole list
 * nothing is kept.
 */
public final class HideCondition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final Pattern NAME =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)");
    private static final Pattern CLOCK = Pattern.compile("\\b(?:now|today)\\s*\\(");
    private static final int KEPT = 200;
    private static final int LONGEST = 40;

    private final String expression;
    private final ParsedExpression compiled;
    private final List<String> names;
    private final boolean asksTheClock;
    private final Map<List<Object>, Boolean> kept = new ConcurrentHashMap<>();

    private HideCondition(String expression, ParsedExpression compiled) {
        this.expression = expression;
        this.compiled = compiled;
        this.names = NAME.matcher(expression)
                .results()
                .filter(name -> name.group(1) != null)
                .map(MatchResult::group)
                .distinct()
                .toList();
        this.asksTheClock = CLOCK.matcher(expression).find();
    }

    /**
     * @param expression without the leading equals sign
     * @throws IllegalArgumentException with the parser's words
     */
    static HideCondition compile(String expression) {
        var parsed = FEEL.parseUnaryTests(expression);
        if (parsed.isFailure()) {
            // A leading "not(…)" negates the whole test to this parser; "not(a) and b" needs to be one expression.
            parsed = FEEL.parseUnaryTests("(" + expression + ")");
        }
        if (parsed.isFailure()) {
            throw new IllegalArgumentException(
                    FEEL.parseUnaryTests(expression).failure().message());
        }
        return new HideCondition(expression, parsed.parsedExpression());
    }

    boolean hides(Map<String, Object> context) {
        var values = new ArrayList<>(names.size());
        names.forEach(name -> values.add(valueOf(name, context)));
        if (asksTheClock || !values.stream().allMatch(HideCondition::isShort)) {
            return ask(context);
        }
        Boolean known = kept.get(values);
        if (known == null) {
            known = ask(context);
            if (kept.size() >= KEPT) {
                kept.clear();
            }
            kept.put(values, known);
        }
        return known;
    }

    /** @param path a name, or names with dots between them; what is no row is taken whole */
    private static Object valueOf(String path, Map<String, Object> context) {
        Object value = context;
        for (String name : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> row)) {
                return value;
            }
            value = row.get(name);
        }
        return value;
    }

    private static boolean isShort(Object value) {
        return value == null
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof String text && text.length() <= LONGEST;
    }

    private boolean ask(Map<String, Object> context) {
        var result = FEEL.evaluateWithInput(compiled, (Object) null, context);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    public String expression() {
        return expression;
    }

    @Override
    public String toString() {
        return expression;
    }
}
