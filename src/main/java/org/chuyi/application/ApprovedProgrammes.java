package org.chuyi.application;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.ProgrammeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For which programmes a school has been approved, in any round: some exclude each other. */
@Repository
class ApprovedProgrammes {

    private final JdbcClient jdbc;

    ApprovedProgrammes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<ProgrammeCode> of(OrganisationId school) {
        return jdbc.sql("""
                        select distinct programme_code from project_application
                        where organisation_id = :school and status = 'APPROVED'""").param("school", school.value()).query(String.class).list().stream()
                .map(ProgrammeCode::new)
                .collect(Collectors.toSet());
    }

    /** Of every school that has any. */
    Map<OrganisationId, Set<ProgrammeCode>> all() {
        Map<OrganisationId, Set<ProgrammeCode>> all = new HashMap<>();
        jdbc.sql("select distinct organisation_id, programme_code from project_application where status = 'APPROVED'")
                .query(row -> {
                    all.computeIfAbsent(new OrganisationId(row.getLong("organisation_id")), school -> new HashSet<>())
                            .add(new ProgrammeCode(row.getString("programme_code")));
                });
        return all;
    }
}
