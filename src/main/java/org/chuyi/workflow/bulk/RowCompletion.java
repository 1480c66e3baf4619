package org.chuyi.workflow.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.bulk.BulkRow.State;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Completes rows as the person would one by one, on threads of their own: the slice's thread is inside the engine's
 * command and transaction, which a row must not share.
 */
@Component
class RowCompletion implements DisposableBean {

    /** Each takes a connection besides the slice's own. */
    private static final int WORKERS = 2;

    private final TaskInbox inbox;
    private final TaskForms forms;
    private final ProblemTexts problems;
    private final MessageSource messages;
    private final CurrentActor currentActor;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, work -> {
        var worker = new Thread(work, "bulk-completion");
        worker.setDaemon(true);
        return worker;
    });

    RowCompletion(
            TaskInbox inbox,
            TaskForms forms,
            ProblemTexts problems,
            MessageSource messages,
            CurrentActor currentActor) {
        this.inbox = inbox;
        this.forms = forms;
        this.problems = problems;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** What became of each, in order; an outage ends it with an exception when all under way have come to their end. */
    List<BulkRow> complete(BulkCompletion bulk, List<BulkRow> rows, Actor actor, Locale language) {
        List<CompletableFuture<BulkRow>> underWay = rows.stream()
                .map(row -> CompletableFuture.supplyAsync(() -> complete(bulk, row, actor, language), workers))
                .toList();
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        return underWay.stream().map(CompletableFuture::join).toList();
    }

    private BulkRow complete(BulkCompletion bulk, BulkRow row, Actor actor, Locale language) {
        List<Completion> completion = new ArrayList<>();
        currentActor.during(
                new SignedIn(actor, false, false),
                () -> completion.add(inbox.complete(
                        row.taskId(),
                        actor,
                        bulk.answers().orElseThrow(),
                        Optional.of("bulk-" + bulk.id() + "-" + row.position()))));
        return became(row, completion.get(0), actor, language);
    }

    private BulkRow became(BulkRow row, Completion completion, Actor actor, Locale language) {
        if (completion instanceof Completion.Completed done) {
            return row.became(State.DONE, "", done.outcome());
        }
        if (completion instanceof Completion.AlreadyDone done) {
            return row.became(State.DONE_BEFORE, "workflow.bulk.reason.doneBy", done.byName());
        }
        if (completion instanceof Completion.Cancelled) {
            return row.became(State.DONE_BEFORE, "workflow.bulk.reason.cancelled", "");
        }
        if (completion instanceof Completion.Rejected rejected) {
            return row.became(State.REFUSED, "workflow.bulk.reason.refused", text(row, rejected, actor, language));
        }
        if (completion instanceof Completion.Sealed sealed) {
            return row.became(State.DONE, "workflow.bulk.reason.sealed", String.join("、", sealed.waitsFor()));
        }
        if (completion instanceof Completion.ClaimedBy claimed) {
            return row.became(State.REFUSED, "workflow.bulk.reason.claimed", claimed.name());
        }
        return row.became(State.REFUSED, "workflow.bulk.reason.notYours", "");
    }

    private String text(BulkRow row, Completion.Rejected rejected, Actor actor, Locale language) {
        Optional<FormSchema> form =
                inbox.find(row.taskId(), actor).filter(InboxTask::isOpen).flatMap(forms::formOf);
        return problems.of(rejected.problems(), form, language).stream()
                .map(problem -> problem.label().isEmpty()
                        ? problem.message()
                        : messages.getMessage(
                                "workflow.problem.of", new Object[] {problem.label(), problem.message()}, language))
                .collect(Collectors.joining(messages.getMessage("workflow.problem.between", null, language)));
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
