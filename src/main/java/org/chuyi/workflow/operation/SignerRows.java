package org.chuyi.workflow.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked to sign a task before or after its holder decides, and what each said. */
@Repository
class SignerRows {

    /** The names are stored. */
    enum Placed {
        BEFORE,
        AFTER
    }

    /** @param helper her own to-do item */
    record Signer(String task, String helper, AccountId account, String name, Placed placed, AccountId askedBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SignerRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ask(InboxTask task, String helper, Colleagues.Colleague signer, Placed placed, Actor by) {
        jdbc.sql("""
                        insert into task_signer (task_id, helper_id, account_id, name, placed, state, asked_by, asked_at)
                        values (:task, :helper, :account, :name, :placed, 'OPEN', :by, :now)""")
                .param("task", task.id())
                .param("helper", helper)
                .param("account", signer.account().value())
                .param("name", signer.name())
                .param("placed", placed.name())
                .param("by", by.account().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Signer> open(String task) {
        return jdbc.sql("select * from task_signer where task_id = :task and state = 'OPEN' order by id")
                .param("task", task)
                .query(SignerRows::signer)
                .list();
    }

    List<Signer> open(String task, Placed placed) {
        return open(task).stream().filter(signer -> signer.placed() == placed).toList();
    }

    Optional<Signer> ofHelper(String helper) {
        return jdbc.sql("select * from task_signer where helper_id = :helper")
                .param("helper", helper)
                .query(SignerRows::signer)
                .optional();
    }

    /** @param state {@code SIGNED}, {@code OBJECTED} or {@code DROPPED} */
    void answered(Signer signer, String state) {
        jdbc.sql("update task_signer set state = :state, answered_at = :now where helper_id = :helper")
                .param("state", state)
                .param("now", Timestamp.from(clock.instant()))
                .param("helper", signer.helper())
                .update();
    }

    private static Signer signer(ResultSet row, int number) throws SQLException {
        return new Signer(
                row.getString("task_id"),
                row.getString("helper_id"),
                new AccountId(row.getLong("account_id")),
                row.getString("name"),
                Placed.valueOf(row.getString("placed")),
                new AccountId(row.getLong("asked_by")));
    }
}
