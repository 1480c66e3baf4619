package org.chuyi.workflow.bulk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.work.BackgroundWorks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chosen, answered, looked at, confirmed: then {@link BulkCompletionTask} does it in the background. */
@Service
public class BulkCompletions {

    private final BulkRows rows;
    private final BulkRules rules;
    private final BackgroundWorks works;
    private final InboxLists lists;
    private final Clock clock;

    BulkCompletions(BulkRows rows, BulkRules rules, BackgroundWorks works, InboxLists lists, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.works = works;
        this.lists = lists;
        this.clock = clock;
    }

    /** Empty where nothing was chosen; then nothing happens. What she chose before and did not confirm is forgotten. */
    @Transactional
    public Optional<Long> choose(Actor actor, List<String> taskIds) {
        List<String> chosen = chosen(taskIds);
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        rows.forgetUnbegun(actor);
        long bulk = rows.add(actor, Optional.empty(), clock.instant()).orElseThrow();
        rows.choose(bulk, chosen);
        return Optional.of(bulk);
    }

    /** All that the filter finds, the first {@value BulkCompletion#MOST} of them. */
    @Transactional
    public Optional<Long> choose(Actor actor, InboxQuery query) {
        return choose(
                actor,
                lists.toDo(actor, query.fromTheBeginning(), BulkCompletion.MOST).rows().stream()
                        .map(InboxTask::id)
                        .toList());
    }

    @Transactional(readOnly = true)
    public Optional<BulkCompletion> find(long bulk, Actor actor) {
        return rows.find(bulk, actor);
    }

    @Transactional(readOnly = true)
    public BulkPlan plan(BulkCompletion bulk, Actor actor) {
        return rules.plan(taskIds(bulk), actor);
    }

    @Transactional(readOnly = true)
    public List<BulkRow> rows(BulkCompletion bulk) {
        return rows.of(bulk.id());
    }

    /** Keeps the answers for the preview if they can be accepted; otherwise says why not. */
    @Transactional
    public List<FieldProblem> answer(BulkCompletion bulk, Actor actor, Map<String, Object> answers) {
        var kind = plan(bulk, actor).kind();
        List<FieldProblem> problems = kind.map(its -> rules.problemsOf(its.form(), answers))
                .orElseGet(() -> List.of(FieldProblem.of("", "", "workflow.bulk.problem.nothing")));
        if (problems.isEmpty() && !bulk.isBegun()) {
            rows.answered(bulk.id(), answers);
        }
        return problems;
    }

    /** Confirmed: once, however often it is pressed. Empty where there is no such choice of hers, or no answers yet. */
    @Transactional
    public Optional<BulkStart> begin(long bulk, Actor actor, Locale language) {
        return rows.lock(bulk, actor)
                .filter(found -> found.answers().isPresent())
                .map(found -> found.work()
                        .<BulkStart>map(work -> new BulkStart.Begun(bulk, work))
                        .orElseGet(() -> begin(found, actor, found.answers().get(), language)));
    }

    /** All in one, for a program; the same key again gets the first answer. */
    @Transactional
    public BulkStart begin(
            Actor actor, List<String> taskIds, Map<String, Object> answers, String requestKey, Locale language) {
        var earlier = rows.ofRequest(requestKey, actor).flatMap(BulkCompletions::begun);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<String> chosen = chosen(taskIds);
        var hindrance = hindrance(rules.plan(chosen, actor), answers);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        var added = rows.add(actor, Optional.of(requestKey), clock.instant());
        if (added.isEmpty()) {
            return rows.ofRequest(requestKey, actor)
                    .flatMap(BulkCompletions::begun)
                    .orElseThrow();
        }
        rows.choose(added.get(), chosen);
        rows.answered(added.get(), answers);
        return begin(rows.find(added.get(), actor).orElseThrow(), actor, answers, language);
    }

    private BulkStart begin(BulkCompletion bulk, Actor actor, Map<String, Object> answers, Locale language) {
        BulkPlan plan = plan(bulk, actor);
        var hindrance = hindrance(plan, answers);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        rows.became(
                bulk.id(),
                plan.leftOut().stream()
                        .map(each -> BulkRow.chosen(0, each.taskId())
                                .became(BulkRow.State.LEFT_OUT, each.reason(), each.detail()))
                        .toList());
        long work = works.request(
                BulkCompletionTask.KIND, Map.of(BulkCompletionTask.BULK, Long.toString(bulk.id())), actor, language);
        rows.begun(bulk.id(), work);
        return new BulkStart.Begun(bulk.id(), work);
    }

    private Optional<BulkStart> hindrance(BulkPlan plan, Map<String, Object> answers) {
        if (plan.kind().isEmpty()) {
            return Optional.of(new BulkStart.NothingToDo(plan));
        }
        var problems = rules.problemsOf(plan.kind().get().form(), answers);
        return problems.isEmpty() ? Optional.empty() : Optional.of(new BulkStart.Rejected(problems));
    }

    private static Optional<BulkStart> begun(BulkCompletion bulk) {
        return bulk.work().map(work -> new BulkStart.Begun(bulk.id(), work));
    }

    private List<String> taskIds(BulkCompletion bulk) {
        return rows.of(bulk.id()).stream().map(BulkRow::taskId).toList();
    }

    private static List<String> chosen(List<String> taskIds) {
        return taskIds.stream()
                .filter(id -> !id.isBlank() && id.indexOf('\0') < 0)
                .distinct()
                .limit(BulkCompletion.MOST)
                .toList();
    }
}
