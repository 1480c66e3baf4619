package org.chuyi.publicity;

import org.chuyi.programme.RoundCode;

/** Business keys of the publicity's processes: {@code 2026-1.publicity}, {@code 2026-1.objection.3}. */
public final class PublicityKeys {

    private PublicityKeys() {}

    public static String ofPublicity(RoundCode round) {
        return round + ".publicity";
    }

    static String ofObjection(RoundCode round, int number) {
        return round + ".objection." + number;
    }

    static int numberOf(String objection) {
        return Integer.parseInt(objection.substring(objection.lastIndexOf('.') + 1));
    }

    /** Of any case of a round, and of the round's own. */
    public static RoundCode roundOf(String key) {
        return new RoundCode(key.split("\\.", 2)[0]);
    }
}
