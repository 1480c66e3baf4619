package org.chuyi.bench.server;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Camunda alone, with its defaults and full history, and a process of three user tasks in a row. */
public final class BareCamunda {

    public static final String PROCESS = "lifecycle";

    private BareCamunda() {}

    public static ProcessEngine on(DataSource database, boolean withAuthorisations) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setProcessEngineName("bare");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setAuthorizationEnabled(withAuthorisations);
        configuration.setJobExecutorActivate(false);
        var engine = configuration.buildProcessEngine();
        var model = Bpmn.createExecutableProcess(PROCESS)
                .camundaHistoryTimeToLive(180)
                .startEvent()
                .userTask("submit")
                .camundaCandidateGroups("APPLICANT")
                .userTask("cityReview")
                .camundaCandidateGroups("REVIEWER")
                .userTask("decision")
                .camundaCandidateGroups("PROVINCIAL_OFFICER")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("lifecycle.bpmn", model)
                .deploy();
        return engine;
    }

    public static String definitionOf(ProcessEngine engine) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
    }
}
