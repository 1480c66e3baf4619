package org.chuyi.bench.inbox;

import org.flowable.engine.ProcessEngine;
import org.flowable.task.api.TaskQuery;

/** Flowable's task query; it has no authorisations. */
record FlowableDesk(ProcessEngine engine) implements EngineDesk {

    @Override
    public String name() {
        return "Flowable";
    }

    @Override
    public int page(String group, int from, int size) {
        return newestFirst(of(group)).listPage(from, size).size();
    }

    @Override
    public long count(String group) {
        return of(group).count();
    }

    @Override
    public int search(String group, String number, int size) {
        return newestFirst(of(group).processInstanceBusinessKeyLike("%" + number + "%"))
                .listPage(0, size)
                .size();
    }

    private TaskQuery of(String group) {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(group);
    }

    private static TaskQuery newestFirst(TaskQuery query) {
        return query.orderByTaskCreateTime().desc();
    }
}
