package org.chuyi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an applicant does with applications as a whole: begins one, looks at one, withdraws one. */
@Service
public class Applications {

    /** So many of one school may begin at the same moment. */
    private static final int ATTEMPTS = 10;

    private final ProjectApplications applications;
    private final Drafts drafts;
    private final ApplicationAccess access;
    private final Filing filing;
    private final Prefill prefill;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Organisations organisations;
    private final Cases cases;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Applications(
            ProjectApplications applications,
            Drafts drafts,
            ApplicationAccess access,
            Filing filing,
            Prefill prefill,
            Rounds rounds,
            PolicyPacks packs,
            Organisations organisations,
            Cases cases,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.drafts = drafts;
        this.access = access;
        this.filing = filing;
        this.prefill = prefill;
        this.rounds = rounds;
        this.packs = packs;
        this.organisations = organisations;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of the wish to apply. */
    public sealed interface Start {
        record Started(ApplicationNumber number) implements Start {}

        record NotStarted(List<FieldProblem> problems) implements Start {}
    }

    /** The application, if this person may read it. */
    @Transactional(readOnly = true)
    public Optional<ProjectApplication> find(ApplicationNumber number, Actor actor) {
        return access.mayRead(number, actor) ? applications.find(number) : Optional.empty();
    }

    /** What would keep the actor's school from applying now; empty when nothing would. */
    @Transactional(readOnly = true)
    public List<FieldProblem> obstacles(Actor actor, Round round, Programme programme) {
        var school = organisations.get(actor.organisation());
        List<FieldProblem> problems = filing.eligibilityProblems(school, programme, round, clock.instant());
        int slots = round.programme(programme.code())
                .map(RoundProgramme::applicationsPerSchool)
                .orElse(0);
        boolean full = problems.isEmpty()
                && applications
                        .freeSlot(round.code(), programme.code(), school.id(), slots)
                        .isEmpty();
        return full ? List.of(FieldProblem.of("", "", "application.problem.alreadyApplied")) : problems;
    }

    /** The school's applications to that programme of that round which are still under way or decided. */
    @Transactional(readOnly = true)
    public List<ApplicationNumber> existing(Actor actor, RoundCode roundCode, ProgrammeCode programmeCode) {
        return applications.ofSchool(actor.organisation(), roundCode, programmeCode);
    }

    /** Begins an application of the actor's school and its process; the first task is then in her inbox. */
    public Start start(Actor actor, RoundCode roundCode, ProgrammeCode programmeCode) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> startOnce(actor, roundCode, programmeCode));
            } catch (DuplicateKeyException aColleagueTookThatSlot) {
                if (attempt == ATTEMPTS) {
                    throw aColleagueTookThatSlot;
                }
            }
        }
    }

    private Start startOnce(Actor actor, RoundCode roundCode, ProgrammeCode programmeCode) {
        Instant now = clock.instant();
        Optional<Round> round = rounds.byCode(roundCode).filter(Round::isPublic);
        Optional<RoundProgramme> offered = round.flatMap(found -> found.programme(programmeCode));
        if (offered.isEmpty() || !actor.is(Role.APPLICANT)) {
            return new Start.NotStarted(List.of(FieldProblem.of("", "", "application.problem.noSuchRound")));
        }
        var school = organisations.get(actor.organisation());
        Programme programme = packs.programme(programmeCode);
        List<FieldProblem> problems = filing.eligibilityProblems(school, programme, round.get(), now);
        if (!problems.isEmpty()) {
            return new Start.NotStarted(problems);
        }
        Optional<Integer> slot = applications.freeSlot(
                roundCode, programmeCode, school.id(), offered.get().applicationsPerSchool());
        if (slot.isEmpty()) {
            return new Start.NotStarted(List.of(FieldProblem.of("", "", "application.problem.alreadyApplied")));
        }
        int year = Integer.parseInt(roundCode.value().substring(0, 4));
        var application = ProjectApplication.begin(
                applications.nextNumber(year, programme.shortCode()),
                roundCode,
                programmeCode,
                school.id(),
                school.cityCode(),
                slot.get(),
                round.get().window().closesAt(),
                actor.account(),
                now);
        applications.add(application);
        drafts.begin(application.number(), prefill.answers(programme, school, actor), actor, now);
        cases.start(
                SchoolApplicationProcess.KEY,
                application.number().value(),
                Optional.of(actor),
                SchoolApplicationProcess.variables(programme, offered.get(), school));
        audit.record(AuditEntry.of(
                "application.started",
                "application",
                application.number().value(),
                Map.of("round", roundCode.value(), "programme", programmeCode.value())));
        return new Start.Started(application.number());
    }

    /**
     * Withdraws an application that nobody has decided; only the school's own people may.
     *
     * @return false when it is not theirs, or when it has been decided meanwhile
     */
    @Transactional
    public boolean withdraw(ApplicationNumber number, Actor actor, String reason) {
        if (!access.isOfOwnSchool(number, actor)) {
            return false;
        }
        var application = applications.lock(number);
        if (!application.mayBeWithdrawn()) {
            return false;
        }
        application.withdraw(clock.instant());
        applications.save(application);
        events.publishEvent(new ApplicationWithdrawn(number));
        cases.message(number.value(), SchoolApplicationProcess.WITHDRAWN);
        cases.ended(number.value(), application.status().name());
        audit.record(AuditEntry.of("application.withdrawn", "application", number.value(), Map.of("reason", reason)));
        return true;
    }
}
