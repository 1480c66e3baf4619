package org.chuyi.programme;

/** Opens and closes a published round when its time comes. */
public interface RoundTimers {

    void start(RoundCode round);

    /** The round's window has changed: look at its end again. */
    void reset(RoundCode round);
}
