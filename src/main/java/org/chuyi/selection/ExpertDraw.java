package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import org.chuyi.organisation.AccountId;

/**
 * 专家抽取: what was asked, the seed, and the pool and the result with their checksums.
 *
 * @param pool everybody who was in the pool, also those who could not be drawn
 * @param places the panel first, then those who stand by
 */
record ExpertDraw(
        long id,
        ContestKey contest,
        String algorithm,
        String seed,
        DrawConditions conditions,
        List<DrawCandidate> pool,
        String poolSha256,
        List<DrawAlgorithm.Place> places,
        String orderSha256,
        AccountId drawnBy,
        Instant drawnAt) {}
