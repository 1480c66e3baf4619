package org.chuyi.selection.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ExpertSeat;
import org.chuyi.selection.ExpertSeats;
import org.springframework.stereotype.Component;

/** The seats of a contest's panel, and who sits on them. Public, since the engine calls it from expressions. */
@Component("expertSeats")
public class SeatsOfPanel {

    private static final String PART = "part";

    private final ExpertSeats seats;
    private final Accounts accounts;

    SeatsOfPanel(ExpertSeats seats, Accounts accounts) {
        this.seats = seats;
        this.accounts = accounts;
    }

    /** Those that are not taken yet. */
    public List<String> open(DelegateExecution execution) {
        return texts(seats.open(contestOf(execution)));
    }

    /** Those that have sheets to fill in. */
    public List<String> scoring(DelegateExecution execution) {
        return texts(seats.withOpenSheets(contestOf(execution)));
    }

    /** Of the seat that the task is about. */
    public String login(DelegateExecution execution) {
        return loginOf(
                seats.get(Long.parseLong((String) execution.getVariable(PART))).expert());
    }

    public String leaderLogin(DelegateExecution execution) {
        return loginOf(seats.leader(contestOf(execution)).expert());
    }

    private String loginOf(Optional<AccountId> expert) {
        return expert.flatMap(accounts::find).map(Account::login).orElseThrow();
    }

    private static ContestKey contestOf(DelegateExecution execution) {
        return ContestKey.of(execution.getProcessBusinessKey());
    }

    private static List<String> texts(List<ExpertSeat> found) {
        return found.stream().map(seat -> Long.toString(seat.id())).toList();
    }
}
