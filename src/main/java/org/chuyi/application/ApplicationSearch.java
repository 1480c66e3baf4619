package org.chuyi.application;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of applications: what a person may read, in one statement whatever the number of rows. */
@Service
@Transactional(readOnly = true)
public class ApplicationSearch {

    public static final int PAGE = 50;

    private static final String COLUMNS = """
            select a.number, a.round_code, a.programme_code, a.organisation_id, a.city_code, a.status,
                   a.current_version, a.filing_due_at, a.status_since, school.name as school_name,
                   t.tasks, t.owners, t.owner, t.due_at
            """;

    /** The open tasks of the rows shown alone, hence after the page is cut. */
    private static final String JOINS = """
             join organisation school on school.id = a.organisation_id
             cross join lateral (
               select count(*) as tasks, array_agg(task.organisation_id) as owners, min(o.name) as owner,
                      min(task.due_at) as due_at
               from inbox_task task join organisation o on o.id = task.organisation_id
               where task.business_key = a.number and task.state = 'OPEN' and task.helps_task_id is null) t
            """;

    private static final String UNDER_WAY = " where a.organisation_id = :organisation and a.status not in (:ends)";

    private static final List<String> ENDS = Stream.of(ApplicationStatus.values())
            .filter(ApplicationStatus::isEnd)
            .map(Enum::name)
            .toList();

    private final JdbcClient jdbc;
    private final ApplicationAccess access;
    private final PolicyPacks packs;

    ApplicationSearch(JdbcClient jdbc, ApplicationAccess access, PolicyPacks packs) {
        this.jdbc = jdbc;
        this.access = access;
        this.packs = packs;
    }

    public ApplicationPage page(ApplicationFilter filter, ApplicationPage.Place place, Actor actor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        var after = place.after().flatMap(ApplicationPage.Key::parse);
        var before = after.isEmpty()
                ? place.before().flatMap(ApplicationPage.Key::parse)
                : Optional.<ApplicationPage.Key>empty();
        List<String> conditions = conditions(filter, actor, parameters);
        after.or(() -> before).ifPresent(key -> {
            conditions.add("(a.status_since, a.number) " + (after.isPresent() ? "<" : ">") + " (:since, :number)");
            parameters.put("since", Timestamp.from(key.statusSince()));
            parameters.put("number", key.number().value());
        });
        String order = before.isPresent() ? "asc" : "desc";
        String sql = "with a as materialized (select a.* from project_application a where "
                + String.join(" and ", conditions)
                + " order by a.status_since " + order + ", a.number " + order + " limit " + (PAGE + 1) + ") "
                + COLUMNS + "from a" + JOINS
                + " order by a.status_since " + order + ", a.number " + order;
        List<ApplicationRow> found =
                new ArrayList<>(access.bindReader(jdbc.sql(sql).params(parameters), actor)
                        .query((row, n) -> row(row, actor))
                        .list());
        boolean more = found.size() > PAGE;
        if (more) {
            found.remove(PAGE);
        }
        if (before.isPresent()) {
            Collections.reverse(found);
        }
        return page(found, before.isPresent() ? more : after.isPresent(), before.isPresent() || more);
    }

    /** How many the whole list has. */
    int count(ApplicationFilter filter, Actor actor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String sql = "select count(*) from project_application a where "
                + String.join(" and ", conditions(filter, actor, parameters));
        return access.bindReader(jdbc.sql(sql).params(parameters), actor)
                .query(Integer.class)
                .single();
    }

    /** The list in order of number, which does not change while it is read piece by piece. */
    List<ApplicationRow> following(
            ApplicationFilter filter, Optional<ApplicationNumber> after, int limit, Actor actor) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        List<String> conditions = conditions(filter, actor, parameters);
        after.ifPresent(number -> {
            conditions.add("a.number > :after");
            parameters.put("after", number.value());
        });
        String sql = "with a as materialized (select a.* from project_application a where "
                + String.join(" and ", conditions) + " order by a.number limit :limit) "
                + COLUMNS + "from a" + JOINS + " order by a.number";
        return access.bindReader(jdbc.sql(sql).params(parameters).param("limit", limit), actor)
                .query((row, n) -> row(row, actor))
                .list();
    }

    private static ApplicationPage page(List<ApplicationRow> rows, boolean isBefore, boolean isAfter) {
        return rows.isEmpty()
                ? new ApplicationPage(List.of(), Optional.empty(), Optional.empty())
                : new ApplicationPage(
                        List.copyOf(rows),
                        isBefore ? Optional.of(ApplicationPage.Key.of(rows.get(0))) : Optional.empty(),
                        isAfter ? Optional.of(ApplicationPage.Key.of(rows.get(rows.size() - 1))) : Optional.empty());
    }

    /** One application as a list would show it, if this person may read it. */
    public Optional<ApplicationRow> row(ApplicationNumber number, Actor actor) {
        String sql = COLUMNS + "from project_application a" + JOINS + " where a.number = :number and "
                + ApplicationAccess.MAY_READ;
        return access.bind(jdbc.sql(sql).param("number", number.value()), actor)
                .query((row, n) -> row(row, actor))
                .optional();
    }

    /** A school's applications that nobody has decided, what moved last before the others. */
    public List<ApplicationRow> underWay(Actor actor, int limit) {
        String sql = COLUMNS + "from project_application a" + JOINS + UNDER_WAY
                + " order by a.status_since desc, a.number desc limit :limit";
        return jdbc.sql(sql)
                .param("organisation", actor.organisation().value())
                .param("ends", ENDS)
                .param("limit", limit)
                .query((row, n) -> row(row, actor))
                .list();
    }

    public long countUnderWay(Actor actor) {
        return jdbc.sql("select count(*) from project_application a" + UNDER_WAY)
                .param("organisation", actor.organisation().value())
                .param("ends", ENDS)
                .query(Long.class)
                .single();
    }

    /** What this person may read and whose number, school or programme holds the words, the latest first. */
    public List<ApplicationRow> find(String words, Actor actor, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String sql = "with a as materialized (select a.* from project_application a where "
                + ApplicationAccess.MAY_READ + " and " + holds(words, parameters)
                + " order by a.status_since desc, a.number desc limit :limit) "
                + COLUMNS + "from a" + JOINS + " order by a.status_since desc, a.number desc";
        return access.bind(jdbc.sql(sql).params(parameters).param("limit", limit), actor)
                .query((row, n) -> row(row, actor))
                .list();
    }

    public record RoundOption(String code, String zh, String en) {}

    /** The rounds to filter by, the newest first. */
    public List<RoundOption> rounds() {
        return jdbc.sql("""
                        select code, title_zh, title_en from round where state <> 'DRAFT'
                        order by opens_on desc, code desc limit 30""")
                .query((row, n) ->
                        new RoundOption(row.getString("code"), row.getString("title_zh"), row.getString("title_en")))
                .list();
    }

    private List<String> conditions(ApplicationFilter filter, Actor actor, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(access.readableBy(actor));
        filter.status().ifPresent(status -> {
            conditions.add("a.status in (:status)");
            parameters.put("status", statesBehind(status, actor));
        });
        filter.programme().ifPresent(programme -> {
            conditions.add("a.programme_code = :programme");
            parameters.put("programme", programme.value());
        });
        filter.round().ifPresent(round -> {
            conditions.add("a.round_code = :round");
            parameters.put("round", round.value());
        });
        filter.cityCode().ifPresent(city -> {
            conditions.add("a.city_code = :city");
            parameters.put("city", city);
        });
        if (!filter.text().isEmpty()) {
            conditions.add(holds(filter.text(), parameters));
        }
        return conditions;
    }

    private String holds(String words, Map<String, Object> parameters) {
        parameters.put("text", words);
        parameters.put("upper", words.toUpperCase(Locale.ROOT));
        parameters.put("programmes", programmesNamed(words));
        return """
                (strpos(a.number, :upper) > 0 or a.programme_code in (:programmes)
                  or a.organisation_id in (select id from organisation where strpos(name, :text) > 0))""";
    }

    /** A school's list holds only its own, so its people see each state as it is. */
    private static List<String> statesBehind(ApplicationStatus shown, Actor actor) {
        return PublicStatus.behind(shown, Reader.of(actor.organisation(), actor)).stream()
                .map(Enum::name)
                .toList();
    }

    /** Never empty: "in ()" is no SQL. */
    private List<String> programmesNamed(String text) {
        return Stream.concat(
                        Stream.of(""),
                        packs.all().stream()
                                .filter(programme -> isNamed(programme, text.toLowerCase(Locale.ROOT)))
                                .map(programme -> programme.code().value()))
                .toList();
    }

    private static boolean isNamed(Programme programme, String text) {
        return programme.names().zh().toLowerCase(Locale.ROOT).contains(text)
                || programme.names().en().toLowerCase(Locale.ROOT).contains(text);
    }

    private static ApplicationRow row(ResultSet row, Actor actor) throws SQLException {
        var school = new OrganisationId(row.getLong("organisation_id"));
        return new ApplicationRow(
                new ApplicationNumber(row.getString("number")),
                new RoundCode(row.getString("round_code")),
                new ProgrammeCode(row.getString("programme_code")),
                school,
                row.getString("school_name"),
                row.getString("city_code"),
                ApplicationStatus.valueOf(row.getString("status")),
                row.getInt("current_version"),
                row.getTimestamp("filing_due_at").toInstant(),
                row.getTimestamp("status_since").toInstant(),
                row.getInt("tasks"),
                organisations(row.getArray("owners")),
                Optional.ofNullable(row.getString("owner")),
                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                Reader.of(school, actor));
    }

    private static List<OrganisationId> organisations(Array ids) throws SQLException {
        return ids == null
                ? List.of()
                : Stream.of((Long[]) ids.getArray()).map(OrganisationId::new).toList();
    }
}
