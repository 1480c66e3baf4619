package org.chuyi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.testing.AtOnce;
import org.chuyi.workflow.Completion;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Who presses at the same moment: the database decides. */
class RecommendationRacesTest extends RecommendationScene {

    @Test
    void ofFiftyOfficersWhoListTheLastPlaceAtOnceOneSucceedsAndTheOthersAreTold() throws Exception {
        List<ApplicationNumber> ofCity = new ArrayList<>();
        List<ApplicationNumber> ofLabour = new ArrayList<>();
        for (int at = 0; at < 5; at++) {
            ofCity.add(agreed(CULTURE));
            ofLabour.add(filed(school("TECHNICIAN_COLLEGE"), CULTURE));
            agree(ofLabour.get(at), labourReviewer);
        }
        windowCloses();
        int cityRevision = view(reviewer).list().revision();
        int labourRevision = view(labourReviewer).list().revision();

        List<Callable<Placing>> presses = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            boolean city = at % 2 == 0;
            Actor presser = officer(city ? reviewer : labourReviewer, at);
            var number = (city ? ofCity : ofLabour).get(at / 2 % 5);
            int revision = city ? cityRevision : labourRevision;
            presses.add(() ->
                    placing.place(list(presser), presser, new RecommendationPlacing.Place(number, true, 1, revision)));
        }
        List<Placing> answers = AtOnce.press(presses);

        assertThat(answers).filteredOn(Placing.Placed.class::isInstance).hasSize(1);
        assertThat(answers)
                .as("those who wanted another application")
                .filteredOn(answer -> answer instanceof Placing.NoPlaceLeft full
                        && full.places().quota().orElseThrow() == 1)
                .hasSize(45);
        assertThat(answers)
                .as("those who wanted the very one that was just listed")
                .filteredOn(Placing.Overtaken.class::isInstance)
                .hasSize(4);
        assertThat(taken(CULTURE)).isEqualTo(1);
        assertThat(view(reviewer).listed() + view(labourReviewer).listed()).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesOneMoreThanTheQuota() {
        agreed(SECONDARY);
        windowCloses();

        assertThatThrownBy(() -> jdbc.sql("update recommendation_quota set listed = 2 where round_code = :round"
                                + " and programme_code = 'secondary-school'")
                        .param("round", round.code().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("within_quota");
    }

    @Test
    void theLaterOfTwoWindowsIsToldWhoWasFirst() {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        windowCloses();
        var colleague = officer(reviewer, 7);
        int seen = view(reviewer).list().revision();
        assertThat(placing.place(list(colleague), colleague, new RecommendationPlacing.Place(second, false, 1, seen)))
                .isEqualTo(new Placing.Placed(seen + 1));

        var later = placing.place(list(reviewer), reviewer, new RecommendationPlacing.Place(first, true, 1, seen));

        assertThat(later).isEqualTo(new Placing.Overtaken("经办人7", clock.instant()));
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", second.value(), first.value());
        assertThat(taken(SECONDARY)).isZero();
        assertThat(codes(complete(
                        reviewer, list(reviewer).toString(), java.util.Map.of("confirmed", true, "revision", seen))))
                .containsExactly("review.recommendation.problem.changedSince");
    }

    @Test
    void aSchoolThatNeedsNoPlaceIsListedBesides() {
        var first = agreed(SECONDARY);
        var named = agreed(SECONDARY);
        windowCloses();
        listed(first);
        assertThat(place(reviewer, named, true, 1)).isInstanceOf(Placing.NoPlaceLeft.class);
        jdbc.sql("update recommendation set uses_quota = false where number = :number")
                .param("number", named.value())
                .update();

        assertThat(place(reviewer, named, true, 1)).isInstanceOf(Placing.Placed.class);

        assertThat(order(reviewer, SECONDARY)).containsExactly(named.value(), first.value(), "|");
        assertThat(taken(SECONDARY)).isEqualTo(1);
    }

    @Test
    void aSealAndAWithdrawalAtTheSameMomentLeaveNothingHalf() throws Exception {
        var listed = agreed(SECONDARY);
        var other = agreed(SECONDARY);
        windowCloses();
        listed(listed);
        var clerk = people.in(organisations.get(directory.get(listed).school()), Role.APPLICANT);
        int seen = view(reviewer).list().revision();

        List<Object> answers = AtOnce.press(List.of(
                () -> complete(
                        reviewer, list(reviewer).toString(), java.util.Map.of("confirmed", true, "revision", seen)),
                () -> applications.withdraw(listed, clerk, "项目调整")));

        assertThat(answers.get(1)).isEqualTo(true);
        assertThat(statusOf(listed)).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", other.value());
        assertThat(taken(SECONDARY)).isZero();
        boolean sealed = answers.get(0) instanceof Completion.Completed;
        assertThat(view(reviewer).list().isDraft()).isEqualTo(!sealed);
        assertThat(inbox.openTaskOf(list(reviewer).toString(), sealed ? officer : reviewer))
                .isPresent();
    }

    private static Actor officer(Actor like, int number) {
        return new Actor(
                like.account(),
                like.login(),
                "经办人" + number,
                like.organisation(),
                like.organisationName(),
                like.organisationKind(),
                like.cityCode(),
                like.roles());
    }
}
