package org.chuyi.programme;

/** A policy pack that cannot be used: the program does not start. */
public final class BrokenPolicyPack extends RuntimeException {

    private final String file;
    private final int line;
    private final String problem;

    /** @param line counted from 1 */
    BrokenPolicyPack(String file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    static String fileOf(String folder, String name) {
        return "processes/programmes/%s/%s".formatted(folder, name);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String problem() {
        return problem;
    }
}
