package org.chuyi.notification.text;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a template's texts.
 *
 * @param texts empty where the default was restored
 */
public record TemplateVersion(int number, Optional<NoticeTexts> texts, String changedByName, Instant changedAt) {}
