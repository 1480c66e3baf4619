package org.chuyi.workflow.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.InboxCounts;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What {@code form.js} is told after a task was sent: where to go on, or what stood in the way (RFC 9457). */
@Component
class CompletionAnswers {

    private final InboxLists lists;
    private final TaskTexts texts;
    private final CasePagesByProcess pages;
    private final ProblemTexts problemTexts;
    private final MessageSource messages;

    CompletionAnswers(
            InboxLists lists,
            TaskTexts texts,
            CasePagesByProcess pages,
            ProblemTexts problemTexts,
            MessageSource messages) {
        this.lists = lists;
        this.texts = texts;
        this.pages = pages;
        this.problemTexts = problemTexts;
        this.messages = messages;
    }

    /** @param location where the case shows what follows, the next task of the same kind, or the inbox */
    record Next(String location, String message) {}

    /** Path of the case that comes after this one in the list from which it was opened. */
    Optional<String> after(InboxTask task, Actor actor, InboxFilter list) {
        return lists.after(task, actor, queryOf(task, list)).map(next -> list.on("/tasks/" + next.id()));
    }

    /** A list that nothing narrows is that of the same kind. */
    private static InboxQuery queryOf(InboxTask task, InboxFilter list) {
        return list.narrows()
                ? list.query().fromTheBeginning()
                : InboxQuery.ALL.taskKey(task.key()).in(InboxQuery.Order.DUE_FIRST);
    }

    /**
     * @param list from which the task was opened
     * @param toList she does not want the next one opened
     */
    Next completed(
            Actor actor,
            InboxTask task,
            Completion.Completed completed,
            InboxFilter list,
            boolean toList,
            Locale locale) {
        String outcome = texts.outcome(completed.outcome(), locale);
        Optional<String> afterwards = pages.of(task.processKey()).flatMap(its -> its.afterwards(task));
        if (afterwards.isPresent()) {
            return new Next(
                    afterwards.get(), text(locale, "workflow.task.completed", texts.title(task, locale), outcome));
        }
        if (list.narrows()) {
            return afterIn(list, actor, task, outcome, toList, locale);
        }
        Optional<InboxTask> next = lists.next(actor, task.key());
        if (next.isEmpty() || toList) {
            return new Next("/inbox", text(locale, "workflow.task.completed", texts.title(task, locale), outcome));
        }
        InboxCounts counts = lists.counts(actor);
        return new Next(
                "/tasks/" + next.get().id(),
                text(
                        locale,
                        "workflow.task.completedNext",
                        texts.title(task, locale),
                        outcome,
                        counts.toDoByTask().getOrDefault(task.key(), 0L)));
    }

    Next sealed(Completion.Sealed sealed, Locale locale) {
        return new Next("/inbox", text(locale, "workflow.task.sealed", String.join("、", sealed.waitsFor())));
    }

    private Next afterIn(InboxFilter list, Actor actor, InboxTask task, String outcome, boolean toList, Locale locale) {
        Optional<String> next = toList ? Optional.empty() : after(task, actor, list);
        String key = next.isPresent() ? "workflow.task.completedNextOfList" : "workflow.task.completed";
        return new Next(next.orElseGet(list::address), text(locale, key, texts.title(task, locale), outcome));
    }

    ResponseEntity<Object> refused(Completion completion, Optional<FormSchema> form, Locale locale) {
        if (completion instanceof Completion.Rejected rejected) {
            var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, locale, "rejected");
            List<ProblemTexts.ProblemText> problems = problemTexts.of(rejected.problems(), form, locale);
            problem.setProperty("problems", problems);
            return answer(problem);
        }
        if (completion instanceof Completion.AlreadyDone done) {
            return answer(
                    problem(HttpStatus.CONFLICT, locale, "alreadyDone", done.byName(), dateTime(done.at(), locale)));
        }
        if (completion instanceof Completion.ClaimedBy claimed) {
            return answer(problem(HttpStatus.CONFLICT, locale, "claimed", claimed.name()));
        }
        if (completion instanceof Completion.Cancelled) {
            return answer(problem(HttpStatus.GONE, locale, "cancelled"));
        }
        return answer(problem(HttpStatus.NOT_FOUND, locale, "notFound"));
    }

    ResponseEntity<Object> badRequestKey(Locale locale) {
        return answer(problem(HttpStatus.BAD_REQUEST, locale, "badRequestKey"));
    }

    private ProblemDetail problem(HttpStatus status, Locale locale, String kind, Object... arguments) {
        var problem = ProblemDetail.forStatusAndDetail(status, text(locale, "workflow.completion." + kind, arguments));
        problem.setTitle(text(locale, "workflow.completion." + kind + ".title"));
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String dateTime(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern(text(locale, "workflow.format.dateTime"), locale)
                .format(at.atZone(WorkCalendar.ZONE));
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
