package org.chuyi.selection;

import java.util.Set;
import org.chuyi.workflow.DeadlineReminder;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Invitations, which lapse with their deadline. */
@Component
class InvitationReminder implements DeadlineReminder {

    private final SelectionNotices notices;

    InvitationReminder(SelectionNotices notices) {
        this.notices = notices;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(ContestProcess.ANSWER_INVITATION);
    }

    @Override
    public void remind(InboxTask task) {
        notices.remind(task);
    }
}
