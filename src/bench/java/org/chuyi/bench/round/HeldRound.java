package org.chuyi.bench.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.bench.Times;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Round;
import org.chuyi.publicity.DecisionLetters;
import org.chuyi.publicity.Publicity;
import org.chuyi.review.RecommendationKey;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.demonstration.ExampleScores;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A round from the end of its window to the end of its last application, by the product's own commands and jobs. */
public final class HeldRound {

    /** After this step each bureau's list is ranked and none is sealed. */
    public static final String RANKED_BY_BUREAUX = "the bureaux rank";

    private static final int PANEL = 10;
    private static final int SCORES = 5;

    private final JdbcClient database;
    private final TaskInbox inbox;
    private final Publicity publicity;
    private final RuntimeService engine;
    private final Walk walk;
    private final ObjectMapper json;
    private final Batches batches;
    private final EngineTime time;
    private final RoundPeople people;
    private final Round round;
    private final int applications;

    private HeldRound(ApplicationContext beans, EngineTime time, RoundPeople people, Round round, int applications) {
        this.database = beans.getBean(JdbcClient.class);
        this.inbox = beans.getBean(TaskInbox.class);
        this.publicity = beans.getBean(Publicity.class);
        this.engine = beans.getBean(RuntimeService.class);
        this.walk = beans.getBean(Walk.class);
        this.json = beans.getBean(ObjectMapper.class);
        this.batches = new Batches(beans.getBean(PlatformTransactionManager.class));
        this.time = time;
        this.people = people;
        this.round = round;
        this.applications = applications;
    }

    /** @param series another number for each round of a database */
    public static HeldRound prepared(ApplicationContext beans, RoundPeople people, int applications, int series) {
        var time = new EngineTime(
                beans.getBean(org.chuyi.testing.Time.MovableClock.class),
                beans.getBean(org.camunda.bpm.engine.ProcessEngine.class),
                beans.getBean(JdbcClient.class));
        time.moveTo(org.chuyi.testing.Time.MovableClock.START);
        var round = StoredRound.of(beans, time, applications, series);
        time.moveTo(round.window().closesAt().minusSeconds(1));
        return new HeldRound(beans, time, people, round, applications);
    }

    public String code() {
        return round.code().value();
    }

    /** Its contest with the most entries, hence with the longest ranking. */
    public String largestContest() {
        return database.sql("""
                        select c.key from contest c join contest_entry e on e.contest_key = c.key
                        where c.round_code = :round group by c.key order by count(*) desc, c.key limit 1""").param("round", code()).query(String.class).single();
    }

    /** The list with the most applications. */
    public RecommendationKey longestList() {
        return database.sql("""
                        select l.key from recommendation_list l join recommendation r on r.list_key = l.key
                        where l.round_code = :round group by l.key order by count(*) desc, l.key limit 1""")
                .param("round", code())
                .query((row, n) -> RecommendationKey.of(row.getString("key")))
                .single();
    }

    public String reviewerOf(RecommendationKey list) {
        return people.reviewerOf(list.body()).login();
    }

    /** In their order; each is over when nothing is left for the engine to do. */
    public List<Stage> stages() {
        return List.of(
                Stage.measured("the window closes: drafts expire, the lists of all bureaux open", this::close),
                Stage.prepared(RANKED_BY_BUREAUX, this::rankInBureaux),
                Stage.measured("the lists are sealed and accepted, released in batches", this::recommend),
                Stage.prepared("the formal check is passed", this::checkFormally),
                Stage.measured("the formal check is finished: all contests open", this::openContests),
                Stage.measured("experts are drawn and accept; applications are assigned", this::seat),
                Stage.prepared("the experts score", this::score),
                Stage.measured("scores are locked, aggregated and ranked", this::rank),
                Stage.measured("rankings are confirmed and countersigned", this::countersign),
                Stage.measured("the leader decides; the list is frozen, hashed and shown", this::decide),
                Stage.prepared("the publicity ends", this::endPublicity),
                Stage.measured("the announcement is issued: all results at once", this::announce),
                Stage.measured("results are released in batches until every instance has ended", this::release));
    }

    private void close() {
        time.moveTo(round.window().closesAt());
        expect(0, "select count(*) from project_application where round_code = :round and status = 'DRAFT'");
    }

    /** Nine of ten have a place on their list, of the rebuilt schools one for each city. */
    private void rankInBureaux() {
        List.of("""
                        update recommendation r set listed = r.rank <= case r.programme_code when 'city-school' then 1
                          else ceil(0.9 * (select count(*) from recommendation x
                            where x.list_key = r.list_key and x.programme_code = r.programme_code)) end
                        from recommendation_list l where l.key = r.list_key and l.round_code = :round""", """
                        update recommendation_quota q set listed = (
                          select count(*) from recommendation r join recommendation_list l on l.key = r.list_key
                          where l.round_code = q.round_code and l.city_code = q.city_code
                            and r.programme_code = q.programme_code and r.listed and r.uses_quota)
                        where q.round_code = :round""")
                .forEach(sql -> database.sql(sql).param("round", code()).update());
    }

    private void recommend() {
        var lists = database.sql("select key from recommendation_list where round_code = :round order by key")
                .param("round", code())
                .query((row, n) -> RecommendationKey.of(row.getString("key")))
                .list();
        lists.forEach(list -> done(list.toString(), people.reviewerOf(list.body()), Map.of("confirmed", true)));
        lists.forEach(list -> done(list.toString(), people.officer(), Map.of("decision", "accepted")));
        time.settle();
        expect(0, "select count(*) from project_application where round_code = :round and status = 'RECOMMENDATION'");
    }

    private void checkFormally() {
        var waiting =
                database.sql("""
                        select k.process_instance_id from inbox_case k join project_application a
                          on a.number = k.business_key
                        where a.round_code = :round and a.status = 'FORMAL_CHECK' order by a.number""").param("round", code()).query(String.class).list();
        batches.each(waiting, instance -> engine.createProcessInstanceModification(instance)
                .cancelAllForActivity(SchoolApplicationProcess.FORMAL_CHECK)
                .startBeforeActivity("awaitSelection")
                .execute());
        database.sql("""
                        update project_application set status = 'SELECTION'
                        where round_code = :round and status = 'FORMAL_CHECK'""").param("round", code()).update();
    }

    private void openContests() {
        done(code(), people.officer(), Map.of("confirmed", true));
        time.settle();
    }

    private void seat() {
        for (ContestKey contest : contests()) {
            done(
                    contest.toString(),
                    people.officer(),
                    Map.of("panelSize", PANEL, "perEntry", SCORES, "shares", "applications"));
        }
        time.settle();
        Map<String, Object> accepted = Map.of("decision", "accepted", "hasInterest", "no", "confidential", true);
        contests().forEach(contest -> everyExpert(contest, accepted));
        time.settle();
    }

    private void score() {
        for (ContestKey contest : contests()) {
            var form = walk.programme(contest.programme().value()).scoreSheet().orElseThrow();
            database.sql("""
                            update score_sheet set answers = cast(:answers as jsonb), state = 'SUBMITTED',
                              total = 5000 + ('x' || left(md5(id::text), 6))::bit(24)::integer % 4500, revision = 1,
                              saved_at = :now, submitted_at = :now
                            where contest_key = :contest""")
                    .param("answers", text(ExampleScores.of(form, 80)))
                    .param("now", Timestamp.from(time.now()))
                    .param("contest", contest.toString())
                    .update();
        }
        contests().forEach(contest -> everyExpert(contest, Map.of("independent", true)));
    }

    private void rank() {
        for (ContestKey contest : contests()) {
            everyExpert(contest, Map.of("decision", "finished", "summary", "合议充分"));
        }
        time.settle();
    }

    private void countersign() {
        for (ContestKey contest : contests()) {
            done(contest.toString(), people.officer(), Map.of("decision", "confirmed", "opinion", "排序无误"));
            for (OpenTask task : open(contest.toString())) {
                complete(
                        task.id(),
                        people.officerOf(task.organisation()),
                        Map.of("decision", "approve", "opinion", "同意"));
            }
        }
    }

    private void decide() {
        for (ContestKey contest : contests()) {
            done(contest.toString(), people.leader(), Map.of("decision", "approved", "opinion", "同意"));
        }
        time.settle();
    }

    private void endPublicity() {
        time.moveTo(publicity.last(round.code()).orElseThrow().displayedUntil());
    }

    private void announce() {
        done(
                code(),
                people.officer(),
                Map.of(
                        "issuer",
                        "湘教通",
                        "title",
                        "关于公布2026年楚怡项目名单的通知",
                        "issuedOn",
                        WorkCalendar.dayOf(time.now()).toString()));
    }

    private void release() {
        time.settle();
        expect(
                0,
                "select count(*) from act_ru_execution e join project_application a on a.number = e.business_key_"
                        + " where a.round_code = :round");
        expect(
                applications,
                "select count(*) from inbox_case k join project_application a on a.number = k.business_key"
                        + " where a.round_code = :round and k.ended_at is not null");
    }

    /** The letters of some that applied, as they ask for them. */
    public Times letters(DecisionLetters letters, int count) {
        record Letter(String number, long clerk, long school) {}
        return Times.of(
                database.sql("""
                        select number, created_by as clerk, organisation_id as school from project_application
                        where round_code = :round and status in ('APPROVED', 'NOT_SELECTED')
                        order by md5(number) limit :count""").param("round", code()).param("count", count).query(Letter.class).list().stream()
                        .mapToLong(letter -> {
                            var clerk = people.actor(letter.clerk(), letter.school());
                            long from = System.nanoTime();
                            letters.of(letter.number(), clerk).orElseThrow();
                            return System.nanoTime() - from;
                        })
                        .toArray());
    }

    private List<ContestKey> contests() {
        return database.sql("select key from contest where round_code = :round order by key")
                .param("round", code())
                .query((row, n) -> ContestKey.of(row.getString("key")))
                .list();
    }

    private record OpenTask(String id, long organisation, Long assignee) {}

    private List<OpenTask> open(String key) {
        return database.sql("""
                        select task_id as id, organisation_id as organisation, assignee_id as assignee from inbox_task
                        where business_key = :key and state = 'OPEN' order by created_at, task_id""").param("key", key).query(OpenTask.class).list();
    }

    private void everyExpert(ContestKey contest, Map<String, Object> answers) {
        open(contest.toString()).forEach(task -> complete(task.id(), people.expert(task.assignee()), answers));
    }

    private void done(String key, Actor actor, Map<String, Object> answers) {
        var task = inbox.openTaskOf(key, actor).orElseThrow(() -> new IllegalStateException("Nothing to do on " + key));
        complete(task.id(), actor, answers);
    }

    private void complete(String task, Actor actor, Map<String, Object> answers) {
        var completion = inbox.complete(task, actor, answers, Optional.empty());
        if (!(completion instanceof Completion.Completed)) {
            throw new IllegalStateException("Not completed: " + completion);
        }
    }

    private void expect(int expected, String sql) {
        int found =
                database.sql(sql).param("round", code()).query(Integer.class).single();
        if (found != expected) {
            throw new IllegalStateException(found + " instead of " + expected + ": " + sql);
        }
    }

    private String text(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
