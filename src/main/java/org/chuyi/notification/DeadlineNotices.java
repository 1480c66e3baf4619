package org.chuyi.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The usual words for watched tasks: who holds one is reminded and told when it is late; a superior is told whose it is. */
@Component
public class DeadlineNotices {

    private final Notifications notifications;
    private final Accounts accounts;
    private final Organisations organisations;
    private final MessageSource messages;

    DeadlineNotices(
            Notifications notifications, Accounts accounts, Organisations organisations, MessageSource messages) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.organisations = organisations;
        this.messages = messages;
    }

    public void remind(InboxTask task) {
        tellHolders(task, "taskReminder");
    }

    /** @param link path of a page that the superiors may open */
    public void report(InboxTask task, List<Post> superiors, String link) {
        tellHolders(task, "taskOverdue");
        Map<String, Object> facts = facts(task);
        facts.put("who", whose(task));
        superiors.forEach(superior -> notifications.tell(superior, "taskOverdueReport", facts, link));
    }

    private void tellHolders(InboxTask task, String template) {
        String link = "/tasks/" + task.id();
        if (task.personal()) {
            notifications.tell(task.offeredTo(), List.of(task.assignee().orElseThrow()), template, facts(task), link);
        } else {
            notifications.tell(task.offeredTo().organisation(), task.offeredTo(), template, facts(task), link);
        }
    }

    private String whose(InboxTask task) {
        return task.personal()
                ? task.assignee().flatMap(accounts::find).map(Account::name).orElseThrow()
                : organisations.get(task.offeredTo().organisation()).name();
    }

    private Map<String, Object> facts(InboxTask task) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", task.title());
        facts.put("step", Map.of("zh", step(task, Locale.SIMPLIFIED_CHINESE), "en", step(task, Locale.ENGLISH)));
        facts.put(
                "due",
                task.dueAt().map(WorkCalendar::lastDayBefore).orElseThrow().toString());
        return facts;
    }

    private String step(InboxTask task, Locale language) {
        return messages.getMessage("workflow.task." + task.key(), null, language);
    }
}
