package org.chuyi.selection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored invitations: each time that somebody was asked to take a seat, and what she said. */
@Repository
class ExpertInvitations {

    /** How she came to be asked; the names are stored. */
    enum Origin {
        DRAWN,
        REPLACEMENT,
        APPOINTED
    }

    /** The names are stored. */
    enum Answer {
        ACCEPTED,
        DECLINED,
        LAPSED,
        /** Accepted, and declared an interest that bars her. */
        RECUSED
    }

    /** Who named her, and why; for an appointment alone. */
    record Appointment(AccountId by, String because) {}

    /** @param answer empty while it is open */
    record Invitation(
            long seat,
            int position,
            AccountId expert,
            String expertName,
            Origin origin,
            String appointedBecause,
            Instant invitedAt,
            Optional<Instant> answeredAt,
            Optional<Answer> answer,
            String reason) {}

    private final JdbcClient jdbc;

    ExpertInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long seat, AccountId expert, Origin origin, Optional<Appointment> appointment, Instant at) {
        jdbc.sql("""
                        insert into expert_invitation (seat_id, account_id, invited_at, origin, appointed_by,
                          appointed_because)
                        values (:seat, :expert, :at, :origin, :by, :because)""")
                .param("seat", seat)
                .param("expert", expert.value())
                .param("at", Timestamp.from(at))
                .param("origin", origin.name())
                .param("by", appointment.map(given -> given.by().value()).orElse(null))
                .param("because", appointment.map(Appointment::because).orElse(""))
                .update();
    }

    /** Closes the seat's open invitation; false when there was none. */
    boolean answer(long seat, Answer answer, String reason, Instant at) {
        return jdbc.sql("""
                        update expert_invitation set answer = :answer, reason = :reason, answered_at = :at
                        where seat_id = :seat and answer is null""")
                        .param("answer", answer.name())
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .param("seat", seat)
                        .update()
                == 1;
    }

    /** Everybody who was ever asked for this contest. */
    Set<AccountId> asked(ContestKey contest) {
        return jdbc.sql("""
                        select distinct i.account_id from expert_invitation i join expert_seat s on s.id = i.seat_id
                        where s.contest_key = :contest""").param("contest", contest.toString()).query(Long.class).list().stream()
                .map(AccountId::new)
                .collect(Collectors.toSet());
    }

    /** In order of seat and time. */
    List<Invitation> of(ContestKey contest) {
        return jdbc.sql("""
                        select i.*, s.position, a.name from expert_invitation i
                        join expert_seat s on s.id = i.seat_id join account a on a.id = i.account_id
                        where s.contest_key = :contest order by s.position, i.id""")
                .param("contest", contest.toString())
                .query((row, n) -> new Invitation(
                        row.getLong("seat_id"),
                        row.getInt("position"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("name"),
                        Origin.valueOf(row.getString("origin")),
                        row.getString("appointed_because"),
                        row.getTimestamp("invited_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("answer")).map(Answer::valueOf),
                        row.getString("reason")))
                .list();
    }
}
