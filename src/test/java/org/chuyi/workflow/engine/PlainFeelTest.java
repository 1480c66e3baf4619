package org.chuyi.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it answers by itself is what FEEL answers. */
class PlainFeelTest {

    private static final List<Object> INPUTS = Arrays.asList("DIRECT", "B", "", "true", "a,b", true, false, 1, null);

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine plain = new PlainFeel(feel);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"DIRECT\"",
                "\"DIRECT\",\"B\"",
                " \"B\" , \"DIRECT\" ",
                "\"a,b\"",
                "true",
                "false",
                "true,\"B\"",
                "not(\"DIRECT\")",
                "> 0",
                "-",
                "null"
            })
    void testsOfACell(String test) {
        for (Object input : INPUTS) {
            assertThat(plain.evaluateSimpleUnaryTests(test, "input", variables(input)))
                    .as(test + " of " + input)
                    .isEqualTo(feel.evaluateSimpleUnaryTests(test, "input", variables(input)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "\"DIRECT\"", "true", "null", "input = \"B\"", "missing"})
    void expressions(String expression) {
        for (Object input : INPUTS) {
            assertThat((Object) plain.evaluateSimpleExpression(expression, variables(input)))
                    .as(expression + " with " + input)
                    .isEqualTo(feel.evaluateSimpleExpression(expression, variables(input)));
        }
    }

    private static VariableContext variables(Object input) {
        return Variables.createVariables().putValue("input", input).asVariableContext();
    }
}
