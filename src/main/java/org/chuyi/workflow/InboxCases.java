package org.chuyi.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chuyi.database.OncePerTransaction;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases behind the tasks. */
@Repository
class InboxCases {

    private final JdbcClient jdbc;

    InboxCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String businessKey, String processKey, CaseSubjects.Subject subject, Optional<Actor> starter, Instant at) {
        jdbc.sql("""
                        insert into inbox_case (business_key, process_key, title, category, occasion, organisation_id,
                          city_code, started_by, started_at)
                        values (:key, :process, :title, :category, :occasion, :organisation, :city, :starter, :at)""")
                .param("key", businessKey)
                .param("process", processKey)
                .param("title", subject.title())
                .param("category", subject.category())
                .param("occasion", subject.occasion())
                .param("organisation", subject.applicant().value())
                .param("city", subject.cityCode())
                .param(
                        "starter",
                        starter.map(Actor::account).map(AccountId::value).orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    void started(String businessKey, String processInstanceId, String processDefinitionId) {
        jdbc.sql("""
                        update inbox_case set process_instance_id = :instance, process_definition_id = :definition
                        where business_key = :key""")
                .param("instance", processInstanceId)
                .param("definition", processDefinitionId)
                .param("key", businessKey)
                .update();
    }

    void ended(String businessKey, String endState, Instant at) {
        jdbc.sql("update inbox_case set ended_at = :at, end_state = :state where business_key = :key")
                .param("at", Timestamp.from(at))
                .param("state", endState)
                .param("key", businessKey)
                .update();
    }

    private record DefinitionOfCase(String businessKey) {}

    String processDefinitionOf(String businessKey) {
        return OncePerTransaction.read(new DefinitionOfCase(businessKey), read -> jdbc.sql(
                        "select process_definition_id from inbox_case where business_key = :key")
                .param("key", read.businessKey())
                .query(String.class)
                .single());
    }

    Optional<String> processInstanceOf(String businessKey) {
        return jdbc.sql("select process_instance_id from inbox_case where business_key = :key")
                .param("key", businessKey)
                .query(String.class)
                .optional();
    }

    List<String> processInstancesOf(Collection<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : jdbc.sql("select process_instance_id from inbox_case where business_key in (:keys)")
                        .param("keys", businessKeys)
                        .query(String.class)
                        .list();
    }

    void copy(String businessKey, Post post, String reason, Instant at) {
        jdbc.sql("""
                        insert into inbox_copy (business_key, account_id, reason, copied_at)
                        select :key, p.account_id, :reason, :at from post p
                        where p.organisation_id = :organisation and p.role = :role
                        on conflict do nothing""")
                .param("key", businessKey)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .update();
    }
}
