package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What left the school: frozen, numbered from 1, and hashed.
 *
 * @param answers the form's content, sensitive fields encrypted
 * @param sha256 hex, over the content and the materials' hashes
 */
public record ApplicationVersion(
        ApplicationNumber application,
        int version,
        Map<String, Object> answers,
        List<Material> materials,
        String sha256,
        String signedByName,
        Instant signedAt) {

    /** A file as it was at that time. */
    public record Material(long attachment, String materialCode, String fileName, long size, String sha256) {}
}
