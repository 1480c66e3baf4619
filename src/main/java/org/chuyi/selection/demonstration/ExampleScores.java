package org.chuyi.selection.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chuyi.programme.ScoreSheetForm;

/** A score sheet filled in for demonstrations and tests. */
public final class ExampleScores {

    public static final String COMMENT = "目标清晰，任务可行，建议支持。";

    private ExampleScores() {}

    /** Each indicator gets this share of its points, to one tenth of a point. */
    public static Map<String, Object> of(ScoreSheetForm form, int percent) {
        Map<String, Object> answers = new LinkedHashMap<>();
        form.indicators()
                .forEach(indicator -> answers.put(
                        indicator.key(),
                        BigDecimal.valueOf(indicator.points(), 2)
                                .multiply(BigDecimal.valueOf(percent, 2))
                                .setScale(1, RoundingMode.HALF_UP)));
        answers.put("opinion", "support");
        answers.put("comment", COMMENT);
        return answers;
    }
}
