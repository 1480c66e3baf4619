package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The reviews of an application, of which an office has many at a time: their notices are grouped by programme. */
@Component
class ReviewWatch implements DeadlineWatch {

    private final ReviewNotices notices;

    ReviewWatch(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(SchoolApplicationProcess.CITY_REVIEW, SchoolApplicationProcess.FORMAL_CHECK);
    }

    @Override
    public void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public void report(InboxTask task) {
        notices.report(task);
    }
}
