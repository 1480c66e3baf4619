package org.chuyi.review;

import java.util.HashMap;
import java.util.Map;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.LeadDepartment;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Organisations;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Component;

/** Who is told about reviews: the school of decisions, reviewers of deadlines, their superiors of missed ones. */
@Component
public class ReviewNotices {

    private final ApplicationNotices notices;
    private final OpenTasks openTasks;
    private final LeadDepartment leadDepartment;
    private final Cases cases;
    private final Organisations organisations;

    ReviewNotices(
            ApplicationNotices notices,
            OpenTasks openTasks,
            LeadDepartment leadDepartment,
            Cases cases,
            Organisations organisations) {
        this.notices = notices;
        this.openTasks = openTasks;
        this.leadDepartment = leadDepartment;
        this.cases = cases;
        this.organisations = organisations;
    }

    public void returned(ApplicationNumber number) {
        notices.returned(number);
    }

    public void notRecommended(ApplicationNumber number) {
        notices.notRecommended(number);
    }

    public void notSelected(ApplicationNumber number) {
        notices.notSelected(number);
    }

    public void refused(ApplicationNumber number) {
        notices.refused(number);
    }

    /** The school is told; whoever reviewed it for the province gets a copy. */
    public void approved(ApplicationNumber number) {
        notices.approved(number);
        openTasks
                .postsThatDid(number.value(), SchoolApplicationProcess.CITY_REVIEW)
                .forEach(post -> cases.copyTo(number.value(), post, "approved"));
    }

    public void remind(InboxTask task) {
        tellHolders(task, "reviewReminder");
    }

    /** Told to who is late and to the superiors. */
    public void report(InboxTask task) {
        tellHolders(task, "reviewOverdue");
        var number = numberOf(task);
        leadDepartment
                .superiorsOf(task.offeredTo())
                .forEach(superior -> notices.tell(
                        superior, number, "reviewOverdueReport", reportOf(task), "/applications/" + number));
    }

    private void tellHolders(InboxTask task, String template) {
        notices.tell(task.offeredTo(), numberOf(task), template, due(task), "/tasks/" + task.id());
    }

    private static ApplicationNumber numberOf(InboxTask task) {
        return new ApplicationNumber(task.businessKey());
    }

    /** Due, and whose it is. */
    private Map<String, Object> reportOf(InboxTask task) {
        Map<String, Object> report = new HashMap<>(due(task));
        report.put("who", organisations.get(task.offeredTo().organisation()).name());
        return report;
    }

    private static Map<String, Object> due(InboxTask task) {
        return Map.of("due", task.dueAt().map(ApplicationNotices::lastDay).orElse(""));
    }
}
