package org.chuyi.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored decisions and requests for correction. */
@Repository
public class Reviews {

    private static final TypeReference<List<CorrectionRequest.Item>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Reviews(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Who decided, for which organisation. */
    record Decider(AccountId account, String name, OrganisationId organisation) {
        static Decider of(Actor actor) {
            return new Decider(actor.account(), actor.name(), actor.organisation());
        }
    }

    /** Returns the decision's id. */
    long add(
            ApplicationNumber number,
            int version,
            ReviewStep step,
            String decision,
            String opinion,
            Decider decider,
            Instant at) {
        return jdbc.sql("""
                        insert into review_decision (number, version, step, decision, opinion, decided_by,
                          decided_by_name, organisation_id, decided_at)
                        values (:number, :version, :step, :decision, :opinion, :by, :name, :organisation, :at)
                        returning id""")
                .param("number", number.value())
                .param("version", version)
                .param("step", step.name())
                .param("decision", decision)
                .param("opinion", opinion)
                .param("by", decider.account().value())
                .param("name", decider.name())
                .param("organisation", decider.organisation().value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void ask(
            ApplicationNumber number,
            long decision,
            int version,
            List<CorrectionRequest.Item> items,
            Instant at,
            Instant due) {
        jdbc.sql("""
                        insert into correction_request (number, decision_id, version, items, requested_at, due_at)
                        values (:number, :decision, :version, :items::jsonb, :at, :due)""")
                .param("number", number.value())
                .param("decision", decision)
                .param("version", version)
                .param("items", write(items))
                .param("at", Timestamp.from(at))
                .param("due", Timestamp.from(due))
                .update();
    }

    void answered(ApplicationNumber number, int version) {
        jdbc.sql("""
                        update correction_request set answered_by_version = :version
                        where number = :number and answered_by_version is null""").param("version", version).param("number", number.value()).update();
    }

    /** All decisions on an application, the first one first; the caller has checked who reads. */
    public List<ReviewDecision> of(ApplicationNumber number) {
        return jdbc.sql("""
                        select d.*, o.name as organisation_name from review_decision d
                        join organisation o on o.id = d.organisation_id
                        where d.number = :number and d.withdrawn_at is null order by d.id""")
                .param("number", number.value())
                .query((row, n) -> new ReviewDecision(
                        row.getLong("id"),
                        number,
                        row.getInt("version"),
                        ReviewStep.valueOf(row.getString("step")),
                        row.getString("decision"),
                        row.getString("opinion"),
                        row.getString("decided_by_name"),
                        row.getString("organisation_name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** The last decision of that step no longer counts; its line stays. */
    void withdraw(ApplicationNumber number, ReviewStep step, Instant at) {
        jdbc.sql("""
                        update review_decision set withdrawn_at = :at
                        where id = (select max(id) from review_decision
                          where number = :number and step = :step and withdrawn_at is null)""")
                .param("at", Timestamp.from(at))
                .param("number", number.value())
                .param("step", step.name())
                .update();
    }

    /** All requests for correction, the newest first; the caller has checked who reads. */
    public List<CorrectionRequest> correctionsOf(ApplicationNumber number) {
        return jdbc.sql("select * from correction_request where number = :number order by id desc")
                .param("number", number.value())
                .query((row, n) -> new CorrectionRequest(
                        number,
                        row.getInt("version"),
                        read(row.getString("items")),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        Optional.ofNullable(row.getObject("answered_by_version", Integer.class))
                                .map(OptionalInt::of)
                                .orElseGet(OptionalInt::empty)))
                .list();
    }

    private String write(List<CorrectionRequest.Item> items) {
        try {
            return json.writeValueAsString(items);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CorrectionRequest.Item> read(String items) {
        try {
            return json.readValue(items, ITEMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
