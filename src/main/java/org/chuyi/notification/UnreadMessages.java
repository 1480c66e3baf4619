package org.chuyi.notification;

import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.UnreadCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number beside the bell; asked on every page. A burst counts as one. */
@Component
public class UnreadMessages implements UnreadCount {

    /** Counted no further: the page shows 99+. */
    public static final int MOST = 100;

    /** Looked at no further. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final JdbcClient jdbc;

    UnreadMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most {@link #MOST}; touches the index of unread messages only. */
    public int count(Actor actor) {
        return (int) unreadOf(actor.account());
    }

    @Override
    public long unreadOf(AccountId account) {
        return jdbc.sql("""
                        select least(:most, coalesce(sum(case when n > :single then 1 else n end), 0)) from (
                            select count(*) as n from (
                                select template, created_at from message
                                where account_id = :account and read_at is null order by id desc limit :looked
                            ) unread group by template, %s
                        ) burst
                        """.formatted(Bursts.HOUR))
                .param("account", account.value())
                .param("most", MOST)
                .param("single", Bursts.MOST_SINGLE)
                .param("looked", MOST_LOOKED_AT)
                .query(Long.class)
                .single();
    }
}
