package org.chuyi.selection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chuyi.application.ApplicationNumber;

/**
 * 入选线: who is within the places. A designated school has one of them whatever its rank; the others go by rank. Those
 * who share a rank stand or fall together: where the line would run between them nobody is above it, and an officer must
 * decide.
 *
 * @param above who is within the places
 * @param contested who shares a rank across the line
 */
record CutLine(Set<ApplicationNumber> above, Set<ApplicationNumber> contested) {

    /** What of a rank the line looks at. */
    interface Standing {
        ApplicationNumber number();

        int rank();

        boolean designated();

        boolean scored();

        int points();
    }

    /** @param standings in order of rank; @param places 0 where the call leaves the number open: then there is no line */
    static CutLine at(List<? extends Standing> standings, int places) {
        Set<ApplicationNumber> above = new HashSet<>();
        if (places == 0) {
            return new CutLine(above, Set.of());
        }
        standings.stream().filter(Standing::designated).map(Standing::number).forEach(above::add);
        int free = Math.max(0, places - above.size());
        for (List<Standing> equals : byRank(standings)) {
            if (free == 0) {
                break;
            }
            if (equals.size() > free) {
                return new CutLine(above, Set.copyOf(numbers(equals)));
            }
            above.addAll(numbers(equals));
            free -= equals.size();
        }
        return new CutLine(above, Set.of());
    }

    /** A line drawn at so many points instead; whoever has them is above it. */
    static CutLine atPoints(List<? extends Standing> standings, int points) {
        Set<ApplicationNumber> above = new HashSet<>();
        standings.stream()
                .filter(each -> each.designated() || each.scored() && each.points() >= points)
                .map(Standing::number)
                .forEach(above::add);
        return new CutLine(above, Set.of());
    }

    /** Those who compete for what the designated leave, in groups of equal rank. */
    private static List<List<Standing>> byRank(List<? extends Standing> standings) {
        List<List<Standing>> groups = new ArrayList<>();
        for (Standing standing : standings) {
            if (standing.designated() || !standing.scored()) {
                continue;
            }
            if (groups.isEmpty() || groups.get(groups.size() - 1).get(0).rank() != standing.rank()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(standing);
        }
        return groups;
    }

    private static List<ApplicationNumber> numbers(List<Standing> standings) {
        return standings.stream().map(Standing::number).toList();
    }
}
