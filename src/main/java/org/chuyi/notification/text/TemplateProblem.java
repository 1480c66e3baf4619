package org.chuyi.notification.text;

/**
 * Why a text is not taken.
 *
 * @param field titleZh, textZh, titleEn or textEn
 * @param key of the message that says it
 * @param value what it names: the unknown placeholder, or the greatest length
 */
public record TemplateProblem(String field, String key, String value) {}
