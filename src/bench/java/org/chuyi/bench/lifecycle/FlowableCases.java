package org.chuyi.bench.lifecycle;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.chuyi.bench.server.BareFlowable;
import org.flowable.engine.ProcessEngine;

/** Flowable alone, with full history, on the same three user tasks as {@link CamundaCases}. */
final class FlowableCases implements Contender {

    private final ProcessEngine engine;

    FlowableCases(DataSource database) {
        engine = BareFlowable.on(database);
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
                        BareFlowable.PROCESS,
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
