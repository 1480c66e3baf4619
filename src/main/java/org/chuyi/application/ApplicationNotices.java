package org.chuyi.application;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Component;

/** Who is told what about an application. Applicants learn the public status, never an inner step. */
@Component
public class ApplicationNotices {

    private final ProjectApplications applications;
    private final Organisations organisations;
    private final PolicyPacks packs;
    private final Partnerships partnerships;
    private final OpenTasks openTasks;
    private final Notifications notifications;

    ApplicationNotices(
            ProjectApplications applications,
            Organisations organisations,
            PolicyPacks packs,
            Partnerships partnerships,
            OpenTasks openTasks,
            Notifications notifications) {
        this.applications = applications;
        this.organisations = organisations;
        this.packs = packs;
        this.partnerships = partnerships;
        this.openTasks = openTasks;
        this.notifications = notifications;
    }

    public void submitted(ApplicationNumber number) {
        tellSchool(number, "applicationSubmitted", Map.of());
    }

    public void partnerDeclined(ApplicationNumber number) {
        tellApplicant(number, "partnerDeclined", Map.of("partner", partnerships.decliningPartner(number)));
    }

    public void signOffReturned(ApplicationNumber number) {
        tellApplicant(number, "signOffReturned", Map.of());
    }

    public void deadlineNear(ApplicationNumber number) {
        var application = applications.find(number).orElseThrow();
        String template = application.returnedBy().isPresent() ? "correctionReminder" : "filingReminder";
        Map<String, Object> due = Map.of("due", lastDay(application.filingDueAt()));
        tellApplicant(number, template, due);
        remindOthers(application, template, due);
    }

    /** Partner or leader, where it waits for them: without their part it does not leave the school in time either. */
    private void remindOthers(ProjectApplication application, String template, Map<String, Object> due) {
        Post applicant = new Post(application.school(), Role.APPLICANT);
        openTasks.of(application.number().value()).stream()
                .filter(task -> !task.personal() && !task.offeredTo().equals(applicant))
                .forEach(task -> notifications.tell(
                        task.offeredTo(), template, arguments(application, due), "/tasks/" + task.id()));
    }

    public void expired(ApplicationNumber number) {
        tellSchool(number, "applicationExpired", Map.of());
    }

    public void withdrawn(ApplicationNumber number) {
        tellSchool(number, "applicationWithdrawn", Map.of());
    }

    public void returned(ApplicationNumber number) {
        tellSchool(
                number,
                "applicationReturned",
                Map.of("due", lastDay(applications.find(number).orElseThrow().filingDueAt())));
    }

    public void approved(ApplicationNumber number) {
        tellSchool(number, "applicationApproved", Map.of());
    }

    public void notRecommended(ApplicationNumber number) {
        tellSchool(number, "applicationNotRecommended", Map.of());
    }

    public void notSelected(ApplicationNumber number) {
        tellSchool(number, "applicationNotSelected", Map.of());
    }

    public void refused(ApplicationNumber number) {
        tellSchool(number, "applicationRefused", Map.of());
    }

    /** Tells whoever holds a post of something that an application needs. */
    public void tell(Post post, ApplicationNumber number, String template, Map<String, Object> more, String link) {
        notifications.tell(post, template, arguments(applications.find(number).orElseThrow(), more), link);
    }

    private void tellSchool(ApplicationNumber number, String template, Map<String, Object> more) {
        tell(number, List.of(Role.APPLICANT, Role.SCHOOL_LEADER), template, more);
    }

    private void tellApplicant(ApplicationNumber number, String template, Map<String, Object> more) {
        tell(number, List.of(Role.APPLICANT), template, more);
    }

    private void tell(ApplicationNumber number, List<Role> roles, String template, Map<String, Object> more) {
        var application = applications.find(number).orElseThrow();
        Map<String, Object> arguments = arguments(application, more);
        for (Role role : roles) {
            notifications.tell(new Post(application.school(), role), template, arguments, "/applications/" + number);
        }
    }

    private Map<String, Object> arguments(ProjectApplication application, Map<String, Object> more) {
        var names = packs.programme(application.programmeCode()).names();
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("number", application.number().value());
        arguments.put("title", Map.of("zh", names.zh(), "en", names.en()));
        arguments.put("school", organisations.get(application.school()).name());
        return arguments;
    }

    /** The last day on which something can still be done, as the texts take it. */
    public static String lastDay(Instant due) {
        return WorkCalendar.lastDayBefore(due).toString();
    }
}
