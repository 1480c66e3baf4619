package org.chuyi.workflow.work;

import java.util.Optional;

/** What a slice came to. */
public sealed interface Slice {

    /**
     * There is more to do.
     *
     * @param items done in this slice
     * @param position where the next one begins
     */
    record More(int items, String position) implements Slice {}

    /** All is done. */
    record Last(int items, Optional<ResultFile> file) implements Slice {}

    /**
     * It cannot be done, and trying again would not help.
     *
     * @param message message key of the reason
     */
    record Refused(String message) implements Slice {}
}
