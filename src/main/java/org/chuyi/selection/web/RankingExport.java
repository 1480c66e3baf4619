package org.chuyi.selection.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.selection.RankingReading;
import org.chuyi.selection.RankingRow;
import org.chuyi.workflow.work.BackgroundWork;
import org.chuyi.workflow.work.ExportedRows;
import org.chuyi.workflow.work.WorkbookExport;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A large ranking as a workbook, made in the background; a small one is made while the person waits. */
@Component
class RankingExport extends WorkbookExport {

    static final String KIND = "rankingExport";

    /** Rows from which on it is large. */
    static final int LARGE = 1000;

    private final RankingReading reading;
    private final Regions regions;
    private final MessageSource messages;

    RankingExport(ExportedRows gathered, RankingReading reading, Regions regions, MessageSource messages) {
        super(gathered);
        this.reading = reading;
        this.regions = regions;
        this.messages = messages;
    }

    static Map<String, String> arguments(String contest, int version) {
        return Map.of("contest", contest, "version", Integer.toString(version));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "selection.ranking.export.title";
    }

    @Override
    public int total(BackgroundWork work, Actor requester) {
        return reading.size(contest(work), requester, version(work));
    }

    @Override
    protected Optional<List<Row>> rows(BackgroundWork work, Actor requester) {
        var cells = new RankingCells(regions, messages, work.language());
        String[] after = work.position().isEmpty()
                ? new String[] {"0", ""}
                : work.position().split(" ", 2);
        return reading.following(contest(work), requester, version(work), Integer.parseInt(after[0]), after[1], SLICE)
                .map(rows -> rows.stream()
                        .map(row -> new Row(position(row), cells.of(row)))
                        .toList());
    }

    @Override
    protected Sheet sheet(BackgroundWork work) {
        return new Sheet(
                messages.getMessage("selection.ranking.sheet", null, work.language()),
                new RankingCells(regions, messages, work.language()).headings(),
                RankingCells.WIDTHS,
                "ranking-" + contest(work) + "-" + version(work) + ".xlsx");
    }

    private static String position(RankingRow row) {
        return row.rank() + " " + row.number();
    }

    private static String contest(BackgroundWork work) {
        return work.arguments().get("contest");
    }

    private static int version(BackgroundWork work) {
        return Integer.parseInt(work.arguments().get("version"));
    }
}
