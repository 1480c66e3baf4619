package org.chuyi.workflow.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does the slices; the engine says when, and tries again what failed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WorkRunner {

    private static final Duration KEPT = Duration.ofDays(7);

    private final WorkRows rows;
    private final WorkFiles files;
    private final BackgroundTasks tasks;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkRunner(
            WorkRows rows,
            WorkFiles files,
            BackgroundTasks tasks,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.tasks = tasks;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Does the next slice under the row's lock; of work that is over, nothing.
     *
     * @return {@code more}, {@code file} when a result is kept, {@code over}
     */
    public String slice(long id) {
        BackgroundWork work = rows.lock(id);
        if (work.isOver()) {
            return answer(id);
        }
        Optional<Actor> requester = requester(work);
        if (requester.isEmpty()) {
            return end(work, BackgroundWork.State.FAILED, 0, "workflow.work.problem.noPost");
        }
        BackgroundTask task = tasks.of(work.kind());
        if (work.state() == BackgroundWork.State.WAITING) {
            rows.begun(id, task.total(work, requester.get()));
        }
        Slice slice = task.next(work, requester.get());
        if (slice instanceof Slice.More more) {
            rows.advanced(id, more.items(), more.position());
            return "more";
        }
        if (slice instanceof Slice.Last last) {
            last.file().ifPresent(file -> files.keep(id, file, keptUntil()));
            return end(work, BackgroundWork.State.FINISHED, last.items(), "");
        }
        return end(work, BackgroundWork.State.FAILED, 0, ((Slice.Refused) slice).message());
    }

    /** When the result's content goes. */
    public Instant keptUntil(long id) {
        return files.find(id).map(WorkFile::keptUntil).orElseThrow();
    }

    public void discardFile(long id) {
        files.discard(id);
    }

    private Instant keptUntil() {
        return clock.instant().plus(KEPT);
    }

    private String end(BackgroundWork work, BackgroundWork.State state, int items, String message) {
        rows.ended(work.id(), state, items, message, clock.instant());
        events.publishEvent(new WorkEnded(
                rows.find(work.id()).orElseThrow(), tasks.of(work.kind()).titleKey()));
        return answer(work.id());
    }

    private String answer(long id) {
        return files.find(id).isPresent() ? "file" : "over";
    }

    /** Who asked may have lost her post since: then she gets nothing any more. */
    private Optional<Actor> requester(BackgroundWork work) {
        return accounts.find(work.requestedBy())
                .filter(Account::enabled)
                .flatMap(account -> accounts.actor(work.requestedBy(), work.requestedFor()));
    }
}
