package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a draw shows; texts of specialties and grounds by message key.
 *
 * @param programme both names
 * @param needs what competes, by specialty
 * @param draw empty before it
 * @param request what became of the last request for a draw
 * @param out who could not be drawn: before the draw as of now, afterwards as it was
 * @param shortages applications that too few of the panel may judge, while seats are being taken
 */
public record DrawView(
        String key,
        org.chuyi.programme.BilingualText programme,
        Contest.State state,
        List<Need> needs,
        Optional<Drawn> draw,
        Request request,
        List<Standing> panel,
        List<Standing> standBy,
        List<Out> out,
        List<Asked> asked,
        List<ExpertAssignments.Shortage> shortages) {

    /** HELD_UP: the draw has failed several times and waits for the administrator. */
    public enum Request {
        NONE,
        ASKED,
        HELD_UP,
        POOL_SHORT,
        DRAWN
    }

    /** @param able experts who fit and could be drawn */
    public record Need(String specialty, int applications, int seats, long able) {}

    public record Drawn(
            String seed,
            String algorithm,
            int panelSize,
            int perEntry,
            String shares,
            String poolSha256,
            String orderSha256,
            String drawnBy,
            Instant drawnAt,
            int pool) {}

    /** @param seat empty for one who stands by */
    public record Standing(int position, String login, String name, String employer, String seat) {}

    public record Out(String login, String name, String employer, List<String> grounds) {}

    public record Asked(
            int position, String name, String origin, String because, Instant at, String answer, String reason) {}

    public int applications() {
        return needs.stream().mapToInt(Need::applications).sum();
    }

    /** How many were left out, by ground. */
    public Map<String, Long> outByGround() {
        Map<String, Long> counts = new java.util.TreeMap<>();
        out.forEach(each -> each.grounds().forEach(ground -> counts.merge(ground, 1L, Long::sum)));
        return counts;
    }
}
