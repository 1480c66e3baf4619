package org.chuyi.review.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.review.Placing;
import org.chuyi.review.RecommendationView;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of a list says to a change. */
@Component
class RecommendationTexts {

    private final MessageSource messages;
    private final PolicyPacks packs;
    private final Clock clock;

    RecommendationTexts(MessageSource messages, PolicyPacks packs, Clock clock) {
        this.messages = messages;
        this.packs = packs;
        this.clock = clock;
    }

    /** Why a change was not made; empty when it was. */
    Optional<String> of(Placing answer, Locale locale) {
        if (answer instanceof Placing.Overtaken overtaken) {
            return Optional.of(
                    text("review.recommendation.problem.overtaken", locale, overtaken.by(), clockTime(overtaken.at())));
        }
        if (answer instanceof Placing.NoPlaceLeft full) {
            var programme = packs.programme(full.places().programme()).names().in(locale);
            return Optional.of(text(
                    "review.recommendation.problem.noPlaceLeft",
                    locale,
                    programme,
                    full.places().quota().orElseThrow()));
        }
        if (answer instanceof Placing.Sealed) {
            return Optional.of(text("review.recommendation.problem.listSealed", locale));
        }
        return answer instanceof Placing.NotListed
                ? Optional.of(text("review.recommendation.problem.gone", locale))
                : Optional.empty();
    }

    /** Where an application stands now, for a reader who does not see it move. */
    String position(RecommendationView view, ApplicationNumber number, Locale locale) {
        return view.sections().stream()
                .flatMap(section -> section.rows().stream())
                .filter(row -> row.number().equals(number))
                .map(row -> text(
                        row.listed() ? "review.recommendation.said.listed" : "review.recommendation.said.notListed",
                        locale,
                        row.school(),
                        row.rank()))
                .findFirst()
                .orElse("");
    }

    Integer workdaysLeft(Instant due) {
        return WorkCalendar.stateCouncil().workdaysLeft(clock.instant(), due);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private static String clockTime(Instant at) {
        var local = at.atZone(WorkCalendar.ZONE);
        return "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }
}
