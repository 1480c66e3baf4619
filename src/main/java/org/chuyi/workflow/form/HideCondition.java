package org.chuyi.workflow.form;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * When a part of the form is hidden, in FEEL, compiled once.
 *
 * <p>form-js asks it as a unary test about no input. So does this, which gives the same answers as the browser in the
 * corners too: a condition that comes to null (a number not yet filled in is compared) hides.
 */
public final class HideCondition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final String expression;
    private final ParsedExpression compiled;

    private HideCondition(String expression, ParsedExpression compiled) {
        this.expression = expression;
        this.compiled = compiled;
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
