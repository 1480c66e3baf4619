package org.chuyi.notification;

import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.UnreadCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The number beside the bell; asked on every page. */
@Component
public class UnreadMessages implements UnreadCount {

    /** Counted no further: the page shows 99+. */
    public static final int MOST = 100;

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
                        select count(*) from (
                            select from message where account_id = :account and read_at is null limit :most
                        ) unread
                        """)
                .param("account", account.value())
                .param("most", MOST)
                .query(Long.class)
                .single();
    }
}
