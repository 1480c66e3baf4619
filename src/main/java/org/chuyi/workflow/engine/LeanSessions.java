package org.chuyi.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Opens a {@link LeanSession} for each command. */
record LeanSessions(DbSqlSessionFactory factory) implements SessionFactory {

    static void install(ProcessEngineConfigurationImpl engine) {
        engine.getSessionFactories().put(DbSqlSession.class, new LeanSessions(engine.getDbSqlSessionFactory()));
    }

    @Override
    public Class<?> getSessionType() {
        return DbSqlSession.class;
    }

    @Override
    public Session openSession() {
        return new LeanSession(factory);
    }
}
