package org.chuyi.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;

/**
 * What applicants may be told: the public status and their own steps, never an inner step (申报人只看公开状态). Asked at the one
 * place where notices are made; what is not named here is an inner step.
 */
final class ApplicantNotices {

    /** Who files: a school's clerk and its leader, or a partner's. */
    static final Set<Role> APPLICANTS = EnumSet.of(Role.APPLICANT, Role.SCHOOL_LEADER);

    /** Of the public status, of what the applicant herself has to do, and of what comes back to her. */
    static final Set<String> PUBLIC = Set.of(
            "applicationSubmitted",
            "applicationWithdrawn",
            "applicationReturned",
            "applicationApproved",
            "applicationRefused",
            "applicationNotRecommended",
            "applicationNotSelected",
            "applicationExpired",
            "partnerAsked",
            "partnerDeclined",
            "signOffAsked",
            "signOffReturned",
            "filingReminder",
            "correctionReminder",
            "stepReturned",
            "decisionWithdrawn",
            "listDisplayed",
            "roundOpened",
            "workFinished",
            "workFailed",
            "accountCreated",
            "passwordReset");

    /** Of a step: told to applicants where the step is their own organisation's. */
    static final Set<String> OF_A_STEP = Set.of(
            "taskReminder",
            "taskOverdue",
            "taskUrged",
            "taskTransferred",
            "taskReleased",
            "taskDelegated",
            "delegationRecalled",
            "opinionGiven",
            "caseCopied",
            "signerAsked",
            "signerDropped",
            "signerAgreed",
            "signerObjected");

    private ApplicantNotices() {}

    static boolean isPublic(String template) {
        return PUBLIC.contains(template);
    }

    /** @param step whose step the notice is about, where it is about one */
    static boolean mayBeTold(Post post, String template, Optional<OrganisationId> step) {
        return !APPLICANTS.contains(post.role())
                || isPublic(template)
                || OF_A_STEP.contains(template) && step.equals(Optional.of(post.organisation()));
    }

    /** The organisation whose applicants hear of it all the same. */
    static Optional<OrganisationId> ownStep(String template, Optional<OrganisationId> step) {
        return step.filter(organisation -> OF_A_STEP.contains(template));
    }

    static List<String> names() {
        return APPLICANTS.stream().map(Role::name).toList();
    }
}
