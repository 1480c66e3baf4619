package org.chuyi.notification;

import java.util.UUID;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.testing.Time.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes accounts and posts for the tests of this module. */
public final class Readers {

    private final JdbcClient jdbc;

    public Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("insert into region (code, name, level) values ('430000', '湖南省', 'province') on conflict do nothing")
                .update();
    }

    public AccountId account(String email, String language) {
        return new AccountId(jdbc.sql("""
                        insert into account (login, name, email, password_hash, language, created_at)
                        values (:login, '测试', :email, '!', :language, now()) returning id
                        """)
                .param("login", "reader-" + UUID.randomUUID())
                .param("email", email)
                .param("language", language)
                .query(Long.class)
                .single());
    }

    public void disable(AccountId account) {
        jdbc.sql("update account set enabled = false where id = :id")
                .param("id", account.value())
                .update();
    }

    public Post post(Role role, AccountId... holders) {
        long organisation = jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        values ('GOVERNMENT_BODY', :name, '430000', '430000') returning id
                        """)
                .param("name", "测试单位 " + UUID.randomUUID())
                .query(Long.class)
                .single();
        Post post = new Post(new OrganisationId(organisation), role);
        for (AccountId holder : holders) {
            hold(post, holder);
        }
        return post;
    }

    public void hold(Post post, AccountId holder) {
        jdbc.sql("insert into post (account_id, organisation_id, role) values (:account, :organisation, :role)")
                .param("account", holder.value())
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .update();
    }

    /** @param first, last in days from the tests' first day */
    public void standIn(AccountId deputy, AccountId principal, Post post, int first, int last) {
        var today = WorkCalendar.dayOf(MovableClock.START);
        jdbc.sql("""
                        insert into deputy (principal_id, deputy_id, organisation_id, first_day, last_day, reason,
                          named_by, named_at)
                        values (:principal, :deputy, :organisation, :first, :last, '外出', :principal, now())""")
                .param("principal", principal.value())
                .param("deputy", deputy.value())
                .param("organisation", post.organisation().value())
                .param("first", today.plusDays(first))
                .param("last", today.plusDays(last))
                .update();
    }
}
