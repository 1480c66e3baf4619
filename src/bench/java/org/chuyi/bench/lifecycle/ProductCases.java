package org.chuyi.bench.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationSubmission;
import org.chuyi.application.Applications;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.SignedIn;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormSchema;
import org.chuyi.workflow.form.FormVerdict;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product within this JVM, through the services that its pages call: draft, submission with all checks, the school's
 * sign-off, which the engines' cases have not, review and decision; with record, inbox, timers and notices.
 */
final class ProductCases implements Contender {

    private final MovableClock clock;
    private final JdbcClient database;
    private final Applications applications;
    private final ApplicationSubmission submission;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final CurrentActor current;
    private final Walk walk;
    private final FormCheck check;
    private final FormSchema form;
    private final Schools schools;
    private final Programme programme;
    private final Round round;
    private final Actor reviewer;
    private final Actor officer;

    private final Queue<Filing> toBegin = new ConcurrentLinkedQueue<>();
    private final Map<String, Filing> begun = new ConcurrentHashMap<>();

    private record Filing(Actor clerk, Actor leader, Map<String, Object> answers) {}

    ProductCases(ApplicationContext beans, JdbcClient database) {
        this.clock = beans.getBean(MovableClock.class);
        this.database = database;
        this.applications = beans.getBean(Applications.class);
        this.submission = beans.getBean(ApplicationSubmission.class);
        this.inbox = beans.getBean(TaskInbox.class);
        this.accounts = beans.getBean(Accounts.class);
        this.current = beans.getBean(CurrentActor.class);
        this.walk = beans.getBean(Walk.class);
        this.check = beans.getBean(FormCheck.class);
        this.form = beans.getBean(TaskForms.class).latest("schoolApplication", "application-" + Schools.PROGRAMME);
        this.schools = new Schools(database);
        clock.set(Instant.now());
        programme = walk.programme(Schools.PROGRAMME);
        round = round(beans.getBean(TestRounds.class));
        var people = beans.getBean(People.class);
        reviewer = people.cityReviewer(People.CHANGSHA);
        officer = people.provincialOfficer();
    }

    private Round round(TestRounds rounds) {
        var today = LocalDate.now(clock);
        return rounds.published(
                today,
                today.plusDays(30),
                List.of(new RoundProgramme(
                        new ProgrammeCode(Schools.PROGRAMME),
                        programme.number().byDefault(),
                        Schools.APPLICATIONS,
                        false,
                        Map.of(),
                        programme.workdays())));
    }

    @Override
    public String name() {
        return "the product inside the JVM";
    }

    @Override
    public String id() {
        return "inside";
    }

    @Override
    public void prepare(int cases) {
        var filings = new ArrayList<Filing>();
        for (var school : schools.forApplications(cases, "-")) {
            var clerk = actor(school.clerk(), school.id());
            filings.add(new Filing(clerk, actor(school.leader(), school.id()), answers(clerk)));
        }
        toBegin.clear();
        for (int each = 0; each < Schools.APPLICATIONS; each++) {
            toBegin.addAll(filings);
        }
    }

    private Actor actor(long account, long organisation) {
        return accounts.actor(new AccountId(account), new OrganisationId(organisation))
                .orElseThrow();
    }

    /** A whole set of answers to the form, for whoever sends it from outside. */
    Map<String, Object> answers() {
        var school = schools.forApplications(1, "-").get(0);
        return answers(actor(school.clerk(), school.id()));
    }

    /** As the page sends them: without the fields that the form hides. */
    private Map<String, Object> answers(Actor clerk) {
        var verdict = check.check(form, walk.answers(Schools.PROGRAMME, clerk));
        if (verdict instanceof FormVerdict.Checked checked) {
            return checked.answers();
        }
        throw new IllegalStateException("Not answers to the form: " + verdict);
    }

    @Override
    public String begin() {
        clock.set(Instant.now());
        var filing = toBegin.remove();
        var start = new Applications.Start[1];
        as(filing.clerk(), () -> start[0] = applications.start(filing.clerk(), round.code(), programme.code()));
        if (!(start[0] instanceof Applications.Start.Started started)) {
            throw new IllegalStateException("Not started: " + start[0]);
        }
        begun.put(started.number().value(), filing);
        return started.number().value();
    }

    @Override
    public void between(List<String> numbers) {
        Schools.putMaterials(database, requiredMaterials(), numbers);
    }

    List<String> requiredMaterials() {
        return programme.materials().stream()
                .filter(MaterialRequirement::required)
                .map(MaterialRequirement::code)
                .toList();
    }

    @Override
    public void finish(String key) {
        var number = new ApplicationNumber(key);
        var filing = begun.get(key);
        clock.set(Instant.now());
        as(filing.clerk(), () -> submit(number, filing));
        done(number, filing.leader(), Answers.SIGN_OFF);
        done(number, reviewer, Answers.CITY_REVIEW);
        done(number, officer, Answers.DECISION);
    }

    /** So many cases that lie on the city reviewer's desk; the ids of their tasks. */
    List<String> onTheDesk(int cases) {
        prepare(cases);
        List<String> numbers = Stream.generate(this::begin).limit(cases).toList();
        between(numbers);
        return numbers.stream()
                .map(key -> {
                    var number = new ApplicationNumber(key);
                    as(begun.get(key).clerk(), () -> submit(number, begun.get(key)));
                    done(number, begun.get(key).leader(), Answers.SIGN_OFF);
                    return inbox.openTaskOf(key, reviewer).orElseThrow().id();
                })
                .toList();
    }

    Actor reviewer() {
        return reviewer;
    }

    /** The last case that was finished. */
    String lastFinished() {
        return database.sql(
                        "select number from project_application where status = 'APPROVED' order by decided_at desc limit 1")
                .query(String.class)
                .single();
    }

    private void submit(ApplicationNumber number, Filing filing) {
        var became = submission.submit(number, filing.clerk(), 1, filing.answers(), Optional.empty(), requestKey());
        if (!(became instanceof ApplicationSubmission.Submission.Submitted)) {
            throw new IllegalStateException("Not submitted: " + became);
        }
    }

    private void done(ApplicationNumber number, Actor actor, Map<String, Object> answers) {
        as(actor, () -> {
            String task = inbox.openTaskOf(number.value(), actor).orElseThrow().id();
            var completion = inbox.complete(task, actor, answers, requestKey());
            if (!(completion instanceof Completion.Completed)) {
                throw new IllegalStateException("Not completed: " + completion);
            }
        });
    }

    private static Optional<String> requestKey() {
        return Optional.of(UUID.randomUUID().toString());
    }

    private void as(Actor actor, Runnable work) {
        current.during(new SignedIn(actor, false, false), work);
    }

    @Override
    public int finished() {
        return Schools.approved(database);
    }
}
