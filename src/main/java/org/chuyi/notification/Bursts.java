package org.chuyi.notification;

/**
 * Many messages by one template within an hour of the clock are shown, and counted, as one.
 *
 * <p>By the clock and not by how far apart they are, so that a page, the next page and the bell agree without looking at
 * each other.
 */
public final class Bursts {

    /** Shown one by one. */
    public static final int MOST_SINGLE = 3;

    /** Of {@code message}. */
    public static final String HOUR = "date_trunc('hour', created_at, 'Asia/Shanghai')";

    private Bursts() {}

    public static boolean isOne(int messages) {
        return messages > MOST_SINGLE;
    }
}
