package org.chuyi.notification;

import static org.chuyi.notification.NoticeChoice.AT_ONCE;
import static org.chuyi.notification.NoticeChoice.DIGEST;
import static org.chuyi.notification.NoticeChoice.IN_APP;
import static org.chuyi.organisation.Role.APPLICANT;
import static org.chuyi.organisation.Role.BUREAU_LEADER;
import static org.chuyi.organisation.Role.EXPERT;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.chuyi.organisation.Role.REVIEWER;
import static org.chuyi.organisation.Role.SCHOOL_LEADER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;

/**
 * What people choose about: each template is of one kind, and many notices of one kind become one. The names are stored.
 * Every kind is shown in the portal whatever is chosen; of some a mail too cannot be refused, since a deadline or a
 * decision depends on it.
 */
public enum NoticeKind {
    RESULT(
            "/applications",
            Roles.OF_SCHOOLS,
            EnumSet.of(AT_ONCE, DIGEST),
            "applicationReturned",
            "applicationApproved",
            "applicationRefused",
            "applicationNotRecommended",
            "applicationNotSelected",
            "applicationExpired"),
    PROGRESS(
            "/applications",
            Roles.OF_SCHOOLS,
            EnumSet.allOf(NoticeChoice.class),
            "applicationSubmitted",
            "applicationWithdrawn",
            "partnerDeclined",
            "signOffReturned"),
    TASK(
            "/inbox",
            Roles.OF_TASKS,
            EnumSet.allOf(NoticeChoice.class),
            "partnerAsked",
            "signOffAsked",
            "reviewAsked",
            "taskArrived",
            "recommendationOpened",
            "recommendationSealed",
            "recommendationReturned",
            "expertInvited",
            "expertRecused",
            "expertDrawAsked",
            "expertSeatVacant",
            "expertPanelShort",
            "scoringAsked",
            "rescoringAsked",
            "discussionAsked",
            "discussionOpened",
            "rankingAsked",
            "countersignAsked",
            "reconciliationAsked",
            "finalDecisionAsked",
            "taskTransferred",
            "taskReleased",
            "stepReturned",
            "decisionWithdrawn"),
    DUE(
            "/inbox",
            Roles.OF_TASKS,
            EnumSet.allOf(NoticeChoice.class),
            "filingReminder",
            "correctionReminder",
            "reviewReminder",
            "taskReminder",
            "expertReminder"),
    OVERDUE(
            "/inbox",
            Roles.OF_TASKS,
            EnumSet.of(AT_ONCE, DIGEST),
            "reviewOverdue",
            "taskOverdue",
            "taskUrged",
            "expertLapsed"),
    SUPERVISION(
            "/inbox?tab=organisation",
            EnumSet.of(SCHOOL_LEADER, BUREAU_LEADER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER),
            EnumSet.of(AT_ONCE, DIGEST),
            "reviewOverdueReport",
            "taskOverdueReport"),
    COLLEAGUE(
            "/inbox",
            Roles.OF_TASKS,
            EnumSet.allOf(NoticeChoice.class),
            "caseCopied",
            "taskDelegated",
            "delegationRecalled",
            "opinionGiven",
            "signerAsked",
            "signerDropped",
            "signerAgreed",
            "signerObjected"),
    PUBLICITY(
            "/publicity",
            Roles.OF_TASKS,
            EnumSet.allOf(NoticeChoice.class),
            "listDisplayed",
            "recommendationAccepted",
            "roundOpened"),
    WORK("/work", EnumSet.allOf(Role.class), EnumSet.allOf(NoticeChoice.class), "workFinished", "workFailed"),
    ACCOUNT("/account", EnumSet.allOf(Role.class), EnumSet.of(AT_ONCE), "accountCreated", "passwordReset");

    private static final Map<String, NoticeKind> BY_TEMPLATE = Stream.of(values())
            .flatMap(kind -> kind.templates.stream().map(template -> Map.entry(template, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String place;
    private final Set<Role> roles;
    private final Set<NoticeChoice> choices;
    private final List<String> templates;

    NoticeKind(String place, Set<Role> roles, Set<NoticeChoice> choices, String... templates) {
        this.place = place;
        this.roles = roles;
        this.choices = choices;
        this.templates = List.of(templates);
    }

    /** An unknown template fails a test before it comes here. */
    public static NoticeKind of(String template) {
        return BY_TEMPLATE.getOrDefault(template, TASK);
    }

    public static Set<String> allTemplates() {
        return BY_TEMPLATE.keySet();
    }

    public List<String> templates() {
        return templates;
    }

    /** Path of the page that shows what many notices of the kind are about. */
    public String place() {
        return place;
    }

    public Set<NoticeChoice> choices() {
        return Collections.unmodifiableSet(choices);
    }

    /** Whether she may keep it to the portal. */
    public boolean mayStayInApp() {
        return choices.contains(IN_APP);
    }

    public boolean isFixed() {
        return choices.size() == 1;
    }

    /** What holds for who has chosen nothing. */
    public NoticeChoice usual() {
        return this == WORK ? IN_APP : AT_ONCE;
    }

    public boolean concerns(Actor actor) {
        return !Collections.disjoint(roles, actor.roles());
    }

    /** What she can choose about. */
    public static Stream<NoticeKind> concerning(Actor actor) {
        return Stream.of(values()).filter(kind -> kind.concerns(actor));
    }

    /** Whether an organisation's robot may be told: not what concerns one person's account or work. */
    public boolean isForRobots() {
        return this != ACCOUNT && this != WORK && this != COLLEAGUE;
    }

    public static List<NoticeKind> forRobots() {
        return Stream.of(values()).filter(NoticeKind::isForRobots).toList();
    }

    private static final class Roles {
        static final Set<Role> OF_SCHOOLS = EnumSet.of(APPLICANT, SCHOOL_LEADER);
        static final Set<Role> OF_TASKS = EnumSet.of(
                APPLICANT, SCHOOL_LEADER, REVIEWER, BUREAU_LEADER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER, EXPERT);
    }
}
