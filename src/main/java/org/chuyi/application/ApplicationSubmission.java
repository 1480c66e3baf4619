package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The clerk hands in what she has written: kept as a draft first, so that a refusal costs nothing, then through the one
 * way through which tasks are completed.
 */
@Service
public class ApplicationSubmission {

    private final ApplicationContents contents;
    private final ProjectApplications applications;
    private final ApplicationAccess access;
    private final TaskInbox inbox;
    private final JdbcClient jdbc;

    ApplicationSubmission(
            ApplicationContents contents,
            ProjectApplications applications,
            ApplicationAccess access,
            TaskInbox inbox,
            JdbcClient jdbc) {
        this.contents = contents;
        this.applications = applications;
        this.access = access;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What became of it. */
    public sealed interface Submission {

        /** Handed in, now or by an earlier request with the same key. */
        record Submitted(ApplicationStatus status) implements Submission {}

        /** Handed in, but the validation sent it back to the form; the draft is kept. */
        record BackOnForm(List<FieldProblem> problems) implements Submission {}

        /** Not accepted; the task is still open and the draft kept. */
        record Refused(List<FieldProblem> problems) implements Submission {}

        /** Another window, or a colleague, saved other words since; nothing was changed. */
        record Overtaken(int revision, Instant savedAt, String savedBy) implements Submission {}

        record AlreadyDone(String byName, Instant at) implements Submission {}

        /** Withdrawn or expired meanwhile. */
        record Over(ApplicationStatus status) implements Submission {}

        record NotFound() implements Submission {}
    }

    /**
     * @param revision of the draft that the writer had before her
     * @param taskId the task that the form was opened for; without it, the application's latest
     * @param requestKey the same key again gets the first answer and changes nothing
     */
    public Submission submit(
            ApplicationNumber number,
            Actor actor,
            int revision,
            Map<String, Object> answers,
            Optional<String> taskId,
            Optional<String> requestKey) {
        if (!access.isOfOwnSchool(number, actor)) {
            return new Submission.NotFound();
        }
        var task = taskId.or(() -> latestTaskOf(number))
                .flatMap(id -> inbox.find(id, actor))
                .filter(found -> found.businessKey().equals(number.value())
                        && found.key().equals(SchoolApplicationProcess.FILL_IN_APPLICATION));
        if (task.isEmpty()) {
            return new Submission.NotFound();
        }
        if (task.get().isOpen()
                && contents.keep(number, actor, revision, answers)
                        instanceof ApplicationContents.Saved.Overtaken overtaken
                && !contents.saysTheSame(number, answers)) {
            return new Submission.Overtaken(overtaken.revision(), overtaken.savedAt(), overtaken.savedBy());
        }
        return outcome(number, inbox.complete(task.get().id(), actor, contents.meant(number, answers), requestKey));
    }

    private Optional<String> latestTaskOf(ApplicationNumber number) {
        return jdbc.sql("""
                        select task_id from inbox_task where business_key = :number and task_key = :key
                        order by created_at desc, task_id desc limit 1""")
                .param("number", number.value())
                .param("key", SchoolApplicationProcess.FILL_IN_APPLICATION)
                .query(String.class)
                .optional();
    }

    private Submission outcome(ApplicationNumber number, Completion completion) {
        if (completion instanceof Completion.Rejected rejected) {
            return new Submission.Refused(rejected.problems());
        }
        if (completion instanceof Completion.AlreadyDone done) {
            return new Submission.AlreadyDone(done.byName(), done.at());
        }
        if (completion instanceof Completion.ClaimedBy claimed) {
            return new Submission.Refused(
                    List.of(FieldProblem.of("", "", "workflow.completion.claimed", claimed.name())));
        }
        if (completion instanceof Completion.NotFound) {
            return new Submission.NotFound();
        }
        var application = applications.find(number).orElseThrow();
        if (completion instanceof Completion.Cancelled) {
            return new Submission.Over(application.status());
        }
        return application.status().isEditable() && !application.problems().isEmpty()
                ? new Submission.BackOnForm(application.problems())
                : new Submission.Submitted(application.status());
    }
}
