package org.chuyi.selection;

import org.chuyi.workflow.TaskOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a task on the way to a full panel comes up, whoever it is for is told. */
@Component
class PanelArrivals {

    private final SelectionNotices notices;

    PanelArrivals(SelectionNotices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(TaskOffered task) {
        switch (task.key()) {
            case ContestProcess.DRAW_EXPERTS -> tellOfficers(task, "expertDrawAsked");
            case ContestProcess.ANSWER_INVITATION ->
                notices.invited(
                        task.person().orElseThrow(), ContestKey.of(task.businessKey()), task.dueAt(), task.taskId());
            case ContestProcess.APPOINT_EXPERT -> tellOfficers(task, "expertSeatVacant");
            case ContestProcess.SUPPLEMENT_PANEL -> tellOfficers(task, "expertPanelShort");
            default -> {}
        }
    }

    private void tellOfficers(TaskOffered task, String template) {
        notices.asked(task.post(), ContestKey.of(task.businessKey()), template, task.taskId());
    }
}
