package org.chuyi.bench.lifecycle;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable alone, with full history, on the same three user tasks as {@link CamundaCases}. */
final class FlowableCases implements Contender {

    private static final String PROCESS = "lifecycle";

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

    private final ProcessEngine engine;

    FlowableCases(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setEngineName("flowable");
        configuration.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistoryLevel(HistoryLevel.FULL);
        configuration.setAsyncExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("lifecycle.bpmn20.xml", MODEL)
                .deploy();
    }

    @Override
    public String name() {
        return "Flowable 7.2 alone, full history";
    }

    @Override
    public String id() {
        return "flowable";
    }

    @Override
    public String begin() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        PROCESS,
                        UUID.randomUUID().toString(),
                        Map.of("programme", "secondary-school", "school", "测量学校"))
                .getId();
    }

    @Override
    public void finish(String instance) {
        complete(instance, "submit", "submitted");
        complete(instance, "cityReview", "recommended");
        complete(instance, "decision", "approved");
    }

    private void complete(String instance, String task, String outcome) {
        var tasks = engine.getTaskService();
        String id = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        tasks.complete(id, Map.of(task + "Outcome", outcome));
    }

    @Override
    public int finished() {
        return (int) engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .finished()
                .count();
    }
}
