package org.chuyi.publicity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.Contest;
import org.chuyi.selection.ContestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a round stands, for those who run it: by programme and by city, in four statements however large it is. */
@Component
public class RoundProgress {

    private final JdbcClient jdbc;
    private final Clock clock;

    RoundProgress(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A contest of the round.
     *
     * @param scored of its sheets
     * @param openTasks what waits for somebody's hand
     */
    public record ContestLine(
            ContestKey key,
            Contest.State state,
            int entries,
            int places,
            int sheets,
            int scored,
            int selected,
            int openTasks,
            int overdue) {}

    /** @param byStatus applications that have left their school, by stored status */
    public record City(String code, Map<String, Integer> byStatus) {

        public int total() {
            return byStatus.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int of(String status) {
            return byStatus.getOrDefault(status, 0);
        }
    }

    /** Applications that the engine takes on in batches. */
    public record Batches(int done, int total) {

        public boolean isUnderWay() {
            return done < total;
        }
    }

    /**
     * The round as it stands.
     *
     * @param released applications of accepted recommendation lists, on their way to the province
     * @param told announced applications, of which each process is told
     */
    public record Overview(List<ContestLine> contests, List<City> cities, int overdue, Batches released, Batches told) {

        public int total() {
            return cities.stream().mapToInt(City::total).sum();
        }

        public int of(String status) {
            return cities.stream().mapToInt(city -> city.of(status)).sum();
        }

        public int most() {
            return cities.stream().mapToInt(City::total).max().orElse(0);
        }
    }

    @Transactional(readOnly = true)
    public Overview of(RoundCode round) {
        return new Overview(contests(round), cities(round), overdue(round), released(round), told(round));
    }

    private List<ContestLine> contests(RoundCode round) {
        return jdbc.sql("""
                        select c.key, c.state, c.places, entry.entries, sheet.sheets, sheet.scored, result.selected,
                          task.tasks, task.overdue
                        from contest c,
                          lateral (select count(*) as entries from contest_entry where contest_key = c.key) entry,
                          lateral (select count(*) as sheets, count(*) filter (where state <> 'OPEN') as scored
                            from score_sheet where contest_key = c.key) sheet,
                          lateral (select count(*) as selected from contest_result
                            where contest_key = c.key and selected) result,
                          lateral (select count(*) as tasks, count(*) filter (where due_at <= :now) as overdue
                            from inbox_task where business_key = c.key and state = 'OPEN'
                              and helps_task_id is null) task
                        where c.round_code = :round order by c.key""")
                .param("round", round.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new ContestLine(
                        ContestKey.of(row.getString("key")),
                        Contest.State.valueOf(row.getString("state")),
                        row.getInt("entries"),
                        row.getInt("places"),
                        row.getInt("sheets"),
                        row.getInt("scored"),
                        row.getInt("selected"),
                        row.getInt("tasks"),
                        row.getInt("overdue")))
                .list();
    }

    private List<City> cities(RoundCode round) {
        Map<String, Map<String, Integer>> cities = new TreeMap<>();
        jdbc.sql("""
                        select city_code, status, count(*) as number from project_application
                        where round_code = :round and submitted_at is not null group by city_code, status""").param("round", round.value()).query(row -> {
            cities.computeIfAbsent(row.getString("city_code"), code -> new TreeMap<>())
                    .put(row.getString("status"), row.getInt("number"));
        });
        return cities.entrySet().stream()
                .map(city -> new City(city.getKey(), city.getValue()))
                .toList();
    }

    private int overdue(RoundCode round) {
        return jdbc.sql("""
                        select count(*) from inbox_task
                        where occasion = :round and state = 'OPEN' and due_at is not null and due_at <= :now
                          and helps_task_id is null""")
                .param("round", round.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private Batches released(RoundCode round) {
        return batches(round, """
                        select count(*) from project_application a
                          join recommendation r on r.number = a.number
                          join recommendation_list l on l.key = r.list_key and l.state = 'ACCEPTED'
                        where a.round_code = :round and a.status = 'RECOMMENDATION'""", """
                        select count(*) from recommendation_list l join recommendation r on r.list_key = l.key
                        where l.round_code = :round and l.state = 'ACCEPTED'""");
    }

    /** By the cases that are still open, of which there are none most of the time. */
    private Batches told(RoundCode round) {
        return batches(round, """
                        select count(*) from announcement n
                          join inbox_case k on k.occasion = n.round_code and k.ended_at is null
                          join contest_result r on r.number = k.business_key
                          join project_application a on a.number = r.number and a.status in ('APPROVED', 'NOT_SELECTED')
                        where n.round_code = :round""", """
                        select count(*) from contest c join contest_result r on r.contest_key = c.key
                        where c.round_code = :round""");
    }

    private Batches batches(RoundCode round, String left, String all) {
        int waiting = count(round, left);
        int total = waiting == 0 ? 0 : count(round, all);
        return new Batches(total - waiting, total);
    }

    private int count(RoundCode round, String sql) {
        return jdbc.sql(sql).param("round", round.value()).query(Integer.class).single();
    }
}
