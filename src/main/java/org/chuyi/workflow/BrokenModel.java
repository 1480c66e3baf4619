package org.chuyi.workflow;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;

/** A process model or decision table that cannot be deployed: names file, line and what is wrong. */
public final class BrokenModel extends RuntimeException {

    BrokenModel(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokenModel in(ParseException broken) {
        String problems = broken.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(problem -> "%s:%d: %s"
                        .formatted(report.getResourceName(), problem.getLine(), problem.getMessage())))
                .collect(Collectors.joining("\n"));
        return new BrokenModel(problems, broken);
    }

    /** Of a decision table the engine says the file; the line and the reason stand in the causes. */
    static BrokenModel in(ProcessEngineException broken) {
        String reasons = Stream.iterate(broken.getCause(), Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new BrokenModel((broken.getMessage() + "\n" + reasons).strip(), broken);
    }
}
