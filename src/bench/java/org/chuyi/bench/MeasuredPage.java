package org.chuyi.bench;

import java.util.List;

/**
 * A page, who opens it, and the addresses that are opened in turn.
 *
 * @param login of a demonstration account; with {@link #API} before it, a program with that account's token
 */
record MeasuredPage(String name, String login, List<String> addresses) {

    static final String API = "API ";

    static MeasuredPage of(String name, String login, String... addresses) {
        return new MeasuredPage(name, login, List.of(addresses));
    }

    String address(int turn) {
        return addresses.get(turn % addresses.size());
    }
}
