package org.chuyi.workflow;

import java.util.List;
import java.util.stream.Collectors;
import org.chuyi.workflow.form.FieldProblem;

/** The answers cannot be accepted: the transaction is rolled back, the task stays open, the person is told why. */
public final class TaskRejected extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public TaskRejected(List<FieldProblem> problems) {
        super(problems.stream().map(p -> p.path() + ": " + p.code()).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public static TaskRejected because(String code, Object... arguments) {
        return new TaskRejected(List.of(FieldProblem.of("", "", code, arguments)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
