package org.chuyi.application;

import java.time.Instant;

/**
 * A file of an application.
 *
 * @param materialCode the requirement of the policy pack that it meets
 * @param fileName as shown: without path, control characters or more than 120 characters
 * @param mediaType found in the content, not taken from the name
 * @param size in bytes
 * @param sha256 hex
 */
public record Attachment(
        long id,
        ApplicationNumber application,
        String materialCode,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant uploadedAt) {}
