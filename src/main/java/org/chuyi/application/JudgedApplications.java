package org.chuyi.application;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.PartnerRule;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.form.FormField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the frozen versions that are judged say of who takes part and in which majors. */
@Repository
public class JudgedApplications {

    private static final String MAJOR_CHECK = "majorCode";

    private final JdbcClient jdbc;

    JudgedApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param city of the school
     * @param partners that this version names
     * @param majors codes, in the order of the form; empty where the form asks for none
     */
    public record Judged(
            ApplicationNumber number,
            OrganisationId school,
            String city,
            Set<OrganisationId> partners,
            List<String> majors) {}

    /** In order of number; one statement however many. */
    public List<Judged> of(Programme programme, Map<ApplicationNumber, Integer> versions) {
        List<ApplicationNumber> numbers = List.copyOf(versions.keySet());
        return jdbc.sql("""
                        select a.number, a.organisation_id, a.city_code,
                          array(select distinct o.id
                                from jsonb_path_query(v.content, cast(:partners as jsonpath)) code
                                join organisation o on o.social_credit_code = upper(btrim(code #>> '{}'))
                                order by o.id) as partners,
                          array(select code #>> '{}'
                                from unnest(cast(:majors as text[])) with ordinality path(text, place),
                                  jsonb_path_query(v.content, cast(path.text as jsonpath)) with ordinality found(code, n)
                                order by path.place, found.n) as majors
                        from unnest(cast(:numbers as text[]), cast(:versions as integer[])) judged(number, version)
                        join project_application a on a.number = judged.number
                        left join application_version v on v.number = judged.number and v.version = judged.version
                        order by a.number""")
                .param(
                        "partners",
                        programme.partners().map(JudgedApplications::path).orElse("$.none"))
                .param(
                        "majors",
                        programme.form().fields().stream()
                                .filter(field -> field.check()
                                        .filter(MAJOR_CHECK::equals)
                                        .isPresent())
                                .map(FormField::path)
                                .map(JudgedApplications::path)
                                .toArray(String[]::new))
                .param("numbers", numbers.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .param("versions", numbers.stream().map(versions::get).toArray(Integer[]::new))
                .query(JudgedApplications::judged)
                .list();
    }

    private static String path(PartnerRule rule) {
        return path(rule.field() + "." + rule.codeField());
    }

    /** Of {@code partners.socialCreditCode}; a path goes through the rows of a list by itself. */
    private static String path(String field) {
        return "$."
                + Arrays.stream(field.split("\\."))
                        .map(key -> "\"" + key + "\"")
                        .collect(Collectors.joining("."));
    }

    private static Judged judged(ResultSet row, int n) throws SQLException {
        return new Judged(
                new ApplicationNumber(row.getString("number")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("city_code"),
                Arrays.stream(array(row, "partners", Long[].class))
                        .map(OrganisationId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                List.of(array(row, "majors", String[].class)));
    }

    private static <T> T[] array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        return type.cast(array.getArray());
    }
}
