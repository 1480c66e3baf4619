package org.chuyi.selection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 回避: interests that experts declared for a contest. What follows from employer and city is computed each time. */
@Repository
public class Recusals {

    private final JdbcClient jdbc;

    Recusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An interest that is declared again stays as it was. */
    void declare(ContestKey contest, AccountId expert, Collection<OrganisationId> interests, Instant at) {
        jdbc.sql("""
                        insert into recusal (contest_key, account_id, organisation_id, ground, noted_at)
                        select :contest, :expert, organisation, 'DECLARED', :at
                        from unnest(cast(:interests as bigint[])) organisation
                        on conflict do nothing""")
                .param("contest", contest.toString())
                .param("expert", expert.value())
                .param(
                        "interests",
                        interests.stream().map(OrganisationId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** By expert, what she declared for this contest. */
    Map<AccountId, Set<OrganisationId>> declared(ContestKey contest) {
        Map<AccountId, Set<OrganisationId>> interests = new HashMap<>();
        jdbc.sql("select account_id, organisation_id from recusal where contest_key = :contest and ground = 'DECLARED'")
                .param("contest", contest.toString())
                .query(row -> {
                    interests
                            .computeIfAbsent(new AccountId(row.getLong("account_id")), expert -> new HashSet<>())
                            .add(new OrganisationId(row.getLong("organisation_id")));
                });
        return interests;
    }
}
