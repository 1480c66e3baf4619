package org.chuyi.workflow.form;

/** A {@code .form} file that cannot be used: says in which file, where in it, and what is wrong. */
public final class BrokenForm extends RuntimeException {

    private final String source;
    private final int line;
    private final int column;
    private final String reason;

    /** @param line counted from 1, as is the column; 0 where the place is unknown */
    BrokenForm(String source, int line, int column, String reason) {
        super("%s:%d:%d: %s".formatted(source, line, column, reason));
        this.source = source;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public String source() {
        return source;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
