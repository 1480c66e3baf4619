package org.chuyi.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored draws: written once, never changed. */
@Repository
class ExpertDraws {

    private static final String STANDING_BY = "";

    private final JsonMapper json = new JsonMapper();
    private final JdbcClient jdbc;

    ExpertDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One draw at a time, so that two at once do not put the same expert on one panel too many. */
    void waitForOthers() {
        jdbc.sql("lock table expert_draw in share row exclusive mode").update();
    }

    boolean isDrawn(ContestKey contest) {
        return jdbc.sql("select exists (select 1 from expert_draw where contest_key = :contest)")
                .param("contest", contest.toString())
                .query(Boolean.class)
                .single();
    }

    Optional<ExpertDraw> find(ContestKey contest) {
        return jdbc.sql("select * from expert_draw where contest_key = :contest")
                .param("contest", contest.toString())
                .query((row, n) -> draw(row, contest))
                .optional();
    }

    /** Three statements however large the pool. */
    void add(ExpertDraw draw) {
        long id = jdbc.sql("""
                        insert into expert_draw (contest_key, seed, panel_size, per_entry, conditions, algorithm,
                          pool_sha256, order_sha256, drawn_by, drawn_at)
                        values (:contest, :seed, :size, :perEntry, cast(:conditions as jsonb), :algorithm, :poolHash,
                          :orderHash, :by, :at) returning id""")
                .param("contest", draw.contest().toString())
                .param("seed", draw.seed())
                .param("size", draw.conditions().panelSize())
                .param("perEntry", draw.conditions().perEntry())
                .param("conditions", written(draw.conditions()))
                .param("algorithm", draw.algorithm())
                .param("poolHash", draw.poolSha256())
                .param("orderHash", draw.orderSha256())
                .param("by", draw.drawnBy().value())
                .param("at", Timestamp.from(draw.drawnAt()))
                .query(Long.class)
                .single();
        addPool(id, draw.pool());
        addPlaces(id, draw.places());
    }

    private void addPool(long id, List<DrawCandidate> pool) {
        jdbc.sql("""
                        insert into expert_draw_candidate (draw_id, account_id, login, organisation_id, city_code,
                          specialties, grounds)
                        select :id, account, login, organisation, city, string_to_array(specialties, ' '),
                          string_to_array(grounds, ' ')
                        from unnest(cast(:accounts as bigint[]), cast(:logins as text[]),
                          cast(:organisations as bigint[]), cast(:cities as text[]), cast(:specialties as text[]),
                          cast(:grounds as text[])) c(account, login, organisation, city, specialties, grounds)""")
                .param("id", id)
                .param(
                        "accounts",
                        pool.stream().map(each -> each.account().value()).toArray(Long[]::new))
                .param("logins", pool.stream().map(DrawCandidate::login).toArray(String[]::new))
                .param(
                        "organisations",
                        pool.stream().map(each -> each.employer().value()).toArray(Long[]::new))
                .param("cities", pool.stream().map(DrawCandidate::city).toArray(String[]::new))
                .param(
                        "specialties",
                        pool.stream().map(each -> words(each.specialties())).toArray(String[]::new))
                .param(
                        "grounds",
                        pool.stream().map(each -> words(each.grounds())).toArray(String[]::new))
                .update();
    }

    private void addPlaces(long id, List<DrawAlgorithm.Place> places) {
        jdbc.sql("""
                        insert into expert_draw_row (draw_id, position, account_id, stratum)
                        select :id, position, account, stratum
                        from unnest(cast(:positions as integer[]), cast(:accounts as bigint[]), cast(:strata as text[]))
                          p(position, account, stratum)""")
                .param("id", id)
                .param(
                        "positions",
                        places.stream().map(DrawAlgorithm.Place::position).toArray(Integer[]::new))
                .param(
                        "accounts",
                        places.stream()
                                .map(each -> each.expert().account().value())
                                .toArray(Long[]::new))
                .param(
                        "strata",
                        places.stream()
                                .map(each -> each.seat().map(Enum::name).orElse(STANDING_BY))
                                .toArray(String[]::new))
                .update();
    }

    private ExpertDraw draw(ResultSet row, ContestKey contest) throws SQLException {
        long id = row.getLong("id");
        List<DrawCandidate> pool = pool(id);
        return new ExpertDraw(
                id,
                contest,
                row.getString("algorithm"),
                row.getString("seed"),
                read(row.getString("conditions")),
                pool,
                row.getString("pool_sha256"),
                places(id, pool),
                row.getString("order_sha256"),
                new AccountId(row.getLong("drawn_by")),
                row.getTimestamp("drawn_at").toInstant());
    }

    private List<DrawCandidate> pool(long id) {
        return jdbc.sql("select * from expert_draw_candidate where draw_id = :id order by login collate \"C\"")
                .param("id", id)
                .query((row, n) -> new DrawCandidate(
                        new AccountId(row.getLong("account_id")),
                        row.getString("login"),
                        new OrganisationId(row.getLong("organisation_id")),
                        row.getString("city_code"),
                        Arrays.stream((String[]) row.getArray("specialties").getArray())
                                .map(Specialty::valueOf)
                                .collect(Collectors.toSet()),
                        Arrays.stream((String[]) row.getArray("grounds").getArray())
                                .map(DrawGround::valueOf)
                                .toList()))
                .list();
    }

    private List<DrawAlgorithm.Place> places(long id, List<DrawCandidate> pool) {
        Map<AccountId, DrawCandidate> byAccount =
                pool.stream().collect(Collectors.toMap(DrawCandidate::account, Function.identity()));
        return jdbc.sql("select * from expert_draw_row where draw_id = :id order by position")
                .param("id", id)
                .query((row, n) -> new DrawAlgorithm.Place(
                        row.getInt("position"),
                        byAccount.get(new AccountId(row.getLong("account_id"))),
                        Optional.of(row.getString("stratum"))
                                .filter(stratum -> !stratum.equals(STANDING_BY))
                                .map(Specialty::valueOf)))
                .list();
    }

    private static String words(java.util.Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private String written(DrawConditions conditions) {
        try {
            return json.writeValueAsString(conditions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private DrawConditions read(String conditions) {
        try {
            return json.readValue(conditions, DrawConditions.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored conditions of a draw that are none", e);
        }
    }
}
