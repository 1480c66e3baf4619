package org.chuyi.publicity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.programme.RoundCode;
import org.chuyi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored lists. */
@Repository
class PublicityLists {

    private static final TypeReference<List<PublicityList.Section>> SECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PublicityLists(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All that were ever shown, the newest first, without their rows being read twice. */
    List<PublicityList> all() {
        return jdbc.sql("select * from publicity_list order by displayed_from desc, round_code, version desc limit 200")
                .query(this::list)
                .list();
    }

    List<PublicityList> of(RoundCode round) {
        return jdbc.sql("select * from publicity_list where round_code = :round order by version desc")
                .param("round", round.value())
                .query(this::list)
                .list();
    }

    Optional<PublicityList> last(RoundCode round) {
        return jdbc.sql("select * from publicity_list where round_code = :round order by version desc limit 1")
                .param("round", round.value())
                .query(this::list)
                .optional();
    }

    /** Whoever raises, settles or counts objections waits here for the others. */
    Optional<PublicityList> lockLast(RoundCode round) {
        return jdbc.sql("""
                        select * from publicity_list where round_code = :round
                        order by version desc limit 1 for update""").param("round", round.value()).query(this::list).optional();
    }

    void show(RoundCode round, List<PublicityList.Section> sections, Instant from, Instant until) {
        String content = write(sections);
        jdbc.sql("update publicity_list set state = 'SUPERSEDED' where round_code = :round and state = 'DISPLAYED'")
                .param("round", round.value())
                .update();
        jdbc.sql("""
                        insert into publicity_list (round_code, version, content, sha256, displayed_from,
                          displayed_until, state)
                        select :round, coalesce(max(version), 0) + 1, :content, :hash, :from, :until, 'DISPLAYED'
                        from publicity_list where round_code = :round""")
                .param("round", round.value())
                .param("content", content)
                .param("hash", Sha256.of(content).hex())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .update();
    }

    void conclude(RoundCode round, Instant at) {
        jdbc.sql("""
                        update publicity_list set state = 'CONCLUDED', concluded_at = :at
                        where round_code = :round and state = 'DISPLAYED'""")
                .param("at", Timestamp.from(at))
                .param("round", round.value())
                .update();
    }

    private PublicityList list(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        return new PublicityList(
                new RoundCode(row.getString("round_code")),
                row.getInt("version"),
                read(content),
                content,
                row.getString("sha256"),
                row.getTimestamp("displayed_from").toInstant(),
                row.getTimestamp("displayed_until").toInstant(),
                PublicityList.State.valueOf(row.getString("state")));
    }

    private String write(List<PublicityList.Section> sections) {
        try {
            return json.writeValueAsString(sections);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<PublicityList.Section> read(String content) {
        try {
            return json.readValue(content, SECTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
