package org.chuyi.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** Writes the directory: adds what is new, changes what is different, leaves alone what is the same. Removes nothing. */
class DirectoryStore {

    private static final String REGION = """
            insert into region (code, name, level, parent_code) values (:code, :name, :level, :parent)
            on conflict (code) do update set name = excluded.name
            where region.name <> excluded.name
            """;

    private static final String ORGANISATION = """
            insert into organisation as known
                (kind, name, region_code, city_code, school_code, social_credit_code, supervised_by, privately_run,
                 demonstration)
            values
                (:kind, :name, :region, :city, :schoolCode, :creditCode,
                 (select authority.id from organisation authority where authority.name = :supervisedBy),
                 :privatelyRun, :demonstration)
            on conflict (%s) do update set
                kind = excluded.kind, name = excluded.name, region_code = excluded.region_code,
                city_code = excluded.city_code,
                social_credit_code = coalesce(excluded.social_credit_code, known.social_credit_code),
                supervised_by = excluded.supervised_by, privately_run = excluded.privately_run,
                demonstration = excluded.demonstration
            where (known.kind, known.name, known.region_code, known.city_code, known.supervised_by,
                   known.privately_run, known.demonstration)
                  is distinct from
                  (excluded.kind, excluded.name, excluded.region_code, excluded.city_code, excluded.supervised_by,
                   excluded.privately_run, excluded.demonstration)
               or known.social_credit_code
                  is distinct from coalesce(excluded.social_credit_code, known.social_credit_code)
            """;

    /** A renamed school keeps its code; everything else is known by its name. */
    private static final String WITH_SCHOOL_CODE = ORGANISATION.formatted("school_code");

    private static final String WITHOUT_SCHOOL_CODE = ORGANISATION.formatted("name");

    private final NamedParameterJdbcTemplate jdbc;

    DirectoryStore(DataSource dataSource) {
        jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    void put(List<Region> regions, List<DirectoryEntry> organisations) {
        jdbc.batchUpdate(REGION, batch(regions.stream().map(DirectoryStore::parameters)));
        jdbc.batchUpdate(
                WITHOUT_SCHOOL_CODE,
                batch(organisations.stream()
                        .filter(entry -> entry.schoolCode() == null)
                        .map(DirectoryStore::parameters)));
        jdbc.batchUpdate(
                WITH_SCHOOL_CODE,
                batch(organisations.stream()
                        .filter(entry -> entry.schoolCode() != null)
                        .map(DirectoryStore::parameters)));
    }

    private static SqlParameterSource[] batch(Stream<SqlParameterSource> rows) {
        return rows.toArray(SqlParameterSource[]::new);
    }

    private static SqlParameterSource parameters(Region region) {
        return new MapSqlParameterSource(Map.of(
                        "code", region.code().value(),
                        "name", region.name(),
                        "level", region.level().name().toLowerCase(Locale.ROOT)))
                .addValue("parent", parentOf(region));
    }

    private static String parentOf(Region region) {
        return switch (region.level()) {
            case PROVINCE -> null;
            case CITY -> region.code().province().value();
            case COUNTY -> region.code().city().value();
        };
    }

    private static SqlParameterSource parameters(DirectoryEntry entry) {
        return new MapSqlParameterSource()
                .addValue("kind", entry.kind().name())
                .addValue("name", entry.name())
                .addValue("region", entry.region().value())
                .addValue("city", entry.region().city().value())
                .addValue("schoolCode", text(entry.schoolCode()))
                .addValue("creditCode", text(entry.socialCreditCode()))
                .addValue("supervisedBy", entry.supervisedBy())
                .addValue("privatelyRun", entry.privatelyRun())
                .addValue("demonstration", entry.demonstration());
    }

    private static String text(Object codeOrNull) {
        return codeOrNull == null ? null : codeOrNull.toString();
    }
}
