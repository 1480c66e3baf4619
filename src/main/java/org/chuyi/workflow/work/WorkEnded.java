package org.chuyi.workflow.work;

/**
 * Published in the transaction of the last slice.
 *
 * @param titleKey message key of the kind's name
 */
public record WorkEnded(BackgroundWork work, String titleKey) {}
