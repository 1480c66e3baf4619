package org.chuyi.selection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chuyi.application.JudgedParticipants.Judged;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.RecusalGround;

/** 回避: who competes in a contest, and whom that bars from judging. Each rule is a question of its own. */
record ContestField(List<Judged> entries, Set<RecusalGround> rules) {

    /** Her own school competes: all the others are its competitors. */
    boolean isApplicant(OrganisationId employer) {
        return rules.contains(RecusalGround.EMPLOYER)
                && entries.stream().anyMatch(entry -> entry.school().equals(employer));
    }

    /** Her own employer is a partner of an application, of the same consortium so to speak. */
    boolean isPartner(OrganisationId employer) {
        return rules.contains(RecusalGround.PARTNER)
                && entries.stream().anyMatch(entry -> entry.partners().contains(employer));
    }

    /** Whether one of them competes, alone or as a partner. */
    boolean competes(Collection<OrganisationId> interests) {
        return entries.stream()
                .anyMatch(entry -> interests.contains(entry.school())
                        || entry.partners().stream().anyMatch(interests::contains));
    }

    boolean mayJudge(String city, Judged entry) {
        return !rules.contains(RecusalGround.SAME_CITY) || !entry.city().equals(city);
    }

    boolean mayJudgeNone(String city) {
        return entries.stream().noneMatch(entry -> mayJudge(city, entry));
    }

    /** Cities of which only so many may sit on the panel that their applications still find enough judges. */
    Set<String> limitedCities() {
        return rules.contains(RecusalGround.SAME_CITY)
                ? entries.stream().map(Judged::city).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    Map<Specialty, Integer> applications() {
        Map<Specialty, Integer> counts = new EnumMap<>(Specialty.class);
        entries.forEach(entry -> counts.merge(Specialty.ofApplication(entry.majors()), 1, Integer::sum));
        return counts;
    }
}
