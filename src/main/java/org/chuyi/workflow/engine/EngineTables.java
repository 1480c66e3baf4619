package org.chuyi.workflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine's tables lack, and what they have too much of: at each completion the engine looks for tasks below the one
 * that ends, without an index for it through all that are open; and each row that a case writes goes into indexes for
 * tenants, CMMN cases, batches, dates of removal and statistics of the history, by which nobody looks.
 */
@Component
class EngineTables implements InitializingBean {

    private static final String SETTLED = """
            do $$ begin
                perform pg_advisory_xact_lock(hashtext('chuyi engine tables'));
                create index if not exists chuyi_task_below_task on act_ru_task (parent_task_id_)
                    where parent_task_id_ is not null;
                if not exists (select 1 from pg_constraint where conname = 'passed_steps_of_instance') then
                    alter table passed_steps add constraint passed_steps_of_instance
                        foreign key (process_instance_id) references act_hi_procinst on delete cascade;
                end if;
                drop index if exists
                    act_idx_hi_act_inst_rm_time, act_idx_hi_ai_pdefid_end_time, act_idx_hi_actinst_root_pi,
                    act_idx_hi_act_inst_start_end, act_idx_hi_act_inst_end, act_idx_hi_act_inst_comp,
                    act_idx_hi_act_inst_stats, act_idx_hi_act_inst_tenant_id, act_idx_hi_act_inst_proc_def_key,
                    act_idx_hi_pro_inst_rm_time, act_idx_hi_pro_inst_tenant_id,
                    act_idx_batch_id, act_idx_var_case_exe, act_idx_var_case_inst_id, act_idx_variable_tenant_id,
                    act_idx_task_case_def_id, act_idx_task_case_exec, act_idx_task_tenant_id,
                    act_idx_exec_tenant_id, act_idx_event_subscr_tenant_id, act_idx_job_tenant_id,
                    act_idx_auth_rm_time;
            end $$""";

    private final JdbcClient jdbc;

    /** @param engine which has made its tables by then */
    EngineTables(ProcessEngine engine, JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under a lock, since two nodes may start at the same moment. */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql(SETTLED).update();
    }
}
