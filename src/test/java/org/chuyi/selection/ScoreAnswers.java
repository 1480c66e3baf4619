package org.chuyi.selection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chuyi.programme.ScoreSheetForm;

/** What an expert fills in on a score sheet. */
public final class ScoreAnswers {

    public static final String COMMENT = "目标清晰，任务可行，建议支持。";

    private ScoreAnswers() {}

    /** Each indicator gets this share of its points. */
    public static Map<String, Object> of(ScoreSheetForm form, int percent) {
        Map<String, Object> answers = new LinkedHashMap<>();
        form.indicators()
                .forEach(indicator -> answers.put(
                        indicator.key(),
                        BigDecimal.valueOf(indicator.points(), 2)
                                .multiply(BigDecimal.valueOf(percent, 2))
                                .setScale(1, RoundingMode.UNNECESSARY)));
        answers.put("opinion", "support");
        answers.put("comment", COMMENT);
        return answers;
    }
}
