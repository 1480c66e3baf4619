package org.chuyi.programme;

import java.util.List;

/**
 * How many are approved.
 *
 * @param byDefault 0 where each round fixes it
 * @param tracks the parts of the number, e.g. 10 of bachelor level; empty where it is not divided
 */
public record ProgrammeNumber(int byDefault, Source source, List<Track> tracks) {

    public record Track(String code, BilingualText names, int number, Source source) {}
}
