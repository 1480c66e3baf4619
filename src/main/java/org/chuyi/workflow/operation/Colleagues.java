package org.chuyi.workflow.operation;

import java.util.List;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.InboxPosts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who can lend a hand: of the same post, or of the same organisation; never experts, never a closed account. */
@Component
class Colleagues {

    private final JdbcClient jdbc;

    Colleagues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Colleague(AccountId account, String name, Role role) {

        Operation.Choice choice() {
            return new Operation.Choice(String.valueOf(account.value()), name);
        }
    }

    List<Colleague> holding(Post post, AccountId not) {
        return jdbc.sql("""
                        select a.id, a.name, p.role from post p join account a on a.id = p.account_id
                        where a.enabled and p.organisation_id = :organisation and p.role = :role and a.id <> :not
                        order by a.name, a.id""")
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .param("not", not.value())
                .query((row, n) -> colleague(row.getLong("id"), row.getString("name"), row.getString("role")))
                .list();
    }

    /** Each person once, with one of the roles that she holds there. */
    List<Colleague> of(OrganisationId organisation, AccountId not) {
        return jdbc.sql("""
                        select a.id, a.name, min(p.role) as role from post p join account a on a.id = p.account_id
                        where a.enabled and p.organisation_id = :organisation and p.role in (:roles) and a.id <> :not
                        group by a.id order by a.name, a.id""")
                .param("organisation", organisation.value())
                .param(
                        "roles",
                        InboxPosts.ROLES.stream()
                                .filter(role -> role != Role.EXPERT)
                                .map(Role::name)
                                .toList())
                .param("not", not.value())
                .query((row, n) -> colleague(row.getLong("id"), row.getString("name"), row.getString("role")))
                .list();
    }

    private static Colleague colleague(long id, String name, String role) {
        return new Colleague(new AccountId(id), name, Role.valueOf(role));
    }
}
