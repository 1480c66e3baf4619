package org.chuyi.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.Eligibility;
import org.chuyi.programme.EligibilityRules;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** From the blank form to the moment an application leaves the school: steps of the process, in its transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Filing {

    private final ProjectApplications applications;
    private final ApplicationContents contents;
    private final ApplicationVersions versions;
    private final Attachments attachments;
    private final Partnerships partnerships;
    private final EligibilityRules eligibility;
    private final ApprovedProgrammes approved;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Organisations organisations;
    private final Cases cases;
    private final AuditTrail audit;

    Filing(
            ProjectApplications applications,
            ApplicationContents contents,
            ApplicationVersions versions,
            Attachments attachments,
            Partnerships partnerships,
            EligibilityRules eligibility,
            ApprovedProgrammes approved,
            Rounds rounds,
            PolicyPacks packs,
            Organisations organisations,
            Cases cases,
            AuditTrail audit) {
        this.applications = applications;
        this.contents = contents;
        this.versions = versions;
        this.attachments = attachments;
        this.partnerships = partnerships;
        this.eligibility = eligibility;
        this.approved = approved;
        this.rounds = rounds;
        this.packs = packs;
        this.organisations = organisations;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * The clerk hands in what she has written.
     *
     * @return whether partners have to confirm first
     */
    public boolean handIn(ApplicationNumber number, Actor actor, Map<String, Object> answers, Instant at) {
        var application = applications.lock(number);
        requireInTime(application, at);
        var programme = packs.programme(application.programmeCode());
        var named = partnerships.namedIn(answers, programme, application.school());
        if (!named.problems().isEmpty()) {
            throw new TaskRejected(named.problems());
        }
        contents.replaceDraft(application, answers, actor, at);
        boolean ask = partnerships.ask(number, named.partners());
        if (ask) {
            application.askPartners(at);
            applications.save(application);
        }
        record("application.handedIn", number, Map.of("partnersAsked", ask));
        return ask;
    }

    /** Of whom confirmation is still awaited. */
    public List<OrganisationId> partnersToAsk(ApplicationNumber number) {
        return partnerships.toAsk(number);
    }

    /** One partner's answer; a refusal sends the application back to the clerk at once. */
    public Partnerships.Answers partnerAnswers(
            ApplicationNumber number, Actor partner, String decision, String opinion, Instant at) {
        var application = applications.lock(number);
        var answers = partnerships.answer(number, partner, decision, opinion, at);
        if (answers == Partnerships.Answers.DECLINED) {
            application.backToApplicant(
                    List.of(FieldProblem.of(
                            "", "", "application.problem.partnerDeclined", partner.organisationName(), opinion)),
                    at);
            applications.save(application);
        }
        record("application.partnerAnswered", number, Map.of("decision", decision));
        return answers;
    }

    /**
     * Everything but the form itself, which the gate has checked: window, eligibility, materials. What is found goes back
     * to the form; nothing found hands the application to the school's leader.
     */
    public List<FieldProblem> validate(ApplicationNumber number, Instant at) {
        var application = applications.lock(number);
        List<FieldProblem> problems = problemsOf(application, at);
        if (problems.isEmpty()) {
            application.handToSchoolLeader(at);
        } else {
            application.backToApplicant(problems, at);
        }
        applications.save(application);
        record("application.validated", number, Map.of("problems", problems.size()));
        return problems;
    }

    /** The leader signs: a version is frozen, and the application leaves the school. */
    public void signOff(ApplicationNumber number, Actor leader, Instant at) {
        var application = applications.lock(number);
        requireInTime(application, at);
        int version = application.submit(at);
        String hash =
                versions.freeze(number, version, contents.storedDraft(number), attachments.of(number), leader, at);
        applications.save(application);
        record("application.submitted", number, Map.of("version", version, "sha256", hash));
    }

    /** A partner or the leader does not agree: back to the clerk, with the reason on the form. */
    public void sendBack(ApplicationNumber number, FieldProblem why, Instant at) {
        var application = applications.lock(number);
        application.backToApplicant(List.of(why), at);
        applications.save(application);
        record("application.sentBack", number, Map.of("code", why.code()));
    }

    /** The window or the time for correction has passed. */
    public void expire(ApplicationNumber number, Instant at) {
        var application = applications.lock(number);
        application.expire(at);
        applications.save(application);
        cases.ended(number.value(), application.status().name());
        record("application.expired", number, Map.of());
    }

    /** Why a school cannot apply, whatever it writes. */
    List<FieldProblem> eligibilityProblems(Organisation school, Programme programme, Round round, Instant at) {
        return problemsIn(eligibility.check(school, programme, round, approved.of(school.id()), at));
    }

    private List<FieldProblem> problemsOf(ProjectApplication application, Instant at) {
        var school = organisations.get(application.school());
        var programme = packs.programme(application.programmeCode());
        var round = rounds.byCode(application.roundCode()).orElseThrow();
        List<FieldProblem> problems = new ArrayList<>();
        var known = approved.of(school.id());
        problems.addAll(problemsIn(
                application.returnedBy().isPresent()
                        ? eligibility.checkCorrection(school, programme, round, known, at)
                        : eligibility.check(school, programme, round, known, at)));
        problems.addAll(attachments.missing(application.number(), programme));
        return problems;
    }

    private static List<FieldProblem> problemsIn(Eligibility eligibility) {
        return eligibility instanceof Eligibility.NotEligible not
                ? not.reasons().stream()
                        .map(reason -> FieldProblem.of(
                                "", "", reason.messageKey(), reason.arguments().toArray()))
                        .toList()
                : List.of();
    }

    private static void requireInTime(ProjectApplication application, Instant at) {
        late(application, at).ifPresent(problem -> {
            throw new TaskRejected(List.of(problem));
        });
    }

    /** The first instant that is too late is 24:00 of the last day. */
    private static Optional<FieldProblem> late(ProjectApplication application, Instant at) {
        if (at.isBefore(application.filingDueAt())) {
            return Optional.empty();
        }
        String code = application.returnedBy().isPresent()
                ? "application.problem.correctionExpired"
                : "application.problem.windowClosed";
        return Optional.of(FieldProblem.of("", "", code));
    }

    private void record(String action, ApplicationNumber number, Map<String, ?> details) {
        audit.record(AuditEntry.of(action, "application", number.value(), details));
    }
}
