package org.chuyi.selection;

import java.util.Optional;
import org.chuyi.organisation.AccountId;

/**
 * A seat of a contest's panel. The first one leads (组长).
 *
 * @param id also the {@code part} of the process's personal tasks
 * @param position from 1
 * @param stratum the specialty for which it was drawn
 * @param expert who is invited to it or has taken it; empty while it is vacant
 */
public record ExpertSeat(
        long id, ContestKey contest, int position, String stratum, Optional<AccountId> expert, State state) {

    public enum State {
        INVITED,
        ACCEPTED,
        VACANT
    }

    public boolean leads() {
        return position == 1;
    }
}
