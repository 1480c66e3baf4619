package org.chuyi.bench.lifecycle;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.chuyi.bench.server.BareCamunda;

/** Camunda alone: three user tasks in a row and nothing around them. */
final class CamundaCases implements Contender {

    private final ProcessEngine engine;

    CamundaCases(DataSource database) {
        engine = BareCamunda.on(database, false);
    }

    @Override
    public String name() {
        return "Camunda 7.24 alone, full history";
    }

    @Override
    public String id() {
        return "camunda";
    }

    @Override
    public String begin() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        BareCamunda.PROCESS,
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
                .completed()
                .count();
    }
}
