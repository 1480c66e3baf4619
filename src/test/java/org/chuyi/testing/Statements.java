package org.chuyi.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Counts what a piece of work asks of the database, ours and the engine's, by what both write to their logs. */
public final class Statements {

    private static final String OURS = "org.springframework.jdbc.core.JdbcTemplate";
    private static final String ENGINE = "org.camunda.bpm.engine.impl.persistence.entity";

    private Statements() {}

    /** The statements of this thread, in order; what the clock's own threads do meanwhile is not the work's. */
    public static List<String> during(Callable<?> work) throws Exception {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        List<Logger> loggers = new ArrayList<>();
        for (String name : List.of(OURS, ENGINE)) {
            Logger logger = (Logger) LoggerFactory.getLogger(name);
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(appender);
            loggers.add(logger);
        }
        try {
            work.call();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(appender);
                logger.setLevel(null);
                logger.setAdditive(true);
            });
        }
        String here = Thread.currentThread().getName();
        return appender.list.stream()
                .filter(event -> event.getThreadName().equals(here))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text ->
                        text.startsWith("Executing prepared SQL statement [") || text.startsWith("==>  Preparing:"))
                .toList();
    }
}
