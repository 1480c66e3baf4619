package org.chuyi.notification.outbox;

import java.util.List;

/**
 * What a digest says. Stored as a parcel's arguments.
 *
 * @param day ISO date on which it leaves
 */
public record Digest(String day, List<Bundle> bundles) {

    public int count() {
        return bundles.stream().mapToInt(Bundle::count).sum();
    }
}
