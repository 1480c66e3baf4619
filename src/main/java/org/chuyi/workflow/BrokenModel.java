package org.chuyi.workflow;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.xml.sax.SAXParseException;

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

    /** Of a decision table the engine says the file, and something below it the line or the reason. */
    static BrokenModel in(ProcessEngineException broken) {
        String reasons = Stream.iterate(broken.getCause(), Objects::nonNull, Throwable::getCause)
                .map(BrokenModel::reason)
                .distinct()
                .collect(Collectors.joining("\n"));
        return new BrokenModel((broken.getMessage() + "\n" + reasons).strip(), broken);
    }

    private static String reason(Throwable cause) {
        return cause instanceof SAXParseException unreadable
                ? "第 %1$d 行 (line %1$d): %2$s".formatted(unreadable.getLineNumber(), unreadable.getMessage())
                : String.valueOf(cause.getMessage());
    }
}
