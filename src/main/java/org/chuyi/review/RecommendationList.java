package org.chuyi.review;

import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.AccountId;

/**
 * 推荐名单 of one recommending body in one round.
 *
 * @param cityCode the city whose quota it draws on; 430000 for a supervising authority, which has none
 * @param revision counts the changes: whoever changes an older one has been overtaken
 * @param changedBy who changed it last; empty before the first change
 * @param sealedBy who sealed it; stays when it is returned
 * @param returnReason why the province returned it the last time; empty if it never did
 */
public record RecommendationList(
        RecommendationKey key,
        String bodyName,
        String cityCode,
        State state,
        int revision,
        Optional<Instant> changedAt,
        String changedBy,
        Optional<Instant> sealedAt,
        Optional<AccountId> sealedByAccount,
        String sealedBy,
        Optional<Instant> acceptedAt,
        Optional<Instant> returnedAt,
        String returnReason) {

    /** The names are stored. */
    public enum State {
        /** 排序中. */
        DRAFT,
        /** 已报送. */
        SEALED,
        /** 已接收. */
        ACCEPTED
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    /** Back on the bureau's table, and not sealed again. */
    public boolean isReturned() {
        return isDraft() && returnedAt.isPresent();
    }
}
