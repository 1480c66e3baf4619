package org.chuyi.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.workflow.work.BackgroundWork;
import org.chuyi.workflow.work.WorkEnded;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When background work ends, whoever asked for it is told. */
@Component
class WorkNotices {

    private final Notifications notifications;
    private final MessageSource messages;

    WorkNotices(Notifications notifications, MessageSource messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    @EventListener
    void on(WorkEnded ended) {
        var work = ended.work();
        boolean finished = work.state() == BackgroundWork.State.FINISHED;
        notifications.tell(
                List.of(work.requestedBy()),
                finished ? "workFinished" : "workFailed",
                Map.of(
                        "title",
                        Map.of(
                                "zh", text(ended.titleKey(), Locale.SIMPLIFIED_CHINESE),
                                "en", text(ended.titleKey(), Locale.ENGLISH))),
                "/work/" + work.id());
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
