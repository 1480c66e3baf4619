package org.chuyi.bench.lifecycle;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The least that such a case needs, as the limit: its row, a row for each task, a line for each step, and as many commits
 * as the engines make. No rules, no rights, no model.
 */
final class PlainCases implements Contender {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PlainCases(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        List.of("create table plain_case (id text primary key, school text not null, status text not null)", """
                        create table plain_task (case_id text not null references plain_case, key text not null,
                          role text not null, outcome text, primary key (case_id, key))""", """
                        create table plain_record (id bigint generated always as identity primary key,
                          case_id text not null, action text not null, at timestamptz not null default now())""")
                .forEach(sql -> jdbc.sql(sql).update());
    }

    @Override
    public String name() {
        return "plain SQL, the least that a case needs";
    }

    @Override
    public String id() {
        return "plain";
    }

    @Override
    public String begin() {
        String id = UUID.randomUUID().toString();
        transaction.executeWithoutResult(open -> {
            jdbc.sql("insert into plain_case values (?, '测量学校', 'DRAFT')")
                    .param(id)
                    .update();
            offer(id, "submit", "APPLICANT");
            record(id, "started");
        });
        return id;
    }

    @Override
    public void finish(String id) {
        transaction.executeWithoutResult(open -> {
            done(id, "submit", "submitted");
            offer(id, "cityReview", "REVIEWER");
        });
        transaction.executeWithoutResult(open -> {
            done(id, "cityReview", "recommended");
            offer(id, "decision", "PROVINCIAL_OFFICER");
        });
        transaction.executeWithoutResult(open -> done(id, "decision", "approved"));
    }

    private void offer(String id, String task, String role) {
        jdbc.sql("insert into plain_task values (?, ?, ?, null)")
                .params(id, task, role)
                .update();
    }

    private void done(String id, String task, String outcome) {
        jdbc.sql("update plain_task set outcome = ? where case_id = ? and key = ? and outcome is null")
                .params(outcome, id, task)
                .update();
        jdbc.sql("update plain_case set status = ? where id = ?")
                .params(outcome, id)
                .update();
        record(id, outcome);
    }

    private void record(String id, String action) {
        jdbc.sql("insert into plain_record (case_id, action) values (?, ?)")
                .params(id, action)
                .update();
    }

    @Override
    public int finished() {
        return jdbc.sql("select count(*) from plain_case where status = 'approved'")
                .query(Integer.class)
                .single();
    }
}
