package org.chuyi.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.workflow.CaseNames;
import org.chuyi.workflow.TaskOperated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whom an operation on a task concerns: never an applicant of a step that is not hers. */
@Component
class OperationNotices {

    private final Notifications notifications;
    private final CaseNames names;

    OperationNotices(Notifications notifications, CaseNames names) {
        this.notifications = notifications;
        this.names = names;
    }

    @EventListener
    void on(TaskOperated operated) {
        String template = templateOf(operated);
        OrganisationId step = operated.task().offeredTo().organisation();
        if (!operated.people().isEmpty()) {
            notifications.tell(
                    operated.task().offeredTo(),
                    List.copyOf(operated.people()),
                    template,
                    arguments(operated, step),
                    operated.place());
        }
        operated.posts()
                .forEach(post -> notifications.tell(
                        step, post, template, arguments(operated, post.organisation()), operated.place()));
    }

    private static String templateOf(TaskOperated operated) {
        return switch (operated.operation()) {
            case CLAIM, UNCLAIM, RELEASE -> "taskReleased";
            case TRANSFER -> "taskTransferred";
            case DELEGATE -> "taskDelegated";
            case RECALL -> "delegationRecalled";
            case GIVE_OPINION -> "opinionGiven";
            case URGE -> "taskUrged";
            case COPY -> "caseCopied";
            case RETURN -> "stepReturned";
            case WITHDRAW -> "decisionWithdrawn";
            case ADD_SIGNER_BEFORE, ADD_SIGNER_AFTER -> "signerAsked";
            case DROP_SIGNER -> "signerDropped";
            case SIGN -> "signerAgreed";
            case OBJECT -> "signerObjected";
        };
    }

    /** To other organisations a person is her organisation: a school does not learn who reviews it. */
    private Map<String, Object> arguments(TaskOperated operated, OrganisationId reader) {
        var task = operated.task();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("number", task.businessKey());
        arguments.put(
                "title",
                Map.of(
                        "zh",
                        title(task.category(), Locale.SIMPLIFIED_CHINESE, task.title()),
                        "en",
                        title(task.category(), Locale.ENGLISH, task.title())));
        arguments.put(
                "person",
                reader.equals(operated.by().organisation())
                        ? operated.by().name()
                        : operated.by().organisationName());
        arguments.put("reason", operated.reason());
        return arguments;
    }

    private String title(String category, Locale locale, String otherwise) {
        return names.categories(locale).getOrDefault(category, otherwise);
    }
}
