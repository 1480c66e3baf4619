package org.chuyi.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counters of the cities' places. The row's lock makes two officers wait for each other, its check ends all doubt. */
@Repository
class RecommendationQuotas {

    private final JdbcClient jdbc;

    RecommendationQuotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The second body of a city finds it there already. */
    void open(RoundCode round, String cityCode, RecommendationPlaces places) {
        jdbc.sql("""
                        insert into recommendation_quota (round_code, programme_code, city_code, quota, exactly)
                        values (:round, :programme, :city, :quota, :exactly) on conflict do nothing""")
                .param("round", round.value())
                .param("programme", places.programme().value())
                .param("city", cityCode)
                .param("quota", places.quota().orElse(null))
                .param("exactly", places.exactly())
                .update();
    }

    List<RecommendationPlaces> of(RoundCode round, String cityCode) {
        return jdbc.sql("select * from recommendation_quota where round_code = :round and city_code = :city")
                .param("round", round.value())
                .param("city", cityCode)
                .query(RecommendationQuotas::places)
                .list();
    }

    /** Waits for whoever takes or gives back a place at the same time; what it says holds until the transaction ends. */
    RecommendationPlaces lock(RoundCode round, String cityCode, ProgrammeCode programme) {
        return jdbc.sql("""
                        select * from recommendation_quota
                        where round_code = :round and city_code = :city and programme_code = :programme for update""")
                .param("round", round.value())
                .param("city", cityCode)
                .param("programme", programme.value())
                .query(RecommendationQuotas::places)
                .single();
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException when no place is left */
    void take(RoundCode round, String cityCode, ProgrammeCode programme) {
        change(round, cityCode, programme, 1);
    }

    void giveBack(RoundCode round, String cityCode, ProgrammeCode programme) {
        change(round, cityCode, programme, -1);
    }

    private void change(RoundCode round, String cityCode, ProgrammeCode programme, int by) {
        int changed = jdbc.sql("""
                        update recommendation_quota set listed = listed + :by
                        where round_code = :round and programme_code = :programme and city_code = :city""")
                .param("by", by)
                .param("round", round.value())
                .param("programme", programme.value())
                .param("city", cityCode)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("No places of " + programme + " in " + cityCode + " of " + round);
        }
    }

    private static RecommendationPlaces places(ResultSet row, int number) throws SQLException {
        return new RecommendationPlaces(
                new ProgrammeCode(row.getString("programme_code")),
                Optional.ofNullable(row.getObject("quota", Integer.class)),
                row.getBoolean("exactly"),
                row.getInt("listed"));
    }
}
