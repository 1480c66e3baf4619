package org.chuyi.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;

/** Whose list in which round. Its text is the process's business key, e.g. {@code 2026-1.recommendation.17}. */
public record RecommendationKey(RoundCode round, OrganisationId body) {

    private static final Pattern TEXT =
            Pattern.compile("(20[0-9]{2}-[1-9][0-9]{0,3})\\.recommendation\\.([1-9][0-9]{0,17})");

    /** @throws IllegalArgumentException when it is none */
    public static RecommendationKey of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a recommendation: " + text);
        }
        return new RecommendationKey(new RoundCode(parts.group(1)), new OrganisationId(Long.parseLong(parts.group(2))));
    }

    public static boolean isKey(String text) {
        return TEXT.matcher(text).matches();
    }

    /** Who ranks and seals. */
    public Post reviewers() {
        return new Post(body, Role.REVIEWER);
    }

    @Override
    public String toString() {
        return round + ".recommendation." + body.value();
    }
}
