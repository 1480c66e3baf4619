package org.chuyi.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases: process instances with a business key, an owner and an end, as the lists show them. */
@Service
public class Cases {

    private final RuntimeService engine;
    private final ManagementService jobs;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, CaseSubjects> subjects;

    Cases(
            RuntimeService engine,
            ManagementService jobs,
            JdbcClient jdbc,
            Clock clock,
            Collection<CaseSubjects> subjects) {
        this.engine = engine;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
        this.subjects = subjects.stream().collect(Collectors.toMap(CaseSubjects::processKey, Function.identity()));
    }

    /** Starts the process in the caller's transaction; its first tasks are in the inbox when this returns. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(String processKey, String businessKey, Optional<Actor> starter, Map<String, Object> variables) {
        var subject = subjects.get(processKey).subjectOf(businessKey);
        jdbc.sql(
                        """
                        insert into inbox_case (business_key, process_key, title, category, occasion,
                           organisation_id, city_code, started_by, started_at)
                        values (:key, :process, :title, :category, :occasion, :organisation, :city, :starter, :now)""")
                .param("key", businessKey)
                .param("process", processKey)
                .param("title", subject.title())
                .param("category", subject.category())
                .param("occasion", subject.occasion())
                .param("organisation", subject.applicant().value())
                .param("city", subject.cityCode())
                .param("starter", starter.map(Actor::account).map(AccountId::value).orElse(null))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var instance = engine.startProcessInstanceByKey(processKey, businessKey, variables);
        jdbc.sql("update inbox_case set process_instance_id = :instance where business_key = :key")
                .param("instance", instance.getId())
                .param("key", businessKey)
                .update();
    }

    /** Sends a message to the case's process; it must be waiting for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(String businessKey, String name) {
        engine.createMessageCorrelation(name)
                .processInstanceBusinessKey(businessKey)
                .correlate();
    }

    /** Gives a running timer of the cases another date, e.g. when a window was extended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTimer(Collection<String> businessKeys, String timerId, Instant date) {
        for (String instanceId : instancesOf(businessKeys)) {
            jobs.createJobQuery().processInstanceId(instanceId).activityId(timerId).list().forEach(job ->
                    jobs.setJobDuedate(job.getId(), java.util.Date.from(date)));
        }
    }

    private List<String> instancesOf(Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : jdbc.sql("select process_instance_id from inbox_case where business_key in (:keys)")
                        .param("keys", businessKeys)
                        .query(String.class)
                        .list();
    }

    /** Notes the end of a case; called by the module whose aggregate reached its last state. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(String businessKey, String endState) {
        jdbc.sql("update inbox_case set ended_at = :now, end_state = :state where business_key = :key")
                .param("now", Timestamp.from(clock.instant()))
                .param("state", endState)
                .param("key", businessKey)
                .update();
    }

    /** Puts the case in somebody's list of copies 抄送. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copyTo(String businessKey, org.chuyi.organisation.Post post, String reason) {
        jdbc.sql(
                        """
                        insert into inbox_copy (business_key, account_id, reason, copied_at)
                        select :key, p.account_id, :reason, :now from post p
                        where p.organisation_id = :organisation and p.role = :role
                        on conflict do nothing""")
                .param("key", businessKey)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .update();
    }
}
