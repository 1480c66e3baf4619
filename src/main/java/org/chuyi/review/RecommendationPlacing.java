package org.chuyi.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ranking and listing: one change after the other, each told when somebody else was faster. */
@Service
public class RecommendationPlacing {

    private final RecommendationLists lists;
    private final RecommendationQuotas quotas;
    private final AuditTrail audit;
    private final Clock clock;

    RecommendationPlacing(RecommendationLists lists, RecommendationQuotas quotas, AuditTrail audit, Clock clock) {
        this.lists = lists;
        this.quotas = quotas;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where an application is put.
     *
     * @param position from 1 among the listed ones, or among the others; beyond the last means last
     * @param revision of the list that the person saw
     */
    public record Place(ApplicationNumber number, boolean listed, int position, int revision) {}

    @Transactional
    public Placing place(RecommendationKey key, Actor actor, Place place) {
        if (!actor.holds(key.reviewers())) {
            throw new AccessDeniedException("A list is ranked by its body's reviewers");
        }
        var list = lists.lock(key).orElseThrow();
        if (!list.isDraft()) {
            return new Placing.Sealed();
        }
        var rows = lists.rows(key);
        var found = rows.stream()
                .filter(each -> each.number().equals(place.number()))
                .findFirst();
        return found.isEmpty() ? new Placing.NotListed() : place(list, found.get(), rows, actor, place);
    }

    /** Whoever asks for a place when none is left is told just that, whatever else has changed meanwhile. */
    private Placing place(
            RecommendationList list, RecommendationRow row, List<RecommendationRow> rows, Actor actor, Place place) {
        boolean takes = place.listed() && !row.listed();
        boolean givesBack = !place.listed() && row.listed();
        if (takes && row.usesQuota()) {
            var places = quotas.lock(list.key().round(), list.cityCode(), row.programme());
            if (places.isFull()) {
                return new Placing.NoPlaceLeft(places);
            }
        }
        if (list.revision() != place.revision()) {
            return new Placing.Overtaken(list.changedBy(), list.changedAt().orElse(clock.instant()));
        }
        if (takes && row.usesQuota()) {
            quotas.take(list.key().round(), list.cityCode(), row.programme());
        }
        if (givesBack && row.usesQuota()) {
            quotas.giveBack(list.key().round(), list.cityCode(), row.programme());
        }
        arrange(row, rows, place);
        Instant now = clock.instant();
        lists.changed(list.key(), actor.name(), now);
        if (takes || givesBack) {
            audit.record(AuditEntry.of(
                    takes ? "recommendation.listed" : "recommendation.unlisted",
                    "recommendation",
                    list.key().toString(),
                    Map.of("number", row.number().value())));
        }
        return new Placing.Placed(list.revision() + 1);
    }

    private void arrange(RecommendationRow row, List<RecommendationRow> rows, Place place) {
        List<ApplicationNumber> listed = numbers(row, rows, true);
        List<ApplicationNumber> others = numbers(row, rows, false);
        List<ApplicationNumber> block = place.listed() ? listed : others;
        block.add(Math.max(0, Math.min(place.position() - 1, block.size())), row.number());
        int above = listed.size();
        listed.addAll(others);
        lists.arrange(listed, above);
    }

    /** Of its programme, without itself. */
    private static List<ApplicationNumber> numbers(
            RecommendationRow row, List<RecommendationRow> rows, boolean listed) {
        return new ArrayList<>(rows.stream()
                .filter(each -> each.programme().equals(row.programme()))
                .filter(each -> each.listed() == listed && !each.number().equals(row.number()))
                .map(RecommendationRow::number)
                .toList());
    }
}
