package org.chuyi.bench.round;

/**
 * A step of a round.
 *
 * @param measured false for what is prepared in bulk where many people would click one by one
 */
public record Stage(String name, boolean measured, Runnable work) {

    static Stage measured(String name, Runnable work) {
        return new Stage(name, true, work);
    }

    static Stage prepared(String name, Runnable work) {
        return new Stage(name, false, work);
    }
}
