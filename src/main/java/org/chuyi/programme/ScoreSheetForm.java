package org.chuyi.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.chuyi.workflow.form.Bilingual;
import org.chuyi.workflow.form.FormSchema;

/**
 * 评分表: what an expert fills in. The indicators are the number fields that carry the property {@code points}; their
 * points add up to 100. Points are counted in hundredths, so that sums are exact.
 */
public record ScoreSheetForm(FormSchema schema, List<Indicator> indicators) {

    /** Begins the form's id: {@code score-sheet-culture-base}. */
    public static final String NAME = "score-sheet";

    /** A whole sheet, in hundredths of a point. */
    public static final int WHOLE = 10_000;

    public static final String COMMENT = "comment";
    public static final String OPINION = "opinion";

    static final String POINTS = "points";

    private static final int HUNDREDTHS = 2;

    /** @param points the most that it gives, in hundredths */
    public record Indicator(String key, Bilingual label, int points) {}

    /** The sheet of a form that was checked when its pack was read. */
    public static ScoreSheetForm of(FormSchema schema) {
        return new ScoreSheetForm(
                schema,
                schema.fields().stream()
                        .filter(field -> field.properties().containsKey(POINTS))
                        .map(field -> new Indicator(
                                field.key(),
                                field.label(),
                                hundredths(new BigDecimal(field.properties().get(POINTS)))))
                        .toList());
    }

    public static String idOf(ProgrammeCode programme) {
        return NAME + "-" + programme.value();
    }

    /** The sum of what was given, in hundredths; an indicator without an answer gives nothing. */
    public int total(Map<String, Object> answers) {
        return indicators.stream()
                .mapToInt(indicator -> given(answers, indicator))
                .sum();
    }

    /** What one indicator was given, in hundredths. */
    public static int given(Map<String, Object> answers, Indicator indicator) {
        return answers.get(indicator.key()) instanceof Number points
                ? hundredths(new BigDecimal(points.toString()))
                : 0;
    }

    /** @throws ArithmeticException where there are thousandths: the form's check lets none through */
    static int hundredths(BigDecimal points) {
        return points.movePointRight(HUNDREDTHS).intValueExact();
    }
}
