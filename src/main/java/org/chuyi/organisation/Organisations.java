package org.chuyi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.shared.SchoolCode;
import org.chuyi.shared.SocialCreditCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory of schools, bureaux, departments, authorities and partners. */
@Component
public class Organisations {

    private static final String SELECT = """
            select id, kind, name, region_code, city_code, school_code, social_credit_code, supervised_by,
                   privately_run, demonstration
            from organisation
            """;

    /** Names stand in lists by pinyin. The index is made for exactly this expression. */
    private static final String NAME_IN_ORDER = "name collate pinyin";

    private final JdbcClient jdbc;

    /** Every list asks for names by id, and an organisation changes only when a new version of the program starts. */
    private final Map<OrganisationId, Organisation> known = new ConcurrentHashMap<>();

    /** Every question who may read what asks for the lead department. */
    private final Map<Department, Organisation> departments = new ConcurrentHashMap<>();

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organisation> find(OrganisationId id) {
        return Optional.ofNullable(
                known.computeIfAbsent(id, unknown -> one("id", unknown.value()).orElse(null)));
    }

    /** One that is there: an id from our own tables. Throws IllegalArgumentException otherwise. */
    public Organisation get(OrganisationId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such organisation: " + id));
    }

    public Optional<Organisation> bySchoolCode(SchoolCode code) {
        return one("school_code", code.value());
    }

    public Optional<Organisation> bySocialCreditCode(SocialCreditCode code) {
        return one("social_credit_code", code.value());
    }

    /** By its whole name. */
    public Optional<Organisation> byName(String name) {
        return one("name", name.strip());
    }

    /** Those with these ids, from our own tables; those that are not known yet in one statement. */
    public Map<OrganisationId, Organisation> byIds(Collection<OrganisationId> ids) {
        Long[] unknown = ids.stream()
                .filter(id -> !known.containsKey(id))
                .map(OrganisationId::value)
                .toArray(Long[]::new);
        if (unknown.length > 0) {
            jdbc.sql(SELECT + "where id = any(:ids)")
                    .param("ids", unknown)
                    .query(Organisations::organisation)
                    .list()
                    .forEach(organisation -> known.put(organisation.id(), organisation));
        }
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), this::get));
    }

    /** By their whole names, in one statement; names that are none are left out. */
    public Map<String, Organisation> byNames(Collection<String> names) {
        return jdbc
                .sql(SELECT + "where name = any(:names)")
                .param("names", names.stream().map(String::strip).distinct().toArray(String[]::new))
                .query(Organisations::organisation)
                .list()
                .stream()
                .collect(Collectors.toMap(Organisation::name, Function.identity()));
    }

    /** Of any of these kinds. */
    public List<Organisation> ofKinds(Collection<OrganisationKind> kinds) {
        return jdbc.sql(SELECT + "where kind = any(:kinds) order by id")
                .param("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .query(Organisations::organisation)
                .list();
    }

    public Organisation department(Department department) {
        return departments.computeIfAbsent(department, asked -> byName(asked.organisationName())
                .orElseThrow(() -> new IllegalStateException("Not in the directory: " + asked)));
    }

    /** 市州教育局. Empty for the province. */
    public Optional<Organisation> cityEducationBureauOf(String cityCode) {
        return bureauOf(cityCode, OrganisationKind.CITY_EDUCATION_BUREAU);
    }

    /** 市州人力资源和社会保障局. Empty for the province. */
    public Optional<Organisation> cityHrBureauOf(String cityCode) {
        return bureauOf(cityCode, OrganisationKind.CITY_HR_BUREAU);
    }

    /** In the order of the names' pinyin, a page at a time. */
    public OrganisationPage search(OrganisationSearch search) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!search.text().isEmpty()) {
            conditions.add("strpos(name, :text) > 0");
            parameters.put("text", search.text());
        }
        if (!search.kinds().isEmpty()) {
            conditions.add("kind in (:kinds)");
            parameters.put("kinds", search.kinds().stream().map(Enum::name).toList());
        }
        search.cityCode().ifPresent(code -> {
            conditions.add("city_code = :city");
            parameters.put("city", code);
        });
        search.after().ifPresent(name -> {
            conditions.add(NAME_IN_ORDER + " > :after");
            parameters.put("after", name);
        });
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<Organisation> oneTooMany = jdbc.sql(SELECT + where + " order by " + NAME_IN_ORDER + " limit :limit")
                .params(parameters)
                .param("limit", search.size() + 1)
                .query(Organisations::organisation)
                .list();
        return page(oneTooMany, search.size());
    }

    private static OrganisationPage page(List<Organisation> oneTooMany, int size) {
        if (oneTooMany.size() <= size) {
            return new OrganisationPage(List.copyOf(oneTooMany), Optional.empty());
        }
        List<Organisation> rows = List.copyOf(oneTooMany.subList(0, size));
        return new OrganisationPage(rows, Optional.of(rows.get(size - 1).name()));
    }

    private Optional<Organisation> bureauOf(String cityCode, OrganisationKind kind) {
        return jdbc.sql(SELECT + "where city_code = :city and kind = :kind")
                .param("city", cityCode)
                .param("kind", kind.name())
                .query(Organisations::organisation)
                .optional();
    }

    /** @param column one of ours, unique; never from outside */
    private Optional<Organisation> one(String column, Object value) {
        return jdbc.sql(SELECT + "where " + column + " = :value")
                .param("value", value)
                .query(Organisations::organisation)
                .optional();
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getLong("id")),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("region_code"),
                row.getString("city_code"),
                Optional.ofNullable(row.getString("school_code")),
                Optional.ofNullable(row.getString("social_credit_code")),
                Optional.ofNullable(row.getObject("supervised_by", Long.class)).map(OrganisationId::new),
                row.getBoolean("privately_run"),
                row.getBoolean("demonstration"));
    }
}
