package org.chuyi.bench.lifecycle;

import java.util.List;

/** One way of taking a case from its beginning over submission and the city's review to the province's decision. */
interface Contender {

    /** In words, as the table says it. */
    String name();

    /** Also the name of its connections at the database. */
    String id();

    /** What must be there before the first of so many further cases begins; not timed. */
    default void prepare(int cases) {}

    /** Returns the case's key. */
    String begin();

    /** What belongs between the beginning and the submission and is not compared, e.g. uploads; not timed. */
    default void between(List<String> cases) {}

    /** Submission, review, decision, each a transaction of its own at least. */
    void finish(String key);

    /** How many of the cases are decided, read from its tables. */
    int finished();
}
