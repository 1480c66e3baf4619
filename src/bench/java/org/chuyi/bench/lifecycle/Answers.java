package org.chuyi.bench.lifecycle;

import java.util.Map;

/** What reviewers and leaders answer. */
final class Answers {

    static final Map<String, Object> SIGN_OFF = Map.of("decision", "signedOff", "opinion", "同意报送。");
    static final Map<String, Object> CITY_REVIEW = Map.of("decision", "recommended", "opinion", "材料齐全，同意推荐。");
    static final Map<String, Object> DECISION = Map.of("decision", "approved", "opinion", "形式审查通过，予以批准。");

    private Answers() {}
}
