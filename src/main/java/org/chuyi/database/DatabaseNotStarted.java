package org.chuyi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded PostgreSQL refused to start: says so in its own words. */
public final class DatabaseNotStarted extends RuntimeException {

    private static final int LINES = 5;

    private final Path output;

    DatabaseNotStarted(Path folder, Path output, Exception cause) {
        super(
                "数据目录 %s 中的内置 PostgreSQL 没有启动 (the embedded PostgreSQL in the data folder did not start):%n%s"
                        .formatted(folder.toAbsolutePath().normalize(), lastWords(output, cause)),
                cause);
        this.output = output.toAbsolutePath().normalize();
    }

    /** What it said. */
    Path output() {
        return output;
    }

    private static String lastWords(Path output, Exception cause) {
        try {
            List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty()
                    ? cause.getMessage()
                    : String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException nothingSaid) {
            return cause.getMessage();
        }
    }
}
