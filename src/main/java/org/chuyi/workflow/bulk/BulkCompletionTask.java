package org.chuyi.workflow.bulk;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.work.BackgroundTask;
import org.chuyi.workflow.work.BackgroundWork;
import org.chuyi.workflow.work.Slice;
import org.springframework.stereotype.Component;

/**
 * Each row is a transaction of its own, beside that of the slice: a refused one undoes none of its neighbours. A slice
 * that is cut off is done again, and what was done in it answers by its request key.
 */
@Component
class BulkCompletionTask implements BackgroundTask {

    static final String KIND = "bulkCompletion";
    static final String BULK = "bulk";

    /** About a second's work. */
    private static final int SLICE = 20;

    private final BulkRows rows;
    private final RowCompletion completion;

    BulkCompletionTask(BulkRows rows, RowCompletion completion) {
        this.rows = rows;
        this.completion = completion;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "workflow.bulk.title";
    }

    @Override
    public int total(BackgroundWork work, Actor requester) {
        return rows.toDo(bulkOf(work));
    }

    @Override
    public Slice next(BackgroundWork work, Actor requester) {
        BulkCompletion bulk = rows.find(bulkOf(work), requester).orElseThrow();
        int after = work.position().isEmpty() ? 0 : Integer.parseInt(work.position());
        List<BulkRow> next = rows.toDo(bulk.id(), after, SLICE);
        rows.became(bulk.id(), completion.complete(bulk, next, requester, work.language()));
        return next.size() == SLICE
                ? new Slice.More(SLICE, Integer.toString(next.get(SLICE - 1).position()))
                : new Slice.Last(next.size(), Optional.empty());
    }

    @Override
    public Optional<String> resultPage(BackgroundWork work) {
        return Optional.of("/inbox/bulk/" + bulkOf(work));
    }

    private static long bulkOf(BackgroundWork work) {
        return Long.parseLong(work.arguments().get(BULK));
    }
}
