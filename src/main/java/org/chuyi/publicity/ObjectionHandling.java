package org.chuyi.publicity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.LeadDepartment;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.ContestResult;
import org.chuyi.selection.ContestResults;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.SealedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 受理、核查、答复: what the province does with an objection. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ObjectionHandling {

    private final PublicityLists lists;
    private final Objections objections;
    private final ContestResults results;
    private final Organisations organisations;
    private final LeadDepartment leadDepartment;
    private final Cases cases;
    private final SealedText sealed;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectMapper json;

    ObjectionHandling(
            PublicityLists lists,
            Objections objections,
            ContestResults results,
            Organisations organisations,
            LeadDepartment leadDepartment,
            Cases cases,
            SealedText sealed,
            AuditTrail audit,
            Clock clock,
            ObjectMapper json) {
        this.lists = lists;
        this.objections = objections;
        this.results = results;
        this.organisations = organisations;
        this.leadDepartment = leadDepartment;
        this.cases = cases;
        this.sealed = sealed;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** Accepts it and says who looks into it, or refuses to. */
    public void accept(CompletedTask task) {
        boolean accepted = "accepted".equals(task.text("decision"));
        List<String> investigators = accepted ? investigators(task) : List.of();
        objections.accepted(
                task.businessKey(),
                accepted ? Objection.State.INVESTIGATION : Objection.State.NOT_ACCEPTED,
                task.text("opinion"),
                investigators);
        record("objection." + (accepted ? "accepted" : "notAccepted"), task.businessKey(), investigators.size());
    }

    public void report(CompletedTask task) {
        Actor by = task.actor();
        objections.reported(
                task.businessKey(),
                new Objection.Report(
                        task.text("findings"), task.text("proposal"), by.name(), by.organisationName(), task.at()),
                by);
        record("objection.reported", task.businessKey(), 1);
    }

    /** Upholds it, with what changes on the list, or dismisses it. */
    public void answer(CompletedTask task) {
        Objection objection = objections.find(task.businessKey()).orElseThrow();
        boolean upheld = "upheld".equals(task.text("decision"));
        List<Objection.Correction> corrections = upheld ? corrections(task, objection.round()) : List.of();
        objections.answered(
                objection.key(),
                upheld ? Objection.State.UPHELD : Objection.State.DISMISSED,
                task.text("answer"),
                corrections,
                task.at());
        record("objection." + (upheld ? "upheld" : "dismissed"), objection.key(), corrections.size());
    }

    /** Changes the list as the answer says, and has it shown anew. */
    public void correct(String key) {
        Objection objection = objections.find(key).orElseThrow();
        objection
                .corrections()
                .forEach(correction -> results.correct(
                        new ApplicationNumber(correction.number()), correction.selected(), correction.reason()));
        cases.messageIfAwaited(PublicityKeys.ofPublicity(objection.round()), PublicityProcess.LIST_CORRECTED);
    }

    /** From now on the objector reads the answer; the publicity goes on if it waited for this one alone. */
    public void tell(String key) {
        Objection objection = objections.find(key).orElseThrow();
        lists.lockLast(objection.round());
        objections.told(key, clock.instant());
        cases.ended(key, objection.state().name());
        if (objections.open(objection.round()) == 0) {
            cases.messageIfAwaited(PublicityKeys.ofPublicity(objection.round()), PublicityProcess.OBJECTIONS_SETTLED);
        }
    }

    /** The groups of those who look into it. */
    public List<String> investigatorGroups(String key) {
        return objections.find(key).orElseThrow().investigators();
    }

    /** An objection as those read it who hold one of its tasks; the objector is opened for the deciding department alone. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Opened> open(String key, Actor actor) {
        return objections
                .find(key)
                .map(objection -> new Opened(
                        objection,
                        actor.organisation().equals(leadDepartment.id()) ? objector(objection) : Optional.empty(),
                        objections.reports(key)));
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public List<Objection> of(RoundCode round) {
        return objections.of(round);
    }

    public record Opened(Objection objection, Optional<Objector> objector, List<Objection.Report> reports) {}

    private Optional<Objector> objector(Objection objection) {
        return sealed.open(objection.objector(), objection.key()).map(text -> {
            try {
                return json.readValue(text, Objector.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The objector of " + objection.key() + " cannot be read", e);
            }
        });
    }

    /** The province itself, or the education bureau of the city that is concerned. */
    private List<String> investigators(CompletedTask task) {
        if ("city".equals(task.text("investigator"))) {
            String city = objections
                    .find(task.businessKey())
                    .map(Objection::about)
                    .filter(about -> !about.isEmpty())
                    .flatMap(about -> results.cityOf(new ApplicationNumber(about)))
                    .orElseThrow(() -> TaskRejected.because("publicity.problem.noCity"));
            var bureau = organisations.cityEducationBureauOf(city).orElseThrow();
            return List.of(new Post(bureau.id(), Role.REVIEWER).group());
        }
        return List.of(leadDepartment.officers().group());
    }

    private List<Objection.Correction> corrections(CompletedTask task, RoundCode round) {
        Map<String, ContestResult> rows = results.of(round).stream()
                .collect(Collectors.toMap(result -> result.number().value(), result -> result));
        List<Objection.Correction> corrections = task.rows("corrections").stream()
                .map(row -> new Objection.Correction(
                        Objects.toString(row.get("number"), "").strip(),
                        "select".equals(row.get("action")),
                        Objects.toString(row.get("reason"), "")))
                .toList();
        if (corrections.isEmpty()) {
            throw TaskRejected.because("publicity.problem.noCorrection");
        }
        for (var correction : corrections) {
            ContestResult row = rows.get(correction.number());
            if (row == null) {
                throw TaskRejected.because("selection.problem.notInContest", correction.number());
            }
            if (row.selected() == correction.selected()) {
                throw TaskRejected.because("selection.problem.noException", correction.number());
            }
        }
        return corrections;
    }

    private void record(String action, String key, int count) {
        audit.record(AuditEntry.of(action, "objection", key, Map.of("count", count)));
    }
}
