package org.chuyi.workflow;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;

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
}
