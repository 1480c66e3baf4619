package org.chuyi.selection;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;

/**
 * An expert of the pool (专家库).
 *
 * @param city code of the city in which her employer is; 430000 for a provincial one
 * @param title 职称
 * @param majors codes of majors or of their classes
 * @param availableFrom from when on she can judge; empty for no limit
 * @param active in the pool, and her account is open
 * @param panels on how many panels she sits now
 */
public record Expert(
        AccountId account,
        String login,
        String name,
        Optional<String> email,
        OrganisationId employer,
        String employerName,
        String city,
        String title,
        List<String> majors,
        Optional<LocalDate> availableFrom,
        Optional<LocalDate> availableTo,
        boolean active,
        int panels) {

    public Set<Specialty> specialties() {
        var found = EnumSet.noneOf(Specialty.class);
        majors.forEach(code -> Specialty.of(code).ifPresent(found::add));
        return found;
    }

    /** Whether she can judge on all of these days. */
    boolean isAvailable(LocalDate first, LocalDate last) {
        return availableFrom.filter(first::isBefore).isEmpty()
                && availableTo.filter(last::isAfter).isEmpty();
    }

    public boolean isBusy() {
        return panels >= DrawGround.MOST_PANELS;
    }
}
