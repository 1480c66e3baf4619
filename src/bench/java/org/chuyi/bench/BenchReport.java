package org.chuyi.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The result of one measurement: figures with their units, the machine and its load, the date, and the command that
 * repeats it.
 * {@link #write} puts {@code <name>.txt} and {@code <name>.json} into {@code target/bench}.
 */
public final class BenchReport {

    /** @param what in words, e.g. "inbox, first page: p95" */
    public record Figure(String what, double value, String unit) {}

    private final String name;
    private final ZonedDateTime at = ZonedDateTime.now().truncatedTo(ChronoUnit.SECONDS);
    private final double loadBefore = load();
    private final Map<String, Object> sizes = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> text = new ArrayList<>();

    /** @param name of the files, e.g. "pages" */
    public BenchReport(String name) {
        this.name = name;
    }

    /** A size of the measurement, as given by {@code -D<property>=…}; it becomes part of the command. */
    public int size(String property, int byDefault) {
        int value = Integer.getInteger(property, byDefault);
        sizes.put(property, value);
        return value;
    }

    /** Several sizes, separated by commas, that are measured one after the other. */
    public List<Integer> sizes(String property, String byDefault) {
        String value = System.getProperty(property, byDefault);
        sizes.put(property, value);
        return Arrays.stream(value.split(","))
                .map(String::trim)
                .map(Integer::valueOf)
                .toList();
    }

    public void figure(String what, double value, String unit) {
        note(String.format(Locale.ROOT, "%-70s %12s %s", what, plain(value), unit));
        record(what, value, unit);
    }

    /** A figure for the JSON alone, where the text shows it in a table of its own. */
    public void record(String what, double value, String unit) {
        figures.add(new Figure(what, value, unit));
    }

    /** A line for the text alone. */
    public void note(String line) {
        text.add(line);
        System.out.println(line);
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public String command() {
        var command = new StringBuilder("mvn -Pbench verify");
        sizes.forEach((property, value) ->
                command.append(" -D").append(property).append('=').append(value));
        return command.toString();
    }

    /** @return the folder of the results */
    public Path write() {
        var machine = Machine.present();
        double loadAfter = load();
        var lines = new ArrayList<>(List.of(
                name,
                "machine: " + machine,
                "date:    " + at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                "command: " + command(),
                String.format(Locale.ROOT, "load:    %.1f before, %.1f after", loadBefore, loadAfter),
                ""));
        lines.addAll(text);
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("machine", machine);
        json.put("date", at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        json.put("command", command());
        json.put("load", Map.of("before", loadBefore, "after", loadAfter));
        json.put("sizes", sizes);
        json.put("figures", figures);
        var folder = results();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".txt"), lines);
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(folder.resolve(name + ".json").toFile(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** The folder of results, {@code target/bench}. */
    public static Path results() {
        return Path.of(System.getProperty("bench.results", "target/bench"));
    }

    /** How many wait for a processor on average: more than there are cores, and other work makes every time longer. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%,.1f", value);
    }
}
