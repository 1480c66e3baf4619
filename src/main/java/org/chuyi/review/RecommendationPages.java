package org.chuyi.review;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Where a list is ranked by its body and read by the province. */
@Component
class RecommendationPages implements CasePages {

    private final RecommendationReading reading;
    private final Organisations organisations;
    private final MessageSource messages;

    RecommendationPages(RecommendationReading reading, Organisations organisations, MessageSource messages) {
        this.reading = reading;
        this.organisations = organisations;
        this.messages = messages;
    }

    @Override
    public String processKey() {
        return RecommendationProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.of(page(businessKey) + "/panel");
    }

    @Override
    public String page(String businessKey) {
        return "/recommendations/" + businessKey;
    }

    @Override
    public boolean mayOpen(String businessKey, Actor actor) {
        return reading.find(RecommendationKey.of(businessKey), actor).isPresent();
    }

    @Override
    public Map<String, String> titles(Collection<String> businessKeys, Locale locale) {
        var bodies = organisations.byIds(
                businessKeys.stream().map(RecommendationPages::bodyOf).toList());
        String name = messages.getMessage("review.recommendation.title", null, locale);
        return businessKeys.stream()
                .collect(Collectors.toMap(
                        Function.identity(), key -> bodies.get(bodyOf(key)).name() + " · " + name));
    }

    private static OrganisationId bodyOf(String businessKey) {
        return RecommendationKey.of(businessKey).body();
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return task.key().equals(RecommendationProcess.SEAL_RECOMMENDATION)
                ? Optional.of(page(task.businessKey()))
                : Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys, Actor reader) {
        return Map.of();
    }
}
