package org.chuyi.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored seats of the panels. */
@Repository("storedExpertSeats")
public class ExpertSeats {

    private final JdbcClient jdbc;

    ExpertSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ExpertSeat get(long id) {
        return jdbc.sql("select * from expert_seat where id = :id")
                .param("id", id)
                .query(ExpertSeats::seat)
                .single();
    }

    /** In order of position. */
    public List<ExpertSeat> of(ContestKey contest) {
        return jdbc.sql("select * from expert_seat where contest_key = :contest order by position")
                .param("contest", contest.toString())
                .query(ExpertSeats::seat)
                .list();
    }

    /** Those that are not taken yet, in order of position. */
    public List<ExpertSeat> open(ContestKey contest) {
        return of(contest).stream()
                .filter(seat -> seat.state() != ExpertSeat.State.ACCEPTED)
                .toList();
    }

    /** Those with score sheets that are still open, in order of position. */
    public List<ExpertSeat> withOpenSheets(ContestKey contest) {
        return jdbc.sql("""
                        select * from expert_seat s where contest_key = :contest and exists (
                          select 1 from score_sheet where seat_id = s.id and state = 'OPEN') order by position""")
                .param("contest", contest.toString())
                .query(ExpertSeats::seat)
                .list();
    }

    public ExpertSeat leader(ContestKey contest) {
        return of(contest).get(0);
    }

    /** The seat that this person has taken in that contest. */
    public Optional<ExpertSeat> takenBy(AccountId expert, ContestKey contest) {
        return of(contest).stream()
                .filter(seat -> seat.state() == ExpertSeat.State.ACCEPTED)
                .filter(seat -> seat.expert().filter(expert::equals).isPresent())
                .findFirst();
    }

    long add(ContestKey contest, int position, String stratum, AccountId expert) {
        return jdbc.sql("""
                        insert into expert_seat (contest_key, position, stratum, account_id, state)
                        values (:contest, :position, :stratum, :expert, 'INVITED') returning id""")
                .param("contest", contest.toString())
                .param("position", position)
                .param("stratum", stratum)
                .param("expert", expert.value())
                .query(Long.class)
                .single();
    }

    /** @param expert empty for a vacant seat */
    void change(long id, Optional<AccountId> expert, ExpertSeat.State state) {
        jdbc.sql("update expert_seat set account_id = :expert, state = :state where id = :id")
                .param("expert", expert.map(AccountId::value).orElse(null))
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    private static ExpertSeat seat(ResultSet row, int number) throws SQLException {
        return new ExpertSeat(
                row.getLong("id"),
                ContestKey.of(row.getString("contest_key")),
                row.getInt("position"),
                row.getString("stratum"),
                Optional.ofNullable(row.getObject("account_id", Long.class)).map(AccountId::new),
                ExpertSeat.State.valueOf(row.getString("state")));
    }
}
