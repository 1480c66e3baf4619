package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class DemonstrationRoundsTest {

    /** Far from the other tests' rounds. */
    private static final Clock LATER =
            Clock.fixed(MovableClock.at("2031-06-15T09:00"), Clock.systemUTC().getZone());

    @Autowired
    Rounds rounds;

    @Autowired
    RoundDefaults defaults;

    @Autowired
    PolicyPacks packs;

    @Test
    void opensARoundOfAllProgrammesOnceWithTheCitiesQuotas() {
        var demonstration = new DemonstrationRounds(rounds, defaults, LATER);

        demonstration.run(null);
        demonstration.run(null);

        List<Round> open = rounds.open(LATER.instant());
        assertThat(open).singleElement().satisfies(round -> {
            assertThat(round.window()).isEqualTo(new RoundWindow(LocalDate.of(2031, 6, 5), LocalDate.of(2031, 7, 15)));
            assertThat(round.state()).isEqualTo(RoundState.OPEN);
            assertThat(round.programmes())
                    .extracting(RoundProgramme::programme)
                    .containsExactlyElementsOf(
                            packs.all().stream().map(Programme::code).toList());
            for (String limited : List.of("specialty-group", "training-base")) {
                assertThat(round.programme(new ProgrammeCode(limited))
                                .orElseThrow()
                                .cityQuotas())
                        .hasSize(14)
                        .containsValue(2)
                        .doesNotContainValue(1);
            }
        });
    }
}
