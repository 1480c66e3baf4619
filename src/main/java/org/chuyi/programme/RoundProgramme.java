package org.chuyi.programme;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * A programme as one round runs it.
 *
 * @param number how many are approved; 0 where the call leaves it open
 * @param competitive whether a contest decides (遴选); otherwise the province approves at the formal check
 * @param cityQuotas how many each city may recommend, by the city's region code; no entry means no limit
 */
public record RoundProgramme(
        ProgrammeCode programme,
        int number,
        int applicationsPerSchool,
        boolean competitive,
        Map<String, Integer> cityQuotas,
        StepWorkdays workdays)
        implements Serializable {

    /** The longest limit that a step can have, in workdays. */
    public static final int LONGEST_STEP = 60;

    public RoundProgramme {
        cityQuotas = Map.copyOf(cityQuotas);
    }

    /** The same, decided by the province at the formal check. */
    public RoundProgramme withoutContest() {
        return new RoundProgramme(programme, number, applicationsPerSchool, false, cityQuotas, workdays);
    }

    /** Empty where the city may recommend as many as it likes. */
    public Optional<Integer> quotaOf(String cityCode) {
        return Optional.ofNullable(cityQuotas.get(cityCode));
    }
}
