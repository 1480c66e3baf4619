package org.chuyi.review;

import java.time.Clock;
import java.util.Map;
import org.chuyi.application.ApplicationDecisions;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.workflow.TaskOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a task of an application comes up: its status says so, and whoever holds the post is told. */
@Component
class TaskArrivals {

    private final ApplicationDecisions decisions;
    private final ApplicationNotices notices;
    private final Clock clock;

    TaskArrivals(ApplicationDecisions decisions, ApplicationNotices notices, Clock clock) {
        this.decisions = decisions;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOffered task) {
        switch (task.key()) {
            case SchoolApplicationProcess.CONFIRM_PARTNERSHIP -> tell(task, "partnerAsked");
            case SchoolApplicationProcess.SCHOOL_SIGN_OFF -> tell(task, "signOffAsked");
            case SchoolApplicationProcess.CITY_REVIEW -> reached(task, ApplicationStatus.CITY_REVIEW);
            case SchoolApplicationProcess.FORMAL_CHECK -> reached(task, ApplicationStatus.FORMAL_CHECK);
            default -> {}
        }
    }

    private void reached(TaskOffered task, ApplicationStatus review) {
        decisions.reach(new ApplicationNumber(task.businessKey()), review, clock.instant());
        tell(task, "reviewAsked");
    }

    private void tell(TaskOffered task, String template) {
        notices.tell(
                task.post(), new ApplicationNumber(task.businessKey()), template, Map.of(), "/tasks/" + task.taskId());
    }
}
