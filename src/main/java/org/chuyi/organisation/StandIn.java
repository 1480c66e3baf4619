package org.chuyi.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;

/**
 * 代理: that a person acts for a colleague of the same organisation for some days.
 *
 * @param principal for whom
 * @param name the colleague's name
 * @param roles which the colleague holds there herself, and which may be stood in for
 * @param firstDay, lastDay both counted
 */
public record StandIn(AccountId principal, String name, Set<Role> roles, LocalDate firstDay, LocalDate lastDay)
        implements Serializable {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
