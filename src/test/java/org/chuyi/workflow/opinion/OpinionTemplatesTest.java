package org.chuyi.workflow.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;

import java.util.List;
import java.util.stream.IntStream;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OpinionTemplatesTest {

    private static final String SCHOOL = "长沙民政职业技术学院";

    @Autowired
    OpinionTemplates templates;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatIsSharedIsReadInTheOrganisationAndNowhereElse() {
        var writer = people.cityReviewer(LOUDI);
        var colleague = people.cityReviewer(LOUDI);
        var stranger = people.cityReviewer(CHANGSHA);
        forgetOthersOf(writer);
        templates.add(writer, "只我自己用。", false);
        templates.add(writer, "  大家都可以用。 ", true);

        assertThat(templates.of(writer))
                .extracting(OpinionTemplate::text, OpinionTemplate::shared, OpinionTemplate::mayChange)
                .containsExactly(tuple("只我自己用。", false, true), tuple("大家都可以用。", true, true));
        assertThat(templates.of(colleague))
                .extracting(OpinionTemplate::text, OpinionTemplate::byName, OpinionTemplate::mayChange)
                .containsExactly(tuple("大家都可以用。", writer.name(), false));
        assertThat(templates.of(stranger)).extracting(OpinionTemplate::text).doesNotContain("大家都可以用。", "只我自己用。");

        long shared = templates.of(colleague).get(0).id();
        templates.change(colleague, shared, "改掉。", true);
        templates.delete(colleague, shared);
        templates.delete(stranger, shared);
        assertThat(templates.of(writer)).extracting(OpinionTemplate::text).contains("大家都可以用。");
        templates.delete(writer, shared);
        assertThat(templates.of(colleague)).isEmpty();
    }

    @Test
    void whoLeadsTheOrganisationMayChangeWhatIsSharedInItAndNothingElse() {
        var clerk = people.applicantOf(SCHOOL);
        var leader = people.leaderOf(SCHOOL);
        forgetOthersOf(clerk);
        templates.add(clerk, "自己的。", false);
        templates.add(clerk, "共用的。", true);
        long own = templates.of(clerk).get(0).id();
        long shared = templates.of(clerk).get(1).id();

        templates.change(leader, own, "改了自己的。", false);
        templates.change(leader, shared, "改了共用的。", true);

        assertThat(templates.of(clerk)).extracting(OpinionTemplate::text).containsExactly("自己的。", "改了共用的。");
    }

    @Test
    void whatSheUsesMostComesFirstAndHerUseIsHersAlone() {
        var reviewer = people.cityReviewer(LOUDI);
        var colleague = people.cityReviewer(LOUDI);
        forgetOthersOf(reviewer);
        List.of("一", "二", "三").forEach(text -> templates.add(reviewer, text, true));
        long third = templates.of(reviewer).get(2).id();

        templates.used(reviewer, third);
        templates.used(reviewer, third);

        assertThat(templates.of(reviewer))
                .extracting(OpinionTemplate::text, OpinionTemplate::uses)
                .containsExactly(tuple("三", 2), tuple("一", 0), tuple("二", 0));
        assertThat(templates.of(colleague)).extracting(OpinionTemplate::text).containsExactly("一", "二", "三");
        var stranger = people.cityReviewer(CHANGSHA);
        templates.used(stranger, third);
        assertThat(jdbc.sql("select count(*) from opinion_use where account_id = :id")
                        .param("id", stranger.account().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void emptyTooLongOrTooManyAreNotKept() {
        var reviewer = people.cityReviewer(LOUDI);
        forgetOthersOf(reviewer);

        assertThat(templates.add(reviewer, "  ", false)).contains("workflow.opinion.problem.empty");
        assertThat(templates.add(reviewer, "长".repeat(501), false)).contains("workflow.opinion.problem.long");
        IntStream.range(0, OpinionTemplates.MOST_OWN)
                .forEach(number ->
                        assertThat(templates.add(reviewer, "第" + number, false)).isEmpty());
        assertThat(templates.add(reviewer, "再一条", false)).contains("workflow.opinion.problem.many");
        assertThat(templates.of(reviewer)).hasSize(OpinionTemplates.MOST_OWN);
    }

    private void forgetOthersOf(Actor actor) {
        jdbc.sql("delete from opinion_template where organisation_id = :id")
                .param("id", actor.organisation().value())
                .update();
    }
}
