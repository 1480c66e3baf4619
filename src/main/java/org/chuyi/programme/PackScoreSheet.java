package org.chuyi.programme;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.chuyi.workflow.form.FieldLimits;
import org.chuyi.workflow.form.FieldType;
import org.chuyi.workflow.form.FormField;
import org.chuyi.workflow.form.FormSchema;

/** Reads a pack's {@code score-sheet.form}, as strictly as the pack itself. */
final class PackScoreSheet {

    private static final int FEWEST_INDICATORS = 5;
    private static final int MOST_INDICATORS = 8;
    private static final int MOST_DECIMALS = 2;
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    private final PackForm file;

    private PackScoreSheet(PackForm file) {
        this.file = file;
    }

    static ScoreSheetForm read(PackForm file) throws IOException {
        return new PackScoreSheet(file).checked(file.read());
    }

    private ScoreSheetForm checked(FormSchema schema) throws IOException {
        List<FormField> indicators = schema.fields().stream()
                .filter(field -> field.properties().containsKey(ScoreSheetForm.POINTS))
                .toList();
        if (indicators.size() < FEWEST_INDICATORS || indicators.size() > MOST_INDICATORS) {
            throw file.broken(
                    '"' + schema.id() + '"',
                    "a score sheet has %d to %d indicators, not %d"
                            .formatted(FEWEST_INDICATORS, MOST_INDICATORS, indicators.size()));
        }
        for (FormField indicator : indicators) {
            checkIndicator(indicator);
        }
        for (FormField field : schema.fields()) {
            if (field.type() == FieldType.NUMBER && !indicators.contains(field)) {
                throw broken(field, "the number \"%s\" has no points".formatted(field.key()));
            }
        }
        ScoreSheetForm sheet = ScoreSheetForm.of(schema);
        int sum = sheet.indicators().stream()
                .mapToInt(ScoreSheetForm.Indicator::points)
                .sum();
        if (sum != ScoreSheetForm.WHOLE) {
            throw broken(
                    indicators.get(indicators.size() - 1),
                    "the indicators' points add up to %s, not 100"
                            .formatted(BigDecimal.valueOf(sum, 2)
                                    .stripTrailingZeros()
                                    .toPlainString()));
        }
        requireField(schema, ScoreSheetForm.OPINION, FieldType.RADIO);
        requireField(schema, ScoreSheetForm.COMMENT, FieldType.TEXTAREA);
        return sheet;
    }

    private void checkIndicator(FormField field) throws IOException {
        String points = field.properties().get(ScoreSheetForm.POINTS);
        if (!points.matches("[1-9][0-9]?")) {
            throw broken(
                    field, "\"%s\" has the points \"%s\", which is no whole number".formatted(field.key(), points));
        }
        FieldLimits limits = field.limits();
        if (field.type() != FieldType.NUMBER
                || !limits.required()
                || !isAt(limits.min(), BigDecimal.ZERO)
                || !isAt(limits.max(), new BigDecimal(points))
                || new BigDecimal(points).compareTo(MOST_POINTS) > 0) {
            throw broken(
                    field, "\"%s\" must be a required number from 0 to its %s points".formatted(field.key(), points));
        }
        if (limits.decimalDigits() == null || limits.decimalDigits() > MOST_DECIMALS) {
            throw broken(field, "\"%s\" must have decimalDigits of at most 2".formatted(field.key()));
        }
        if (field.hiddenIf().isPresent() || !field.path().equals(field.key())) {
            throw broken(field, "\"%s\" must stand at the top of the form, always shown".formatted(field.key()));
        }
    }

    private static boolean isAt(BigDecimal limit, BigDecimal wanted) {
        return limit != null && limit.compareTo(wanted) == 0;
    }

    private void requireField(FormSchema schema, String key, FieldType type) throws IOException {
        Optional<FormField> field = schema.field(key);
        if (field.filter(found -> found.type() == type && found.limits().required())
                .isEmpty()) {
            throw file.broken('"' + key + '"', "a score sheet asks for a required %s \"%s\"".formatted(type, key));
        }
    }

    private BrokenPolicyPack broken(FormField field, String problem) throws IOException {
        return file.broken("\"key\": \"" + field.key() + '"', problem);
    }
}
