package org.chuyi.workflow.work;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;

/** An export to Excel: gathers its rows slice by slice and makes the workbook with the last. */
public abstract class WorkbookExport implements BackgroundTask {

    /** Rows of a slice: well under a second's work. */
    public static final int SLICE = 500;

    private final ExportedRows gathered;

    protected WorkbookExport(ExportedRows gathered) {
        this.gathered = gathered;
    }

    /**
     * A row of the sheet.
     *
     * @param position where the rows after it begin
     * @param cells texts and numbers
     */
    public record Row(String position, List<Object> cells) {}

    /**
     * @param widths of the columns, in characters
     * @param fileName with its ending
     */
    public record Sheet(String name, List<String> headings, List<Integer> widths, String fileName) {}

    protected abstract Sheet sheet(BackgroundWork work);

    /** At most {@link #SLICE} rows after the position, as the requester may read them now; empty if she may no longer. */
    protected abstract Optional<List<Row>> rows(BackgroundWork work, Actor requester);

    @Override
    public final Slice next(BackgroundWork work, Actor requester) {
        return rows(work, requester)
                .map(rows -> next(work, rows))
                .orElseGet(() -> new Slice.Refused("workflow.work.problem.notAllowed"));
    }

    private Slice next(BackgroundWork work, List<Row> rows) {
        if (!rows.isEmpty()) {
            gathered.add(work.id(), rows.stream().map(Row::cells).toList());
        }
        if (rows.size() == SLICE) {
            return new Slice.More(rows.size(), rows.get(SLICE - 1).position());
        }
        Sheet sheet = sheet(work);
        byte[] content = gathered.workbook(work.id(), sheet.name(), sheet.headings(), sheet.widths());
        return new Slice.Last(rows.size(), Optional.of(new ResultFile(sheet.fileName(), ExportedRows.EXCEL, content)));
    }
}
