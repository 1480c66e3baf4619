package org.chuyi.bench.server;

import javax.sql.DataSource;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable alone, with its defaults and full history, and the same process as {@link BareCamunda}. */
public final class BareFlowable {

    public static final String PROCESS = "lifecycle";

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn"
                targetNamespace="bench">
              <process id="lifecycle" isExecutable="true">
                <startEvent id="start"/>
                <sequenceFlow id="a" sourceRef="start" targetRef="submit"/>
                <userTask id="submit" flowable:candidateGroups="APPLICANT"/>
                <sequenceFlow id="b" sourceRef="submit" targetRef="cityReview"/>
                <userTask id="cityReview" flowable:candidateGroups="REVIEWER"/>
                <sequenceFlow id="c" sourceRef="cityReview" targetRef="decision"/>
                <userTask id="decision" flowable:candidateGroups="PROVINCIAL_OFFICER"/>
                <sequenceFlow id="d" sourceRef="decision" targetRef="end"/>
                <endEvent id="end"/>
              </process>
            </definitions>""";

    private BareFlowable() {}

    public static ProcessEngine on(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setEngineName("flowable");
        configuration.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        var engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("lifecycle.bpmn20.xml", MODEL)
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
