package org.chuyi.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.work.BackgroundTask;
import org.chuyi.workflow.work.BackgroundWork;
import org.chuyi.workflow.work.ResultFile;
import org.chuyi.workflow.work.Slice;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Background work that writes down each of its items, two in a slice, and fails where a test says so. */
@TestComponent
public class CountedWork implements BackgroundTask {

    public static final String KIND = "countedWork";
    private static final int SLICE = 2;

    private final JdbcClient jdbc;
    private final Set<Integer> broken = new HashSet<>();

    CountedWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without a limit, so that what is done twice stands there twice. */
    public void prepare() {
        broken.clear();
        jdbc.sql("create table if not exists counted_item (work_id bigint not null, item integer not null)")
                .update();
    }

    /** A slice fails after it has written this item. */
    public void breakAt(int item) {
        broken.add(item);
    }

    public void repair() {
        broken.clear();
    }

    public static Map<String, String> items(int count) {
        return Map.of("items", Integer.toString(count));
    }

    public List<Integer> itemsOf(long work) {
        return jdbc.sql("select item from counted_item where work_id = :work order by item")
                .param("work", work)
                .query(Integer.class)
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String titleKey() {
        return "application.export.title";
    }

    @Override
    public int total(BackgroundWork work, Actor requester) {
        return Integer.parseInt(work.arguments().get("items"));
    }

    @Override
    public Slice next(BackgroundWork work, Actor requester) {
        int total = total(work, requester);
        int from = work.position().isEmpty() ? 0 : Integer.parseInt(work.position());
        int to = Math.min(total, from + SLICE);
        IntStream.range(from, to).forEach(item -> {
            jdbc.sql("insert into counted_item values (:work, :item)")
                    .param("work", work.id())
                    .param("item", item)
                    .update();
            if (broken.contains(item)) {
                throw new IllegalStateException("Broken at " + item);
            }
        });
        return to < total
                ? new Slice.More(to - from, Integer.toString(to))
                : new Slice.Last(to - from, Optional.of(new ResultFile("结果.txt", "text/plain", "完成".getBytes())));
    }
}
