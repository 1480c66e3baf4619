package org.chuyi.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.ChuyiApplication;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.ChineseDates;
import org.springframework.stereotype.Component;

/** Who is told what about an application. Applicants learn the public status, never an inner step. */
@Component
public class ApplicationNotices {

    private final ProjectApplications applications;
    private final Organisations organisations;
    private final PolicyPacks packs;
    private final Notifications notifications;

    ApplicationNotices(
            ProjectApplications applications,
            Organisations organisations,
            PolicyPacks packs,
            Notifications notifications) {
        this.applications = applications;
        this.organisations = organisations;
        this.packs = packs;
        this.notifications = notifications;
    }

    public void submitted(ApplicationNumber number) {
        tellSchool(number, "applicationSubmitted", Map.of());
    }

    public void partnerDeclined(ApplicationNumber number) {
        tellApplicant(number, "partnerDeclined", Map.of());
    }

    public void signOffReturned(ApplicationNumber number) {
        tellApplicant(number, "signOffReturned", Map.of());
    }

    public void deadlineNear(ApplicationNumber number) {
        var application = applications.find(number).orElseThrow();
        tellApplicant(number, "correctionReminder", Map.of("due", day(application)));
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
                Map.of("due", day(applications.find(number).orElseThrow())));
    }

    public void approved(ApplicationNumber number) {
        tellSchool(number, "applicationApproved", Map.of());
    }

    public void refused(ApplicationNumber number) {
        tellSchool(number, "applicationRefused", Map.of());
    }

    /** Tells whoever holds a post of something that an application needs. */
    public void tell(Post post, ApplicationNumber number, String template, String link) {
        notifications.tell(post, template, arguments(number), link);
    }

    private void tellSchool(ApplicationNumber number, String template, Map<String, Object> more) {
        for (Role role : List.of(Role.APPLICANT, Role.SCHOOL_LEADER)) {
            tell(number, role, template, more);
        }
    }

    private void tellApplicant(ApplicationNumber number, String template, Map<String, Object> more) {
        tell(number, Role.APPLICANT, template, more);
    }

    private void tell(ApplicationNumber number, Role role, String template, Map<String, Object> more) {
        Map<String, Object> arguments = arguments(number);
        arguments.putAll(more);
        var school = applications.find(number).orElseThrow().school();
        notifications.tell(new Post(school, role), template, arguments, "/applications/" + number);
    }

    private Map<String, Object> arguments(ApplicationNumber number) {
        var application = applications.find(number).orElseThrow();
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("number", number.value());
        arguments.put(
                "title", packs.programme(application.programmeCode()).names().zh());
        arguments.put("school", organisations.get(application.school()).name());
        return arguments;
    }

    /** The last day on which it can still be filed. */
    private static String day(ProjectApplication application) {
        return ChineseDates.date(application
                .filingDueAt()
                .atZone(ChuyiApplication.ZONE)
                .minusNanos(1)
                .toLocalDate());
    }
}
