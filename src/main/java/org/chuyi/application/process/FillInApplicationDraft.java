package org.chuyi.application.process;

import java.util.Map;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.TaskDraft;
import org.springframework.stereotype.Component;

/** The application's draft is what its form begins with. */
@Component
class FillInApplicationDraft implements TaskDraft {

    private final ApplicationContents contents;

    FillInApplicationDraft(ApplicationContents contents) {
        this.contents = contents;
    }

    @Override
    public String taskKey() {
        return SchoolApplicationProcess.FILL_IN_APPLICATION;
    }

    @Override
    public Map<String, Object> begun(String businessKey, Actor actor) {
        return contents.draft(new ApplicationNumber(businessKey), actor)
                .map(ApplicationContents.DraftView::answers)
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> meant(String businessKey, Map<String, Object> answers) {
        return contents.meant(new ApplicationNumber(businessKey), answers);
    }
}
