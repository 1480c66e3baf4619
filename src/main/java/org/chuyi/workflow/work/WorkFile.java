package org.chuyi.workflow.work;

import java.time.Instant;

/**
 * A kept result, without its content.
 *
 * @param keptUntil when the content is deleted
 */
public record WorkFile(String name, String mediaType, long size, String sha256, Instant keptUntil) {

    public boolean isKeptAt(Instant now) {
        return now.isBefore(keptUntil);
    }
}
