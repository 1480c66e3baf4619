package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Which tasks are done on the task's own page, and which on one that their module made for them. */
@Component
class TaskPages {

    private final Map<String, CasePages> pages;

    TaskPages(List<CasePages> pages) {
        this.pages = pages.stream().collect(Collectors.toMap(CasePages::processKey, Function.identity()));
    }

    boolean isDoneElsewhere(InboxTask task) {
        return pages.containsKey(task.processKey())
                && pages.get(task.processKey()).formPage(task).isPresent();
    }
}
