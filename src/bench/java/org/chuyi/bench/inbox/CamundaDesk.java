package org.chuyi.bench.inbox;

import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;

/** Camunda's task query; with authorisations as a person of that group, without them as the system. */
record CamundaDesk(ProcessEngine engine, boolean withRights) implements EngineDesk {

    @Override
    public String name() {
        return withRights ? "Camunda with authorisations" : "Camunda";
    }

    @Override
    public int page(String group, int from, int size) {
        return asked(group, query -> newestFirst(query).listPage(from, size).size());
    }

    @Override
    public long count(String group) {
        return asked(group, TaskQuery::count);
    }

    @Override
    public int search(String group, String number, int size) {
        return asked(group, query -> newestFirst(query.processInstanceBusinessKeyLike("%" + number + "%"))
                .listPage(0, size)
                .size());
    }

    private <T> T asked(String group, Function<TaskQuery, T> question) {
        if (withRights) {
            engine.getIdentityService().setAuthentication("reviewer", List.of(group));
        }
        try {
            return question.apply(engine.getTaskService().createTaskQuery().taskCandidateGroup(group));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static TaskQuery newestFirst(TaskQuery query) {
        return query.orderByTaskCreateTime().desc();
    }
}
