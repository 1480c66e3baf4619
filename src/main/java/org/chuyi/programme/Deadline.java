package org.chuyi.programme;

import java.time.Instant;

/**
 * Until when a step has to be done.
 *
 * @param remindAt when its owner is reminded
 * @param dueAt 24:00 of the last workday: the first instant that is too late
 */
public record Deadline(Instant remindAt, Instant dueAt) {}
