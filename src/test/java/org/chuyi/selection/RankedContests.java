package org.chuyi.selection;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.RoundDefaults;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Contests whose experts have scored: ranked, and handed to the departments. */
@TestComponent
public class RankedContests {

    private final TestRounds rounds;
    private final RoundDefaults defaults;
    private final PolicyPacks packs;
    private final People people;
    private final Contests contests;
    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RankedContests(
            TestRounds rounds,
            RoundDefaults defaults,
            PolicyPacks packs,
            People people,
            Contests contests,
            RuntimeService engine,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.rounds = rounds;
        this.defaults = defaults;
        this.packs = packs;
        this.people = people;
        this.contests = contests;
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Its applications by rank, the first one first. */
    public record Ranked(ContestKey key, List<String> numbers) {}

    /** A contest with that many applications and places, whose list now goes round the departments. */
    public Ranked countersigning(String programme, int applications, int places) {
        RoundProgramme offer = defaults.ofAll().stream()
                .filter(each -> each.programme().value().equals(programme))
                .findFirst()
                .orElseThrow();
        var round = rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"), List.of(offer));
        var key = new ContestKey(round.code(), offer.programme(), "");
        return transaction.execute(status -> {
            List<String> numbers = applications(key, applications);
            contest(key, places, numbers);
            var instance = engine.createProcessInstanceByKey(ContestProcess.KEY)
                    .businessKey(key.toString())
                    .setVariable("programme", programme);
            jdbc.sql("""
                            insert into inbox_case (business_key, process_key, title, category, occasion,
                              organisation_id, city_code, started_at)
                            select :key, 'contest', :title, :programme, :round, id, '430000', now()
                            from organisation where name = '湖南省教育厅'""")
                    .param("key", key.toString())
                    .param("title", packs.programme(offer.programme()).names().zh())
                    .param("programme", programme)
                    .param("round", round.code().value())
                    .update();
            var started = instance.startBeforeActivity("countersignRule").execute();
            jdbc.sql("""
                            update inbox_case set process_instance_id = :instance, process_definition_id = :definition
                            where business_key = :key""")
                    .param("instance", started.getId())
                    .param("definition", started.getProcessDefinitionId())
                    .param("key", key.toString())
                    .update();
            return new Ranked(key, numbers);
        });
    }

    private List<String> applications(ContestKey key, int count) {
        Actor clerk = people.applicantOf("长沙民政职业技术学院");
        List<Long> schools = jdbc.sql(
                        "select id from organisation where kind = 'HIGHER_COLLEGE' order by id limit :count")
                .param("count", count)
                .query(Long.class)
                .list();
        List<String> numbers = new ArrayList<>();
        for (long school : schools) {
            String number = "CY2026-91-%04d".formatted(nextNumber());
            jdbc.sql("""
                            insert into project_application (number, round_code, programme_code, organisation_id, city_code,
                              status, filing_due_at, current_version, created_by, created_at, submitted_at, status_since)
                            select :number, :round, :programme, id, city_code, 'SELECTION', now(), 1, :by, now(), now(), now()
                            from organisation where id = :school""")
                    .param("number", number)
                    .param("round", key.round().value())
                    .param("programme", key.programme().value())
                    .param("by", clerk.account().value())
                    .param("school", school)
                    .update();
            jdbc.sql("""
                            insert into application_version (number, version, content, materials, sha256, signed_by,
                              signed_at)
                            values (:number, 1, '{}', '[]', repeat('a', 64), :by, now())""")
                    .param("number", number)
                    .param("by", clerk.account().value())
                    .update();
            jdbc.sql("""
                            insert into application_draft (number, content, revision, saved_at)
                            values (:number, '{}', 0, now())""").param("number", number).update();
            numbers.add(number);
        }
        return numbers;
    }

    private int nextNumber() {
        return jdbc.sql("select next_application_number('test-91')")
                .query(Integer.class)
                .single();
    }

    private void contest(ContestKey key, int places, List<String> numbers) {
        contests.add(new Contest(
                key,
                places,
                Contest.State.RANKING,
                0,
                Instant.parse("2026-04-20T01:00:00Z"),
                java.util.Optional.empty()));
        List<ContestEntry> entries = new ArrayList<>();
        for (String number : numbers) {
            entries.add(new ContestEntry(
                    new org.chuyi.application.ApplicationNumber(number), key, 1, "B" + entries.size(), false));
        }
        contests.addEntries(entries);
        jdbc.sql(
                        "insert into ranking (contest_key, version, rule_version, computed_at) values (:key, 1, 'test-of-a-rule', :at)")
                .param("key", key.toString())
                .param("at", Timestamp.from(Instant.parse("2026-04-28T01:00:00Z")))
                .update();
        for (int rank = 1; rank <= numbers.size(); rank++) {
            jdbc.sql("""
                            insert into ranking_row (contest_key, version, number, rank, points, median, spread, scores,
                              above_line)
                            values (:key, 1, :number, :rank, :points, :points, 100, array[:points], :above)""")
                    .params(Map.of(
                            "key",
                            key.toString(),
                            "number",
                            numbers.get(rank - 1),
                            "rank",
                            rank,
                            "points",
                            9500 - 100 * rank,
                            "above",
                            rank <= places))
                    .update();
        }
        contests.ranked(key, 1);
    }
}
