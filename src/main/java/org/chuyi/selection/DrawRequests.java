package org.chuyi.selection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers asked of draws, and what became of it. */
@Repository
class DrawRequests {

    private final JdbcClient jdbc;

    DrawRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** POOL_SHORT: the pool became too small between the question and the draw; it is asked again. */
    enum State {
        ASKED,
        DRAWN,
        POOL_SHORT
    }

    record Request(ExpertDrawing.Wish wish, AccountId askedBy) {}

    void add(ContestKey contest, ExpertDrawing.Wish wish, AccountId officer, Instant at) {
        jdbc.sql("""
                        insert into expert_draw_request (contest_key, panel_size, per_entry, shares, asked_by, asked_at, state)
                        values (:contest, :size, :perEntry, :shares, :by, :at, 'ASKED')""")
                .param("contest", contest.toString())
                .param("size", wish.panelSize())
                .param("perEntry", wish.perEntry())
                .param("shares", wish.shares())
                .param("by", officer.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Request> open(ContestKey contest) {
        return jdbc.sql("select * from expert_draw_request where contest_key = :contest and state = 'ASKED'")
                .param("contest", contest.toString())
                .query((row, n) -> new Request(
                        new ExpertDrawing.Wish(
                                row.getInt("panel_size"), row.getInt("per_entry"), row.getString("shares")),
                        new AccountId(row.getLong("asked_by"))))
                .optional();
    }

    void answered(ContestKey contest, State state) {
        jdbc.sql("update expert_draw_request set state = :state where contest_key = :contest and state = 'ASKED'")
                .param("state", state.name())
                .param("contest", contest.toString())
                .update();
    }

    /** Of the last one; empty when nothing was asked. */
    Optional<State> last(ContestKey contest) {
        return jdbc.sql("select state from expert_draw_request where contest_key = :contest order by id desc limit 1")
                .param("contest", contest.toString())
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }
}
