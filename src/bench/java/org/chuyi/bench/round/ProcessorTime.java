package org.chuyi.bench.round;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this JVM and its database have used of the processors: other work on the machine hardly makes it longer. */
public final class ProcessorTime {

    private final List<ProcessHandle> programs;
    private final ProcessHandle postmaster;

    /** @param others further programs that take part */
    public ProcessorTime(JdbcClient database, ProcessHandle... others) {
        programs = Stream.concat(Stream.of(ProcessHandle.current()), Stream.of(others))
                .toList();
        String file = database.sql("select pg_read_file('postmaster.pid')")
                .query(String.class)
                .single();
        postmaster = ProcessHandle.of(file.lines()
                        .findFirst()
                        .map(String::trim)
                        .map(Long::valueOf)
                        .orElseThrow())
                .orElseThrow();
    }

    public double seconds() {
        return Stream.of(programs.stream(), Stream.of(postmaster), postmaster.descendants())
                        .flatMap(each -> each)
                        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1000.0;
    }
}
