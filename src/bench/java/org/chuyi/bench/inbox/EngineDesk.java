package org.chuyi.bench.inbox;

/** A city reviewer's desk as an engine's own task query reads it. */
interface EngineDesk {

    int CITIES = 14;

    static String groupOf(int city) {
        return "REVIEWER." + city;
    }

    String name();

    /** The newest first. */
    int page(String group, int from, int size);

    long count(String group);

    /** The newest first whose number contains the text. */
    int search(String group, String number, int size);
}
