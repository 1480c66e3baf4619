package org.chuyi.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.chuyi.application.ApplicationDecisions;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountId;
import org.chuyi.workflow.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An accepted list takes effect, a batch at a time: the listed applications go on to the province, the others end. A
 * batch takes those that still wait, so a repeat does nothing twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RecommendationRelease {

    static final int BATCH = 100;

    /** What the school reads. */
    static final String NOT_LISTED = "未列入推荐名单";

    private final JdbcClient jdbc;
    private final RecommendationLists lists;
    private final Reviews reviews;
    private final ApplicationDecisions decisions;
    private final Cases cases;
    private final AuditTrail audit;
    private final Clock clock;

    RecommendationRelease(
            JdbcClient jdbc,
            RecommendationLists lists,
            Reviews reviews,
            ApplicationDecisions decisions,
            Cases cases,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.reviews = reviews;
        this.decisions = decisions;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    private record Waiting(String number, int version, boolean listed) {
        String answer() {
            return listed ? "listed" : "notListed";
        }
    }

    /** @return {@code some} while applications are left, then {@code none} */
    public String releaseBatch(RecommendationKey key) {
        var list = lists.find(key).orElseThrow();
        if (list.state() != RecommendationList.State.ACCEPTED) {
            throw new IllegalStateException("List " + key + " cannot be released while " + list.state());
        }
        waiting(key).forEach(each -> release(list, each));
        if (isAnyLeft(key)) {
            return "some";
        }
        cases.ended(key.toString(), RecommendationList.State.ACCEPTED.name());
        return "none";
    }

    /** Locked, so that one that is being withdrawn is waited for and then left out. */
    private List<Waiting> waiting(RecommendationKey key) {
        return jdbc.sql("""
                        select a.number, a.current_version as version, r.listed
                        from recommendation r join project_application a on a.number = r.number
                        where r.list_key = :key and a.status = 'RECOMMENDATION'
                        order by a.number limit :batch for update of a""")
                .param("key", key.toString())
                .param("batch", BATCH)
                .query(Waiting.class)
                .list();
    }

    private boolean isAnyLeft(RecommendationKey key) {
        return jdbc.sql("""
                        select exists (select 1 from recommendation r join project_application a on a.number = r.number
                          where r.list_key = :key and a.status = 'RECOMMENDATION')""").param("key", key.toString()).query(Boolean.class).single();
    }

    private void release(RecommendationList list, Waiting application) {
        var number = new ApplicationNumber(application.number());
        if (!application.listed()) {
            note(list, number, application.version());
            decisions.notRecommend(number, clock.instant());
        }
        audit.record(AuditEntry.of(
                "review.decided",
                "application",
                number.value(),
                Map.of(
                        "step", ReviewStep.CITY_REVIEW.name(),
                        "decision", application.answer(),
                        "version", application.version())));
        cases.message(
                number.value(),
                SchoolApplicationProcess.RECOMMENDATION_SETTLED,
                Map.of(SchoolApplicationProcess.RECOMMENDATION, application.answer()));
    }

    /** The body's decision, in the name of whoever sealed its list. */
    private void note(RecommendationList list, ApplicationNumber number, int version) {
        AccountId sealedBy = list.sealedByAccount().orElseThrow();
        reviews.add(
                number,
                version,
                ReviewStep.CITY_REVIEW,
                "notListed",
                NOT_LISTED,
                new Reviews.Decider(sealedBy, list.sealedBy(), list.key().body()),
                clock.instant());
    }
}
