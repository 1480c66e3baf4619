package org.chuyi.workflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An index that the engine's tables lack: at each completion the engine looks for tasks below the one that ends, without it
 * through all that are open.
 */
@Component
class EngineIndexes implements InitializingBean {

    private final JdbcClient jdbc;

    /** @param engine which has made its tables by then */
    EngineIndexes(ProcessEngine engine, JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Under a lock, since two nodes may start at the same moment. */
    @Override
    public void afterPropertiesSet() {
        jdbc.sql("""
                        do $$ begin
                            perform pg_advisory_xact_lock(hashtext('chuyi engine indexes'));
                            create index if not exists chuyi_task_below_task on act_ru_task (parent_task_id_)
                                where parent_task_id_ is not null;
                        end $$""").update();
    }
}
