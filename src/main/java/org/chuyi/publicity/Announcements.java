package org.chuyi.publicity;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.ContestKey;
import org.chuyi.shared.DocumentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored announcements, and the results that they made known. */
@Repository
class Announcements {

    private final JdbcClient jdbc;

    Announcements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The issuer's next of the year; whoever takes one at the same time waits, and a rollback gives it back. */
    DocumentNumber nextNumber(String issuer, int year) {
        int number = jdbc.sql("""
                        insert into document_number (issuer, year, last) values (:issuer, :year, 1)
                        on conflict (issuer, year) do update set last = document_number.last + 1 returning last""")
                .param("issuer", issuer)
                .param("year", year)
                .query(Integer.class)
                .single();
        return new DocumentNumber(issuer, year, number);
    }

    void add(Announcement announcement, Actor by) {
        jdbc.sql("""
                        insert into announcement (round_code, list_version, issuer, year, number, title, issued_on,
                          issued_by, issued_by_name, issued_at)
                        values (:round, :version, :issuer, :year, :number, :title, :on, :by, :name, :at)""")
                .param("round", announcement.round().value())
                .param("version", announcement.listVersion())
                .param("issuer", announcement.document().issuer())
                .param("year", announcement.document().year())
                .param("number", announcement.document().number())
                .param("title", announcement.title())
                .param("on", Date.valueOf(announcement.issuedOn()))
                .param("by", by.account().value())
                .param("name", announcement.issuedByName())
                .param("at", Timestamp.from(announcement.issuedAt()))
                .update();
    }

    Optional<Announcement> find(RoundCode round) {
        return jdbc.sql("select * from announcement where round_code = :round")
                .param("round", round.value())
                .query(Announcements::announcement)
                .optional();
    }

    /** The newest first. */
    List<Announcement> all() {
        return jdbc.sql("select * from announcement order by issued_at desc, round_code desc limit 200")
                .query(Announcements::announcement)
                .list();
    }

    /** Those selected of an announced round, by contest and rank; nothing of a round that is not announced. */
    List<AnnouncedResult> selected(RoundCode round) {
        return results(
                round,
                new ResultFilter(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE));
    }

    /** The same by page, in order of number. */
    List<AnnouncedResult> results(RoundCode round, ResultFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("c.round_code = :round", "r.selected"));
        Map<String, Object> parameters = new HashMap<>(Map.of("round", round.value(), "size", (long) filter.size()));
        filter.programme().ifPresent(code -> {
            conditions.add("c.programme_code = :programme");
            parameters.put("programme", code);
        });
        filter.city().ifPresent(code -> {
            conditions.add("a.city_code = :city");
            parameters.put("city", code);
        });
        filter.text().ifPresent(text -> {
            conditions.add("strpos(o.name, :text) > 0");
            parameters.put("text", text);
        });
        filter.after().ifPresent(number -> {
            conditions.add(
                    "(c.key, r.rank) > (select x.contest_key, x.rank from contest_result x where x.number = :after)");
            parameters.put("after", number);
        });
        return jdbc.sql("""
                        select r.number, r.contest_key, r.rank, o.name, a.city_code
                        from announcement n
                          join contest c on c.round_code = n.round_code
                          join contest_result r on r.contest_key = c.key
                          join project_application a on a.number = r.number
                          join organisation o on o.id = a.organisation_id
                        where %s order by c.key, r.rank limit :size""".formatted(String.join(" and ", conditions)))
                .params(parameters)
                .query((row, n) -> new AnnouncedResult(
                        new ApplicationNumber(row.getString("number")),
                        ContestKey.of(row.getString("contest_key")),
                        row.getInt("rank"),
                        row.getString("name"),
                        row.getString("city_code")))
                .list();
    }

    /**
     * Applications of the round's contests whose process has not been told yet; at most that many. Begins with the cases
     * that are open, so that the last batch costs no more than the first.
     */
    List<Untold> untold(RoundCode round, int most) {
        return jdbc.sql("""
                        select r.number, r.selected from inbox_case k
                          join contest_result r on r.number = k.business_key
                          join project_application a on a.number = r.number and a.status in ('APPROVED', 'NOT_SELECTED')
                        where k.occasion = :round and k.ended_at is null order by k.business_key limit :most""")
                .param("round", round.value())
                .param("most", most)
                .query((row, n) ->
                        new Untold(new ApplicationNumber(row.getString("number")), row.getBoolean("selected")))
                .list();
    }

    record Untold(ApplicationNumber number, boolean selected) {}

    private static Announcement announcement(ResultSet row, int number) throws SQLException {
        return new Announcement(
                new RoundCode(row.getString("round_code")),
                row.getInt("list_version"),
                new DocumentNumber(row.getString("issuer"), row.getInt("year"), row.getInt("number")),
                row.getString("title"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issued_by_name"),
                row.getTimestamp("issued_at").toInstant());
    }
}
