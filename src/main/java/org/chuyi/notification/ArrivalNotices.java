package org.chuyi.notification;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskOffered;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A task has come up for which its module has no words of its own: whoever holds the post is told. */
@Component
class ArrivalNotices {

    private final Set<String> taskKeys;
    private final OpenTasks tasks;
    private final Notifications notifications;
    private final MessageSource messages;

    ArrivalNotices(
            Collection<PlainArrivals> arrivals, OpenTasks tasks, Notifications notifications, MessageSource messages) {
        this.taskKeys =
                arrivals.stream().flatMap(each -> each.taskKeys().stream()).collect(Collectors.toUnmodifiableSet());
        this.tasks = tasks;
        this.notifications = notifications;
        this.messages = messages;
    }

    @EventListener
    void on(TaskOffered offered) {
        if (!taskKeys.contains(offered.key())) {
            return;
        }
        var task = tasks.find(offered.taskId()).orElseThrow();
        var step =
                Map.of("zh", step(offered.key(), Locale.SIMPLIFIED_CHINESE), "en", step(offered.key(), Locale.ENGLISH));
        notifications.tell(
                offered.post(), "taskArrived", Map.of("title", task.title(), "step", step), "/tasks/" + task.id());
    }

    private String step(String key, Locale language) {
        return messages.getMessage("workflow.task." + key, null, language);
    }
}
