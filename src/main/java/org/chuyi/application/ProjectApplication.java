package org.chuyi.application;

import static org.chuyi.application.ApplicationStatus.APPROVED;
import static org.chuyi.application.ApplicationStatus.CITY_REVIEW;
import static org.chuyi.application.ApplicationStatus.DRAFT;
import static org.chuyi.application.ApplicationStatus.EXPIRED;
import static org.chuyi.application.ApplicationStatus.FORMAL_CHECK;
import static org.chuyi.application.ApplicationStatus.NOT_RECOMMENDED;
import static org.chuyi.application.ApplicationStatus.NOT_SELECTED;
import static org.chuyi.application.ApplicationStatus.PARTNER_CONFIRMATION;
import static org.chuyi.application.ApplicationStatus.RECOMMENDATION;
import static org.chuyi.application.ApplicationStatus.REFUSED;
import static org.chuyi.application.ApplicationStatus.RETURNED;
import static org.chuyi.application.ApplicationStatus.SCHOOL_SIGN_OFF;
import static org.chuyi.application.ApplicationStatus.SELECTION;
import static org.chuyi.application.ApplicationStatus.WITHDRAWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.chuyi.workflow.form.FieldProblem;

/**
 * 申报: one school's application to one programme of one round.
 *
 * <p>It knows where it stands and which step may follow; what the form says is in its draft and versions.
 */
public final class ProjectApplication {

    private final ApplicationNumber number;
    private final RoundCode roundCode;
    private final ProgrammeCode programmeCode;
    private final OrganisationId school;
    private final String cityCode;
    private final int slot;
    private final AccountId createdBy;
    private final Instant createdAt;
    private final int revision;

    private ApplicationStatus status;
    private Instant statusSince;
    private ReturnedBy returnedBy;
    private Instant filingDueAt;
    private int currentVersion;
    private List<FieldProblem> problems;
    private Instant submittedAt;
    private Instant decidedAt;

    /** All of it as stored; a new one comes from {@link #begin}. */
    ProjectApplication(Stored stored) {
        this.number = stored.number();
        this.roundCode = stored.roundCode();
        this.programmeCode = stored.programmeCode();
        this.school = stored.school();
        this.cityCode = stored.cityCode();
        this.slot = stored.slot();
        this.createdBy = stored.createdBy();
        this.createdAt = stored.createdAt();
        this.revision = stored.revision();
        this.status = stored.status();
        this.statusSince = stored.statusSince();
        this.returnedBy = stored.returnedBy().orElse(null);
        this.filingDueAt = stored.filingDueAt();
        this.currentVersion = stored.currentVersion();
        this.problems = stored.problems();
        this.submittedAt = stored.submittedAt().orElse(null);
        this.decidedAt = stored.decidedAt().orElse(null);
    }

    static ProjectApplication begin(
            ApplicationNumber number,
            RoundCode roundCode,
            ProgrammeCode programmeCode,
            OrganisationId school,
            String cityCode,
            int slot,
            Instant windowClosesAt,
            AccountId createdBy,
            Instant at) {
        return new ProjectApplication(new Stored(
                number,
                roundCode,
                programmeCode,
                school,
                cityCode,
                slot,
                DRAFT,
                at,
                Optional.empty(),
                windowClosesAt,
                0,
                List.of(),
                createdBy,
                at,
                Optional.empty(),
                Optional.empty(),
                0));
    }

    void askPartners(Instant at) {
        require(status.isEditable());
        to(PARTNER_CONFIRMATION, at);
    }

    /** Filled in, confirmed and valid: the school's leader looks at it next. */
    void handToSchoolLeader(Instant at) {
        require(status.isEditable() || status == PARTNER_CONFIRMATION);
        problems = List.of();
        to(SCHOOL_SIGN_OFF, at);
    }

    /** Back on the clerk's table, by a partner, by validation or by the school's leader. */
    void backToApplicant(List<FieldProblem> why, Instant at) {
        require(status.isEditable() || status == PARTNER_CONFIRMATION || status == SCHOOL_SIGN_OFF);
        problems = List.copyOf(why);
        to(returnedBy == null ? DRAFT : RETURNED, at);
    }

    /** Signed off: the next version is frozen, and this is where the application leaves the school. */
    int submit(Instant at) {
        require(status == SCHOOL_SIGN_OFF);
        currentVersion++;
        if (submittedAt == null) {
            submittedAt = at;
        }
        return currentVersion;
    }

    /** Reaches the reviewer, for the first time, with a correction, or again; where it lies there already, nothing changes. */
    void reach(ApplicationStatus review, Instant at) {
        require(review.isUnderReview());
        if (status == review) {
            return;
        }
        require(status == SCHOOL_SIGN_OFF
                || (review == FORMAL_CHECK && (status == CITY_REVIEW || status == RECOMMENDATION)));
        returnedBy = null;
        to(review, at);
    }

    /** The province gives it back to the city, or the city takes its recommendation back. */
    void backToCity(Instant at) {
        require(status == FORMAL_CHECK);
        to(CITY_REVIEW, at);
    }

    /** The province takes its approval back before the contest begins. */
    void backToFormalCheck(Instant at) {
        require(status == SELECTION);
        to(FORMAL_CHECK, at);
    }

    /** On the table of the school's leader again, as a correction: it comes back to whoever had it. */
    void backToSchool(Instant due, Instant at) {
        require(status.isUnderReview());
        returnedBy = status == CITY_REVIEW ? ReturnedBy.CITY : ReturnedBy.PROVINCE;
        filingDueAt = due;
        to(SCHOOL_SIGN_OFF, at);
    }

    /** 市州同意推荐: it waits for the city's ranked list. */
    void awaitRecommendation(Instant at) {
        require(status == CITY_REVIEW);
        to(RECOMMENDATION, at);
    }

    /** 通过形式审查: it waits for the contest's result. */
    void enterSelection(Instant at) {
        require(status == FORMAL_CHECK);
        to(SELECTION, at);
    }

    void returnForCorrection(Instant due, Instant at) {
        require(status.isUnderReview());
        returnedBy = status == CITY_REVIEW ? ReturnedBy.CITY : ReturnedBy.PROVINCE;
        filingDueAt = due;
        to(RETURNED, at);
    }

    void approve(Instant at) {
        require(status == FORMAL_CHECK || status == SELECTION);
        end(APPROVED, at);
    }

    void notRecommend(Instant at) {
        require(status == CITY_REVIEW || status == RECOMMENDATION);
        end(NOT_RECOMMENDED, at);
    }

    void refuse(Instant at) {
        require(status == FORMAL_CHECK);
        end(REFUSED, at);
    }

    void notSelect(Instant at) {
        require(status == SELECTION);
        end(NOT_SELECTED, at);
    }

    void withdraw(Instant at) {
        require(mayBeWithdrawn());
        end(WITHDRAWN, at);
    }

    void expire(Instant at) {
        require(status.isEditable() || status == PARTNER_CONFIRMATION || status == SCHOOL_SIGN_OFF);
        end(EXPIRED, at);
    }

    public boolean mayBeWithdrawn() {
        return !status.isEnd();
    }

    private void end(ApplicationStatus end, Instant at) {
        decidedAt = at;
        to(end, at);
    }

    private void to(ApplicationStatus next, Instant at) {
        status = next;
        statusSince = at;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("Application " + number + " cannot do this while " + status);
        }
    }

    public ApplicationNumber number() {
        return number;
    }

    public RoundCode roundCode() {
        return roundCode;
    }

    public ProgrammeCode programmeCode() {
        return programmeCode;
    }

    public OrganisationId school() {
        return school;
    }

    public String cityCode() {
        return cityCode;
    }

    public int slot() {
        return slot;
    }

    public AccountId createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public ApplicationStatus status() {
        return status;
    }

    public Instant statusSince() {
        return statusSince;
    }

    /** Who returned it, while the correction is under way. */
    public Optional<ReturnedBy> returnedBy() {
        return Optional.ofNullable(returnedBy);
    }

    /** Until when it must leave the school: the window's end, or the correction's due date; exclusive. */
    public Instant filingDueAt() {
        return filingDueAt;
    }

    /** The last frozen version; 0 before the first. */
    public int currentVersion() {
        return currentVersion;
    }

    /** What the last validation found, for the form to show. */
    public List<FieldProblem> problems() {
        return problems;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    int revision() {
        return revision;
    }

    /** Who sent it back, and gets the corrected version. */
    public enum ReturnedBy {
        CITY,
        PROVINCE
    }

    record Stored(
            ApplicationNumber number,
            RoundCode roundCode,
            ProgrammeCode programmeCode,
            OrganisationId school,
            String cityCode,
            int slot,
            ApplicationStatus status,
            Instant statusSince,
            Optional<ReturnedBy> returnedBy,
            Instant filingDueAt,
            int currentVersion,
            List<FieldProblem> problems,
            AccountId createdBy,
            Instant createdAt,
            Optional<Instant> submittedAt,
            Optional<Instant> decidedAt,
            int revision) {}
}
