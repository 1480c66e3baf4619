package org.chuyi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored lists and their rows. */
@Repository
class RecommendationLists {

    static final String SELECT =
            "select l.*, o.name as body_name from recommendation_list l join organisation o on o.id = l.organisation_id ";

    /** Applications {@code a} with the body {@code t.organisation_id} that reviews them: the last city review says so. */
    static final String APPLICATIONS = """
            project_application a
              join lateral (select organisation_id from inbox_task
                where business_key = a.number and task_key = 'cityReview'
                order by created_at desc, task_id desc limit 1) t on true
            """;

    /** On which the body has still to decide, also while the school corrects for it. */
    static final String UNDECIDED = """
            (a.status = 'CITY_REVIEW'
              or (a.status in ('RETURNED', 'PARTNER_CONFIRMATION', 'SCHOOL_SIGN_OFF') and a.returned_by = 'CITY'))
            and exists (select 1 from round_programme p where p.round_code = a.round_code
              and p.programme_code = a.programme_code and p.competitive)""";

    private final JdbcClient jdbc;

    RecommendationLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The bodies that have something to rank, or will have, in order of id. */
    List<OrganisationId> bodiesOf(RoundCode round) {
        return jdbc.sql("select distinct t.organisation_id from " + APPLICATIONS
                        + "where a.round_code = :round and (a.status = 'RECOMMENDATION' or (" + UNDECIDED
                        + ")) order by 1")
                .param("round", round.value())
                .query((row, n) -> new OrganisationId(row.getLong(1)))
                .list();
    }

    /** Makes the beginning of a list and whoever would come onto it wait for each other, also before there is a row. */
    void guard(RecommendationKey key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('recommendation'), hashtext(:key))")
                .param("key", key.toString())
                .query((row, n) -> n)
                .list();
    }

    boolean add(RecommendationKey key, String cityCode, Instant at) {
        return jdbc.sql("""
                        insert into recommendation_list (key, round_code, organisation_id, city_code, state, opened_at)
                        values (:key, :round, :body, :city, 'DRAFT', :at) on conflict do nothing""")
                        .param("key", key.toString())
                        .param("round", key.round().value())
                        .param("body", key.body().value())
                        .param("city", cityCode)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<RecommendationList> find(RecommendationKey key) {
        return jdbc.sql(SELECT + "where l.key = :key")
                .param("key", key.toString())
                .query(RecommendationLists::list)
                .optional();
    }

    /** Waits for whoever changes it at the same time. */
    Optional<RecommendationList> lock(RecommendationKey key) {
        return jdbc.sql(SELECT + "where l.key = :key for update of l")
                .param("key", key.toString())
                .query(RecommendationLists::list)
                .optional();
    }

    /** The list that an application stands on, locked as above. */
    Optional<RecommendationList> lockListOf(ApplicationNumber number) {
        return jdbc.sql(SELECT + """
                        where l.key = (select list_key from recommendation where number = :number) for update of l""")
                .param("number", number.value())
                .query(RecommendationLists::list)
                .optional();
    }

    /** In order of programme and rank, those that dropped out left out. */
    List<RecommendationRow> rows(RecommendationKey key) {
        return jdbc.sql("""
                        select r.*, school.name as school, a.status from recommendation r
                          join project_application a on a.number = r.number
                          join organisation school on school.id = a.organisation_id
                        where r.list_key = :key and r.rank is not null
                        order by r.programme_code, r.rank""")
                .param("key", key.toString())
                .query(RecommendationLists::row)
                .list();
    }

    /** In order of number. */
    List<UndecidedApplication> undecided(RecommendationKey key) {
        return jdbc.sql("select a.number, a.programme_code, a.status, school.name as school from " + APPLICATIONS
                        + " join organisation school on school.id = a.organisation_id"
                        + " where a.round_code = :round and t.organisation_id = :body and (" + UNDECIDED
                        + ") order by a.number")
                .param("round", key.round().value())
                .param("body", key.body().value())
                .query((row, n) -> new UndecidedApplication(
                        new ApplicationNumber(row.getString("number")),
                        new ProgrammeCode(row.getString("programme_code")),
                        row.getString("school"),
                        !row.getString("status").equals(ApplicationStatus.CITY_REVIEW.name())))
                .list();
    }

    /** Those of the body whose city review has agreed to them, in order of number. */
    List<Candidate> candidates(RecommendationKey key) {
        return jdbc.sql("select a.number, a.programme_code, school.name as school from " + APPLICATIONS
                        + " join organisation school on school.id = a.organisation_id"
                        + " where a.round_code = :round and t.organisation_id = :body and a.status = 'RECOMMENDATION'"
                        + " order by a.number")
                .param("round", key.round().value())
                .param("body", key.body().value())
                .query((row, n) -> new Candidate(
                        new ApplicationNumber(row.getString("number")),
                        new ProgrammeCode(row.getString("programme_code")),
                        row.getString("school")))
                .list();
    }

    record Candidate(ApplicationNumber number, ProgrammeCode programme, String school) {}

    /** All that a new list begins with, in this order within each programme; one statement however many. */
    void begin(RecommendationKey key, List<Candidate> candidates, Predicate<Candidate> usesQuota) {
        jdbc.sql("""
                        insert into recommendation (number, list_key, programme_code, rank, uses_quota)
                        select c.number, :key, c.programme,
                          row_number() over (partition by c.programme order by c.position), c.uses_quota
                        from unnest(cast(:numbers as text[]), cast(:programmes as text[]), cast(:quota as boolean[]))
                          with ordinality c(number, programme, uses_quota, position)
                        where not exists (select 1 from recommendation r where r.number = c.number)""")
                .param("key", key.toString())
                .param(
                        "numbers",
                        candidates.stream().map(each -> each.number().value()).toArray(String[]::new))
                .param(
                        "programmes",
                        candidates.stream()
                                .map(each -> each.programme().value())
                                .toArray(String[]::new))
                .param("quota", candidates.stream().map(usesQuota::test).toArray(Boolean[]::new))
                .update();
    }

    /** Behind all others of its programme; the second call does nothing. */
    void append(RecommendationKey key, ApplicationNumber number, ProgrammeCode programme, boolean usesQuota) {
        jdbc.sql("""
                        insert into recommendation (number, list_key, programme_code, rank, uses_quota)
                        select :number, :key, :programme, coalesce(max(rank), 0) + 1, :usesQuota
                        from recommendation where list_key = :key and programme_code = :programme
                        on conflict (number) do nothing""")
                .param("number", number.value())
                .param("key", key.toString())
                .param("programme", programme.value())
                .param("usesQuota", usesQuota)
                .update();
    }

    /** All rows of one programme in their new order, the first {@code listed} of them listed. */
    void arrange(List<ApplicationNumber> order, int listed) {
        jdbc.sql("""
                        update recommendation r set rank = v.rank, listed = v.rank <= :listed
                        from unnest(cast(:numbers as text[])) with ordinality as v(number, rank)
                        where r.number = v.number""")
                .param("listed", listed)
                .param("numbers", order.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .update();
    }

    void dropOut(ApplicationNumber number) {
        jdbc.sql("update recommendation set rank = null, listed = false where number = :number")
                .param("number", number.value())
                .update();
    }

    void changed(RecommendationKey key, String by, Instant at) {
        jdbc.sql("""
                        update recommendation_list set revision = revision + 1, changed_at = :at, changed_by_name = :by
                        where key = :key""")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("key", key.toString())
                .update();
    }

    void sealed(RecommendationKey key, Actor by, Instant at) {
        jdbc.sql("""
                        update recommendation_list set state = 'SEALED', revision = revision + 1, sealed_at = :at,
                          sealed_by = :account, sealed_by_name = :name where key = :key""")
                .param("at", Timestamp.from(at))
                .param("account", by.account().value())
                .param("name", by.name())
                .param("key", key.toString())
                .update();
    }

    void accepted(RecommendationKey key, Instant at) {
        jdbc.sql("""
                        update recommendation_list set state = 'ACCEPTED', revision = revision + 1, accepted_at = :at
                        where key = :key""")
                .param("at", Timestamp.from(at))
                .param("key", key.toString())
                .update();
    }

    void returned(RecommendationKey key, String reason, Instant at) {
        jdbc.sql("""
                        update recommendation_list set state = 'DRAFT', revision = revision + 1, returned_at = :at,
                          return_reason = :reason where key = :key""")
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("key", key.toString())
                .update();
    }

    static RecommendationList list(ResultSet row, int number) throws SQLException {
        return new RecommendationList(
                RecommendationKey.of(row.getString("key")),
                row.getString("body_name"),
                row.getString("city_code"),
                RecommendationList.State.valueOf(row.getString("state")),
                row.getInt("revision"),
                instant(row, "changed_at"),
                row.getString("changed_by_name"),
                instant(row, "sealed_at"),
                Optional.ofNullable(row.getObject("sealed_by", Long.class)).map(AccountId::new),
                row.getString("sealed_by_name"),
                instant(row, "accepted_at"),
                instant(row, "returned_at"),
                row.getString("return_reason"));
    }

    private static RecommendationRow row(ResultSet row, int number) throws SQLException {
        return new RecommendationRow(
                new ApplicationNumber(row.getString("number")),
                new ProgrammeCode(row.getString("programme_code")),
                row.getString("school"),
                row.getInt("rank"),
                row.getBoolean("listed"),
                row.getBoolean("uses_quota"),
                ApplicationStatus.valueOf(row.getString("status")));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
