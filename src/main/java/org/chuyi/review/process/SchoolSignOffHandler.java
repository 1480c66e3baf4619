package org.chuyi.review.process;

import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.review.Review;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 校级审核. */
@Component
class SchoolSignOffHandler implements TaskHandler {

    private final Review review;
    private final ApplicationNotices notices;

    SchoolSignOffHandler(Review review, ApplicationNotices notices) {
        this.review = review;
        this.notices = notices;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        if ("signedOff".equals(task.text("decision"))) {
            review.signOff(task);
            return TaskOutcome.of("signedOff");
        }
        review.sendBackToApplicant(task);
        notices.signOffReturned(new ApplicationNumber(task.businessKey()));
        return TaskOutcome.of("sentBack");
    }
}
