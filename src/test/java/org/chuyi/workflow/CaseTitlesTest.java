package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.RoundCode;
import org.chuyi.review.RecommendationKey;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Statements;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of titles is one statement for each process on it, and none in Chinese. */
@IntegrationTest
class CaseTitlesTest {

    @Autowired
    CaseTitles titles;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private record Row(String processKey, String businessKey, String title) implements NamedCase {}

    @Test
    void aPageOfRoundsIsOneStatement() throws Exception {
        clock.set(MovableClock.START);
        var page = IntStream.range(0, 5)
                .mapToObj(n -> rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31")))
                .map(round -> new Row("selectionRound", round.code().value(), "测试批次"))
                .toList();

        assertThat(statementsFor(page)).hasSize(1);
        assertThat(english(page)).containsOnly("Test round");
    }

    @Test
    void aPageOfRecommendationsIsOneStatement() throws Exception {
        var page = IntStream.range(0, 5)
                .mapToObj(n -> new Row(
                        "recommendation",
                        new RecommendationKey(new RoundCode("2026-1"), bureau("测试教育局" + n)).toString(),
                        "推荐名单"))
                .toList();

        assertThat(statementsFor(page)).hasSize(1);
        assertThat(english(page).get(3)).startsWith("测试教育局3").contains(" · ").doesNotContain("推荐");
    }

    @Test
    void chineseTitlesAreTakenAsTheyAre() throws Exception {
        var page = List.of(new Row("selectionRound", "2026-1", "测试批次"), new Row("noSuchProcess", "1", "其他"));

        assertThat(Statements.during(() -> titles.of(page, Locale.SIMPLIFIED_CHINESE)))
                .isEmpty();
        assertThat(titles.of(page.get(0), Locale.SIMPLIFIED_CHINESE)).isEqualTo("测试批次");
        assertThat(titles.of(page.get(1), Locale.ENGLISH)).isEqualTo("其他");
    }

    private List<String> statementsFor(List<Row> page) throws Exception {
        return Statements.during(() -> titles.of(page, Locale.ENGLISH));
    }

    private List<String> english(List<Row> page) {
        var shown = titles.of(page, Locale.ENGLISH);
        return page.stream().map(shown::of).toList();
    }

    private OrganisationId bureau(String name) {
        return new OrganisationId(jdbc.sql("""
                        insert into organisation (kind, name, region_code, city_code)
                        values ('SUPERVISING_AUTHORITY', :name, '430000', '430000') returning id""")
                .param("name", name + UUID.randomUUID())
                .query(Long.class)
                .single());
    }
}
