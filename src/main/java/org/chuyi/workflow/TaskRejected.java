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

    private TaskRejected(List<FieldProblem> problems, String text) {
        super(text);
        this.problems = problems;
    }

    public static TaskRejected because(String code, Object... arguments) {
        return new TaskRejected(List.of(FieldProblem.of("", "", code, arguments)));
    }

    /** The same refusal with a text for a person, where only the exception's message is shown. */
    TaskRejected saying(String text) {
        return new TaskRejected(problems, text);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
