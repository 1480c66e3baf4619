package org.chuyi.workflow.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.workflow.CaseTitles;
import org.chuyi.workflow.InboxCase;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Rows of the lists as the API gives them. */
@Component
class InboxItems {

    private final CaseTitles titles;
    private final MessageSource messages;
    private final Clock clock;

    InboxItems(CaseTitles titles, MessageSource messages, Clock clock) {
        this.titles = titles;
        this.messages = messages;
        this.clock = clock;
    }

    /** Of a task by itself. */
    InboxItem of(InboxTask task, Locale locale) {
        return of(task, titles.of(List.of(task), locale), locale);
    }

    List<InboxItem> ofTasks(List<InboxTask> tasks, Locale locale) {
        var shown = titles.of(tasks, locale);
        return tasks.stream().map(task -> of(task, shown, locale)).toList();
    }

    List<InboxItem> ofCases(List<InboxCase> rows, Locale locale) {
        var shown = titles.of(rows, locale);
        return rows.stream().map(row -> of(row, shown)).toList();
    }

    private InboxItem of(InboxTask task, CaseTitles.Titles shown, Locale locale) {
        return new InboxItem(
                Optional.of(task.id()),
                Optional.of(task.key()),
                Optional.of(messages.getMessage("workflow.task." + task.key(), null, task.key(), locale)),
                task.businessKey(),
                shown.of(task),
                task.category(),
                task.occasion(),
                task.applicantName(),
                task.cityCode(),
                Optional.of(task.state().name()),
                Optional.of(task.createdAt()),
                task.dueAt(),
                Optional.of(task.isOpen()
                        && task.dueAt()
                                .filter(due -> !clock.instant().isBefore(due))
                                .isPresent()),
                task.completedAt(),
                task.completedByName(),
                task.outcome(),
                task.isClaimed() ? task.assigneeName() : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private InboxItem of(InboxCase row, CaseTitles.Titles shown) {
        return new InboxItem(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.businessKey(),
                shown.of(row),
                row.category(),
                row.occasion(),
                row.applicantName(),
                row.cityCode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.startedAt()),
                row.endedAt(),
                row.copy().map(InboxCase.Copy::reason),
                row.copy().map(InboxCase.Copy::read));
    }
}
