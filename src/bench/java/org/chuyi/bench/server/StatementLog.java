package org.chuyi.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database is asked, as it writes it down itself: ours, the engine's, the session's. Beginnings and ends of
 * transactions are left out.
 */
public final class StatementLog {

    private static final String OURS = "bench";
    private static final String FILE = "statements.log";
    private static final Pattern STATEMENT = Pattern.compile("(?s)^(.*?)\\|LOG:  (?:execute [^:]*|statement): (.*)$");
    private static final Pattern TRANSACTION =
            Pattern.compile("(?i)^(begin|commit|rollback|set|show|savepoint|release)\\b.*");

    private final JdbcClient database;
    private final Path file;
    private int marks;

    /** To be called while {@link #prepare} has been in force since the server's start. */
    public StatementLog(JdbcClient database, Path folder) {
        this.database = database;
        this.file = folder.resolve(FILE);
    }

    /** Takes effect with the next start of the server. */
    public static void prepare(JdbcClient database, Path folder) {
        List.of(
                        "logging_collector = on",
                        "log_directory = '" + folder.toAbsolutePath() + "'",
                        "log_filename = '" + FILE + "'",
                        "log_line_prefix = '%a|'",
                        "log_rotation_age = 0",
                        "log_rotation_size = 0")
                .forEach(setting -> database.sql("alter system set " + setting).update());
    }

    public void on() {
        set("all");
    }

    public void off() {
        set("none");
    }

    private void set(String which) {
        database.sql("alter system set log_statement = '" + which + "'").update();
        database.sql("select pg_reload_conf()").query(Boolean.class).single();
        Awaitility.await().until(() -> database.sql("show log_statement")
                .query(String.class)
                .single()
                .equals(which));
    }

    /** The statements of one piece of work; those of a job that ran in the meantime may be among them. */
    public List<String> during(Runnable work) {
        return during(application -> !application.equals(OURS), work);
    }

    /** The same of one application alone, by its connections' name. */
    public List<String> during(String application, Runnable work) {
        return during(application::equals, work);
    }

    private List<String> during(Predicate<String> application, Runnable work) {
        int from = written().size();
        work.run();
        String mark = "mark" + ++marks;
        database.sql("select '" + mark + "'").query(String.class).single();
        var lines = Awaitility.await().pollInterval(Duration.ofMillis(20)).until(this::written, all -> all.stream()
                .anyMatch(line -> line.contains("'" + mark + "'")));
        return lines.subList(from, lines.size()).stream()
                .map(STATEMENT::matcher)
                .filter(matcher -> matcher.matches() && application.test(matcher.group(1)))
                .map(matcher -> matcher.group(2))
                .filter(text -> !TRANSACTION.matcher(text).matches())
                .toList();
    }

    private List<String> written() {
        try {
            // A statement of several lines goes on after a tab, also where it ends with an empty line.
            return Files.readString(file, StandardCharsets.UTF_8)
                    .replaceAll("\\n\\t[ \\t]*", " ")
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
