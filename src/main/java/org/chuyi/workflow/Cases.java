package org.chuyi.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases: process instances with a business key, as other modules start and steer them; always in their transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

    private final InboxCases inbox;
    private final RuntimeService engine;
    private final ManagementService jobs;
    private final Clock clock;
    private final Map<String, CaseSubjects> subjects;

    Cases(
            InboxCases inbox,
            RuntimeService engine,
            ManagementService jobs,
            Clock clock,
            Collection<CaseSubjects> subjects) {
        this.inbox = inbox;
        this.engine = engine;
        this.jobs = jobs;
        this.clock = clock;
        this.subjects = subjects.stream().collect(Collectors.toMap(CaseSubjects::processKey, Function.identity()));
    }

    /** Starts the process; its first tasks are in the inbox when this returns. */
    public void start(String processKey, String businessKey, Optional<Actor> starter, Map<String, Object> variables) {
        inbox.add(businessKey, processKey, subjects.get(processKey).subjectOf(businessKey), starter, clock.instant());
        var instance = engine.startProcessInstanceByKey(processKey, businessKey, variables);
        inbox.started(businessKey, instance.getId(), instance.getProcessDefinitionId());
    }

    /**
     * Takes a process that another one has called among the cases; called by its first step. The second call does
     * nothing.
     */
    public void adopt(String processKey, String businessKey, String processInstanceId, String processDefinitionId) {
        if (inbox.processInstanceOf(businessKey).isEmpty()) {
            inbox.add(
                    businessKey,
                    processKey,
                    subjects.get(processKey).subjectOf(businessKey),
                    Optional.empty(),
                    clock.instant());
            inbox.started(businessKey, processInstanceId, processDefinitionId);
        }
    }

    /** Tells the case's process what it waits for, with what it goes on by. */
    public void message(String businessKey, String name, Map<String, Object> variables) {
        engine.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey)
                .setVariables(variables)
                .correlate();
    }

    /** The same to whoever waits for it, which may be nobody. */
    public void messageIfAwaited(String businessKey, String name) {
        engine.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey)
                .correlateAll();
    }

    /** Sends a message to the case's process, which must be waiting for it. */
    public void message(String businessKey, String name) {
        engine.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    /** Gives the running timers of that id another date, e.g. when a window was extended. */
    public void moveTimer(Collection<String> businessKeys, String timerId, Instant date) {
        for (String instance : inbox.processInstancesOf(businessKeys)) {
            jobs.createJobQuery()
                    .processInstanceId(instance)
                    .activityId(timerId)
                    .list()
                    .forEach(job -> jobs.setJobDuedate(job.getId(), Date.from(date)));
        }
    }

    /** Notes the end of a case; called by the module whose aggregate reached its last state. */
    public void ended(String businessKey, String endState) {
        inbox.ended(businessKey, endState, clock.instant());
    }

    /** Whether a step of it has used up its attempts and waits for the administrator. */
    public boolean isHeldUp(String businessKey) {
        return inbox.processInstanceOf(businessKey)
                .filter(instance ->
                        engine.createIncidentQuery().processInstanceId(instance).count() > 0)
                .isPresent();
    }

    /** Puts the case among the copies 抄送 of everybody who holds the post. */
    public void copyTo(String businessKey, Post post, String reason) {
        inbox.copy(businessKey, post, reason, clock.instant());
    }
}
