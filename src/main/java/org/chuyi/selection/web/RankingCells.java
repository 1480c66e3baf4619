package org.chuyi.selection.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chuyi.organisation.Regions;
import org.chuyi.selection.RankingRow;
import org.springframework.context.MessageSource;

/** The columns of a ranking in a spreadsheet: figures as figures, everything else in the reader's language. */
final class RankingCells {

    static final List<Integer> WIDTHS = List.of(8, 18, 34, 14, 10, 10, 10, 40, 18, 26, 20, 10, 12);

    private static final List<String> COLUMNS = List.of(
            "rank",
            "number",
            "school",
            "city",
            "points",
            "median",
            "spread",
            "scores",
            "dropped",
            "method",
            "tieBreak",
            "alarm",
            "result");

    private final Regions regions;
    private final MessageSource messages;
    private final Locale locale;

    RankingCells(Regions regions, MessageSource messages, Locale locale) {
        this.regions = regions;
        this.messages = messages;
        this.locale = locale;
    }

    List<String> headings() {
        return COLUMNS.stream().map(column -> text("column." + column)).toList();
    }

    List<Object> of(RankingRow row) {
        var figures = row.aggregate();
        List<Object> cells = new ArrayList<>();
        cells.add(row.rank());
        cells.add(row.number().value());
        cells.add(row.school());
        cells.add(regions.nameOf(row.cityCode()));
        cells.add(points(figures.points()));
        cells.add(points(figures.median()));
        cells.add(points(figures.spread()));
        cells.add(list(figures.scores()));
        cells.add(list(figures.dropped()));
        cells.add(text("method." + figures.method()));
        cells.add(text("tie." + row.tieBreak()));
        cells.add(figures.alarm() ? text("alarm") : "");
        cells.add(text(row.designated() ? "designated" : row.aboveLine() ? "above" : "below"));
        return cells;
    }

    private static BigDecimal points(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    private static String list(List<Integer> hundredths) {
        return hundredths.stream()
                .map(RankingCells::points)
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining("; "));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("selection.ranking." + key, arguments, locale);
    }
}
