package org.chuyi.bench.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same open tasks in Flowable's own tables: instance and its execution, task, candidate group. */
final class FlowableTaskRows {

    private final JdbcClient database;
    private final String definition;
    private int stored;

    FlowableTaskRows(JdbcClient database, String definition) {
        this.database = database;
        this.definition = definition;
    }

    void fillUpTo(int number) {
        String rows = " from generate_series(cast(:first as integer), cast(:last as integer)) n";
        List.of("""
                        insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_,
                          proc_def_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, is_mi_root_,
                          suspension_state_, start_act_id_, start_time_, is_count_enabled_)
                        select 'i' || n, 1, 'i' || n, 'i' || n, 'bench-' || n, :definition, true, false, true, false, false,
                          1, 'start', now(), true""" + rows, """
                        insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, parent_id_,
                          proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_, is_mi_root_,
                          suspension_state_, start_time_, is_count_enabled_, task_count_)
                        select 'e' || n, 1, 'i' || n, 'i' || n, 'i' || n, :definition, 'cityReview', true, false, false,
                          false, false, 1, now(), true, 1""" + rows, """
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_,
                          task_def_key_, priority_, create_time_, due_date_, suspension_state_, is_count_enabled_,
                          var_count_, id_link_count_, sub_task_count_)
                        select 't' || n, 1, 'e' || n, 'i' || n, :definition, '市州审核', 'cityReview', 50,
                          timestamp '2026-03-02 09:00' + interval '1 second' * (('x' || left(md5(n::text), 6))::bit(24)::integer % 2592000),
                          timestamp '2027-03-02 09:00', 1, true, 0, 1, 0""" + rows, """
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        select 'l' || n, 1, 'REVIEWER.' || n % 14, 'candidate', 't' || n""" + rows).forEach(sql -> {
            var statement = database.sql(sql).param("first", stored + 1).param("last", number);
            (sql.contains(":definition") ? statement.param("definition", definition) : statement).update();
        });
        stored = number;
        database.sql("vacuum analyze").update();
    }
}
