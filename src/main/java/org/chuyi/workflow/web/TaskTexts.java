package org.chuyi.workflow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.CaseNames;
import org.chuyi.workflow.CaseTitles;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A task in the reader's language: its step, its case, what was decided, until when. */
@Component
class TaskTexts {

    private final CasePagesByProcess pages;
    private final CaseNames names;
    private final CaseTitles titles;
    private final MessageSource messages;
    private final Clock clock;

    TaskTexts(CasePagesByProcess pages, CaseNames names, CaseTitles titles, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.names = names;
        this.titles = titles;
        this.messages = messages;
        this.clock = clock;
    }

    /** Empty for a case that is known by its title. */
    String number(InboxTask task) {
        return pages.knownByTitle(task.processKey()) ? "" : task.businessKey();
    }

    String title(InboxTask task, Locale locale) {
        return titles.of(task, locale);
    }

    /** What people call the case. */
    String heading(InboxTask task, Locale locale) {
        return pages.knownByTitle(task.processKey()) ? titles.of(task, locale) : task.applicantName();
    }

    /** The line above it: its programme and number, or the round where it is known by its title; null for a round. */
    String kind(InboxTask task, Locale locale) {
        if (pages.knownByTitle(task.processKey())) {
            return task.occasion().equals(task.businessKey())
                    ? null
                    : names.occasions(locale).getOrDefault(task.occasion(), task.occasion());
        }
        return categoryName(task, locale) + " · " + task.businessKey();
    }

    /** Or null while it is open. */
    String completedBy(InboxTask task, Locale locale) {
        return task.completedForName()
                .map(principal -> messages.getMessage(
                        "workflow.task.inPlace",
                        new Object[] {task.completedByName().orElse(""), principal},
                        locale))
                .orElse(task.completedByName().orElse(null));
    }

    String label(String taskKey, Locale locale) {
        return messages.getMessage("workflow.task." + taskKey, null, locale);
    }

    /** What the button says that completes such a task. */
    String submitLabel(InboxTask task, Locale locale) {
        return messages.getMessage(
                "workflow.submit." + task.key(),
                null,
                messages.getMessage("workflow.task.submit", null, locale),
                locale);
    }

    /** What is asked first, where completing it cannot be undone; or null. */
    String submitConfirm(InboxTask task, Locale locale) {
        return messages.getMessage("workflow.submit." + task.key() + ".confirm", null, null, locale);
    }

    String outcome(String outcome, Locale locale) {
        return messages.getMessage("workflow.outcome." + outcome, null, locale);
    }

    String categoryName(InboxTask task, Locale locale) {
        return names.categories(locale).getOrDefault(task.category(), task.category());
    }

    Integer workdaysLeft(InboxTask task) {
        return task.isOpen()
                ? task.dueAt()
                        .map(due -> WorkCalendar.stateCouncil().workdaysLeft(clock.instant(), due))
                        .orElse(null)
                : null;
    }

    /** The day that people are told for a deadline at 24:00, or null. */
    LocalDate lastDay(InboxTask task) {
        return task.dueAt().map(WorkCalendar::lastDayBefore).orElse(null);
    }
}
