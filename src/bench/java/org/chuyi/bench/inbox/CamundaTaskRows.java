package org.chuyi.bench.inbox;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same open tasks in Camunda's own tables: instance, task, candidate group, and the right that goes with it. */
final class CamundaTaskRows {

    private final JdbcClient database;
    private final String definition;
    private int stored;

    CamundaTaskRows(JdbcClient database, String definition) {
        this.database = database;
        this.definition = definition;
    }

    void fillUpTo(int number) {
        String rows = " from generate_series(cast(:first as integer), cast(:last as integer)) n";
        List.of("""
                        insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_,
                          proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_,
                          suspension_state_, cached_ent_state_, sequence_counter_)
                        select 'i' || n, 1, 'i' || n, 'i' || n, 'bench-' || n, :definition, 'cityReview', true, false,
                          true, false, 1, 0, 1""" + rows, """
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_,
                          task_def_key_, priority_, create_time_, due_date_, suspension_state_)
                        select 't' || n, 1, 'i' || n, 'i' || n, :definition, '市州审核', 'cityReview', 50,
                          timestamp '2026-03-02 09:00' + interval '1 second' * (('x' || left(md5(n::text), 6))::bit(24)::integer % 2592000),
                          timestamp '2027-03-02 09:00', 1""" + rows, """
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                        select 'l' || n, 1, 'REVIEWER.' || n % 14, 'candidate', 't' || n""" + rows, """
                        insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                        select 'a' || n, 1, 1, 'REVIEWER.' || n % 14, 7, 't' || n, 6""" + rows).forEach(sql -> {
            var statement = database.sql(sql).param("first", stored + 1).param("last", number);
            (sql.contains(":definition") ? statement.param("definition", definition) : statement).update();
        });
        stored = number;
        database.sql("vacuum analyze").update();
    }
}
